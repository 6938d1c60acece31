import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compare, describeComparison } from "./paired";
import { run } from "./run";

const ROOT = path.join(__dirname, "..");
const INCIDENT = path.join(ROOT, "tests/fixtures/repositories/incident");
const LIMIT = 2.2;
const PAIRS = 15;

/** A whole `portcullis audit` of a small repository against `node -e 0`: from the checkout, and installed. */
export async function benchSmallAudit(report: (line: string) => void): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), "portcullis-bench-"));
  try {
    const repository = path.join(scratch, "repository");
    cpSync(INCIDENT, repository, { recursive: true });
    const entries = [
      ["", path.join(ROOT, "bin/portcullis.js")],
      [", installed", installedEntry(scratch)],
    ] as const;
    for (const [where, entry] of entries) {
      const comparison = await compare(
        `audit of a small repository${where}`,
        {
          reference: async () => void (await run(process.execPath, ["-e", "0"])),
          measured: async () => void (await run(process.execPath, [entry, "audit", repository])),
        },
        PAIRS,
      );
      report(describeComparison(comparison, LIMIT));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The command line of the packed package, installed into an empty folder. */
function installedEntry(scratch: string): string {
  const folder = path.join(scratch, "installed");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "package.json"), "{}");
  npm(["pack", "--silent", "--pack-destination", scratch], ROOT);
  const tarball = readdirSync(scratch).find((name) => name.endsWith(".tgz")) ?? "";
  npm(["install", "--offline", "--no-audit", "--no-fund", path.join(scratch, tarball)], folder);
  return path.join(folder, "node_modules/portcullis/bin/portcullis.js");
}

function npm(words: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync("npm", words, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm ${words.join(" ")}: ${stderr}`);
}
