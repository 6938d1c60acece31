import { randomBytes } from "node:crypto";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStack } from "../cli/stacks/open-stack";
import { createPrivateProject, type PrivateProject } from "../cli/stacks/private-project";
import { type Pulumi, pulumiIn } from "../cli/stacks/pulumi";
import { readStackFile } from "../cli/stacks/stack-file";
import { type Engine, findEngine } from "../engine";
import { compare, describeComparison } from "./paired";

const ROOT = path.join(__dirname, "..");
const LIMIT = 1.25;

/** `pulumi preview -s staging --policy-pack policy` against a bare program with as many resources and an empty pack. */
export async function benchPreview(report: (line: string) => void): Promise<void> {
  const engine = await findEngine({ report });
  const parent = await mkdtemp(path.join(tmpdir(), "portcullis-bench-"));
  try {
    const staging = await stagingStack(engine, parent);
    const { stdout } = await staging.pulumi(["preview", "-s", "staging", "--json"]);
    const count = (JSON.parse(stdout) as { steps: unknown[] }).steps.length - 1;
    const bare = await bareStack(engine, parent, count);
    const preview = (pulumi: Pulumi, stack: string, pack?: string) => async (): Promise<void> => {
      const run = await pulumi([
        "preview",
        "-s",
        stack,
        ...(pack === undefined ? [] : ["--policy-pack", pack]),
      ]);
      if (run.exitCode !== 0) throw new Error(run.output);
    };
    const reference = preview(bare.pulumi, "bare", path.join(__dirname, "packs/empty"));
    const whole = await compare("preview", {
      measured: preview(staging.pulumi, "staging", "policy"),
      reference,
    });
    report(`${describeComparison(whole, LIMIT)} (${count} resources each)`);
    const parts: readonly [string, () => Promise<void>][] = [
      ["the program and its providers (no pack)", preview(staging.pulumi, "staging")],
      ["the pack (bare program)", preview(bare.pulumi, "bare", path.join(ROOT, "policy"))],
    ];
    const alone = await compare("", { measured: preview(bare.pulumi, "bare"), reference }, 3);
    for (const [name, measured] of parts) {
      const part = await compare(name, { measured, reference }, 3);
      const base = name.startsWith("the pack") ? part.reference : alone.measured;
      report(`  of the rest, ${name}: ${(part.measured - base).toFixed(2)} s`);
    }
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

interface Stack {
  readonly pulumi: Pulumi;
}

async function stagingStack(engine: Engine, parent: string): Promise<Stack> {
  const project = await createPrivateProject(ROOT, path.join(parent, "staging"));
  const pulumi = pulumiOf(project, engine, project.secrets.passphrase);
  const secret = randomBytes(18).toString("base64url");
  const secrets = { "portcullis:databasePassword": secret, "portcullis:databaseAdminPassword": secret };
  await openStack(await readStackFile(ROOT, "staging"), project, pulumi, { secrets });
  return { pulumi };
}

async function bareStack(engine: Engine, parent: string, count: number): Promise<Stack> {
  return programStack(engine, parent, "bare", count);
}

/** A stack of one of the programs beside this file, with COUNT resources. */
export async function programStack(
  engine: Engine,
  parent: string,
  program: string,
  count: number,
): Promise<Stack> {
  const folder = path.join(parent, program);
  await cp(path.join(__dirname, "programs", program), folder, { recursive: true });
  await symlink(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  const counted = { ...engine, environment: { ...engine.environment, COUNT: String(count) } };
  const pulumi = pulumiOf({ folder, backend: `file://${folder}` }, counted);
  const made = await pulumi(["stack", "init", program]);
  if (made.exitCode !== 0) throw new Error(made.output);
  return { pulumi };
}

function pulumiOf(
  project: Pick<PrivateProject, "folder" | "backend">,
  engine: Engine,
  passphrase = "bench",
): Pulumi {
  return pulumiIn(project, engine, passphrase, new AbortController().signal);
}
