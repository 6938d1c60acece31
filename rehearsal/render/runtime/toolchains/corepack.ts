import { mkdir } from "node:fs/promises";
import path from "node:path";
import { writeWhole } from "../../../../system";

const NAMED = /(?:^|[\s;&|(])corepack(?=\s)/m;

/**
 * `enable` would link package managers beside this machine's own Node, and each of them would then download itself. The
 * managers that the commands name are on the PATH already.
 */
const INSTEAD = `#!/bin/sh
case "$1" in
  "" | -* | enable | disable | prepare | install | hydrate | up | use | cache | pack)
    echo "==> [embedded Render] \\\`corepack $*\\\` changes nothing here: what the commands name is on the PATH already."
    exit 0 ;;
esac
manager=\${1%%@*}
shift
exec "$manager" "$@"
`;

/** The folder of a `corepack` for a service whose commands name it; none for any other. */
export async function corepackFolder(commands: string, cache: string): Promise<readonly string[]> {
  if (!NAMED.test(commands)) return [];
  const folder = path.join(cache, "tools", "corepack-1");
  await mkdir(folder, { recursive: true });
  writeWhole(path.join(folder, "corepack"), INSTEAD, 0o755);
  return [folder];
}

/** The version that `corepack prepare pnpm@9.1.0 --activate` and its like ask for. */
export function askedOfCorepack(commands: string, manager: string): string | undefined {
  const asked = new RegExp(`(?:^|[\\s;&|(])corepack\\s+[^;&|\\n]*?\\b${manager}@(\\d[\\w.-]*)`, "m");
  return asked.exec(commands)?.[1];
}
