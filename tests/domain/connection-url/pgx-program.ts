import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { cacheDirectory } from "../../../system";

const SOURCE = path.join(__dirname, "../../fixtures/pgx-service");

/**
 * The program of tests/fixtures/pgx-service, built once for its sources: with `read` it says what pgx reads in URLs, else
 * it is a service. Undefined where this machine has no Go.
 */
export function pgxProgram(): string | undefined {
  const version = spawnSync("go", ["version"], { encoding: "utf8" });
  if (version.status !== 0) return undefined;
  const hash = createHash("sha256").update(version.stdout);
  for (const name of readdirSync(SOURCE).sort()) hash.update(readFileSync(path.join(SOURCE, name)));
  const program = path.join(cacheDirectory(), `pgx-service-${hash.digest("hex").slice(0, 16)}`);
  if (existsSync(program)) return program;
  mkdirSync(path.dirname(program), { recursive: true });
  const building = `${program}.${process.pid}`;
  const built = spawnSync("go", ["build", "-o", building, "."], {
    cwd: SOURCE,
    encoding: "utf8",
    env: { ...process.env, CGO_ENABLED: "0" },
  });
  if (built.status !== 0) throw new Error(`go build: ${built.stderr}`);
  renameSync(building, program);
  return program;
}
