import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rgPath } from "@vscode/ripgrep";
import { auditFolder } from "../audit";
import { heldTo } from "./held";
import { compare, describeComparison } from "./paired";
import { run } from "./run";
import { benchSmallAudit } from "./small-audit";
import { writeMonorepo } from "./trees/monorepo";

const ENTRY = path.join(__dirname, "..", "bin", "portcullis.js");
const MOST_TIMES_RIPGREP = 7;
const MOST_MEGABYTES = 400;
const MOST_GROWTH = 1.5;
const [FEW, MANY] = [1000, 20_000];

/** A small repository first. Then a whole `portcullis audit` of 20,000 files against ripgrep on the same tree; its memory; its time per file. */
export async function benchAudit(report: (line: string) => void): Promise<void> {
  await benchSmallAudit(report);
  const scratch = mkdtempSync(path.join(tmpdir(), "portcullis-bench-"));
  try {
    const trees = { few: path.join(scratch, "few"), many: path.join(scratch, "many") };
    writeMonorepo(trees.few, FEW);
    writeMonorepo(trees.many, MANY);
    let peak: number | undefined;
    const comparison = await compare("audit of 20,000 files", {
      reference: async () => void (await run(rgPath, ["--files-with-matches", "PORT", trees.many])),
      measured: async () => {
        const audit = [ENTRY, "audit", trees.many, "--json", "--output", path.join(scratch, "audit.json")];
        peak = (await run(process.execPath, audit)) ?? peak;
      },
    });
    report(describeComparison(comparison, MOST_TIMES_RIPGREP));
    if (peak !== undefined) {
      report(`memory of it: ${peak.toFixed(0)} MB, ${heldTo(MOST_MEGABYTES, peak)} MB`);
    }
    const growth = await compare("time a file, 20,000 files to 1,000", {
      reference: async () => {
        for (let times = 0; times < MANY / FEW; times += 1) auditFolder(trees.few);
      },
      measured: async () => void auditFolder(trees.many),
    });
    report(describeComparison(growth, MOST_GROWTH));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
