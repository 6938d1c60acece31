import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findEngine } from "../engine";
import { compare, describeComparison } from "./paired";
import { programStack } from "./preview";

const SERVICES = 1000;
const LIMIT = 1.1;

/** Our pack against a pack of one rule, on a thousand services. */
export async function benchPolicy(report: (line: string) => void): Promise<void> {
  const engine = await findEngine({ report });
  const parent = await mkdtemp(path.join(tmpdir(), "portcullis-bench-"));
  try {
    const { pulumi } = await programStack(engine, parent, "services", SERVICES);
    const preview = (pack: string) => async (): Promise<void> => {
      const run = await pulumi(["preview", "-s", "services", "--policy-pack", path.join(__dirname, pack)]);
      if (run.exitCode !== 0) throw new Error(run.output);
    };
    const runs = { measured: preview("../policy"), reference: preview("packs/one-rule") };
    report(describeComparison(await compare(`policy, ${SERVICES} services`, runs, 3), LIMIT));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
