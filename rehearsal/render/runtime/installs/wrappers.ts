import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { writeWhole } from "../../../../system";
import { PACKAGE_FOLDER } from "../../../package-folder";
import type { Toolchain } from "../toolchains/tools";
import { type InstallSettings, variablesOf } from "./settings";

/** The installers whose work is kept. */
const INSTALLERS = ["pip", "pip3", "uv", "poetry", "npm", "pnpm", "yarn", "bun", "cargo"];

/** The program behind the wrappers, made by the build of this package. */
const PROGRAM = path.join(PACKAGE_FOLDER, "dist", "installs.js");

const WRAPPER = `#!/bin/sh
exec "$PORTCULLIS_INSTALLS_NODE" "$PORTCULLIS_INSTALLS_PROGRAM" "\${0##*/}" "$@"
`;

/** \`python -m pip\` is pip; every other Python is the environment's own. */
const PYTHON = `#!/bin/sh
if [ "$1 $2" = "-m pip" ]; then shift 2; exec "\${0%/*}/pip" "$@"; fi
exec "$VIRTUAL_ENV/bin/\${0##*/}" "$@"
`;

type Wrapped = Omit<InstallSettings, "wrappers">;

/** Puts a wrapper before each installer on the PATH of a build. */
export async function installWrappers(
  wrapped: Wrapped,
): Promise<Pick<Toolchain, "buildPath" | "buildVariables">> {
  const { cache, version } = wrapped;
  const folder = path.join(cache, "wrappers-1");
  await mkdir(folder, { recursive: true });
  const python = version.startsWith("python");
  const texts = [
    ...INSTALLERS.map((name) => [name, WRAPPER] as const),
    ...(python ? (["python", "python3"] as const).map((name) => [name, PYTHON] as const) : []),
  ];
  const own = python ? path.join(folder, "python") : path.join(folder, "plain");
  await mkdir(own, { recursive: true });
  for (const [name, text] of texts) {
    const file = path.join(own, name);
    if (!existsSync(file)) writeWhole(file, text, 0o755);
  }
  return {
    buildPath: [own],
    buildVariables: {
      ...variablesOf({ ...wrapped, wrappers: own }),
      PORTCULLIS_INSTALLS_NODE: process.execPath,
      PORTCULLIS_INSTALLS_PROGRAM: PROGRAM,
    },
  };
}
