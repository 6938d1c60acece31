import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { cacheDirectory } from "../../../system";

const SOURCE = path.join(__dirname, "../../fixtures/prisma-service");

/**
 * The folder of tests/fixtures/prisma-service as one file, built once for its sources. Prisma 7 asks by node-postgres and
 * a compiler in WebAssembly; engines of older versions are programs that no package has.
 */
export function prismaService(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(SOURCE).sort()) hash.update(readFileSync(path.join(SOURCE, name)));
  const folder = path.join(cacheDirectory(), `prisma-service-${hash.digest("hex").slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheDirectory(), { recursive: true });
  const building = mkdtempSync(path.join(cacheDirectory(), "prisma-service-building-"));
  try {
    cpSync(SOURCE, building, { recursive: true });
    run(building, "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]);
    // The engine for migrations is looked for, and nothing asks it.
    const none = {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    };
    run(building, process.execPath, ["node_modules/prisma/build/index.js", "generate"], none);
    const [main, outfile] = [path.join(building, "main.js"), path.join(building, "built", "main.js")];
    buildSync({
      ...{ entryPoints: [main], outfile, absWorkingDir: building, logLevel: "error" },
      ...{ bundle: true, platform: "node", external: ["pg-native"] },
    });
    if (!existsSync(folder)) renameSync(path.dirname(outfile), folder);
    return folder;
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

function run(cwd: string, program: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}): void {
  const { status, stderr, stdout } = spawnSync(program, [...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...variables },
  });
  if (status !== 0) throw new Error(`${path.basename(program)} ${args.join(" ")}: ${stderr}${stdout}`);
}
