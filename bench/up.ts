import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findEngine } from "../engine";
import { VerifiedProject } from "../tests/components/verified-project";
import { compare, describeComparison } from "./paired";
import { programStack } from "./preview";

const LIMIT = 1.3;
const UP = ["--yes", "--skip-preview"] as const;

/** `pulumi up` of a verified service where nothing has changed, against a bare program with as many resources. */
export async function benchUp(report: (line: string) => void): Promise<void> {
  const engine = await findEngine({ report });
  const parent = await mkdtemp(path.join(tmpdir(), "portcullis-bench-"));
  const project = await VerifiedProject.open(engine);
  try {
    await project.write("staging", {});
    const succeed = async (...args: readonly string[]): Promise<string> => {
      const { status, output } = await project.pulumi(args);
      if (status !== 0) throw new Error(output);
      return output;
    };
    await succeed("up", "-s", "staging", ...UP);
    const { deployment } = JSON.parse(await succeed("stack", "export", "-s", "staging")) as {
      readonly deployment: { readonly resources: readonly unknown[] };
    };
    // The stack itself is a resource of both.
    const count = deployment.resources.length - 1;
    const bare = await programStack(engine, parent, "bare", count);
    const reference = async (): Promise<void> => {
      const run = await bare.pulumi(["up", "-s", "bare", ...UP]);
      if (run.exitCode !== 0) throw new Error(run.output);
    };
    await reference();
    const measured = async (): Promise<void> => void (await succeed("up", "-s", "staging", ...UP));
    const found = await compare("up without changes", { measured, reference });
    report(`${describeComparison(found, LIMIT)} (${count} resources each)`);
  } finally {
    await project.close();
    await rm(parent, { recursive: true, force: true });
  }
}
