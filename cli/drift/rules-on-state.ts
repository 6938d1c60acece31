import { readFile } from "node:fs/promises";
import path from "node:path";
import { resourceName } from "../../domain/place";
import type { Engine } from "../../engine";
import { cacheDirectory } from "../../system";
import { CommandError } from "../exit-code";
import { ownPulumi, refusalOf } from "../stacks/own-pulumi";
import { policyPackOf } from "../stacks/policy-pack";
import { createPrivateProject } from "../stacks/private-project";
import type { Pulumi } from "../stacks/pulumi";
import { sameProvider } from "../stacks/secrets-provider";
import { stackFilePath } from "../stacks/stack-file-name";
import { copiedState } from "./copied-state";
import { eventsIn } from "./engine-events";

/** What a policy says of a resource as it really is. */
export interface PolicyFinding {
  readonly policy: string;
  readonly level: "mandatory" | "advisory";
  readonly resource: string;
  readonly message: string;
}

interface Judging {
  /** The user's own Pulumi, which reads the state. */
  readonly own: Pulumi;
  readonly engine: Engine;
  readonly project: string;
  readonly stack: string;
  readonly signal: AbortSignal;
}

/**
 * Judges what is really there by the policy pack: a copy of the state, in a private folder, is refreshed and
 * analysed. The stack's own state is read, and never written.
 */
export async function rulesOnState(judging: Judging): Promise<readonly PolicyFinding[]> {
  const { own, engine, project, stack, signal } = judging;
  const state = copiedState(await succeeded(own(["stack", "export", "-s", stack]), stack));
  const copy = await createPrivateProject(project, path.join(cacheDirectory(), "drifts"));
  try {
    // Only where the state is kept differs: its secrets stay encrypted, by who encrypted them.
    const variables = {
      PULUMI_BACKEND_URL: copy.backend,
      PORTCULLIS_DATA: path.join(copy.scratch, "data"),
    };
    const pulumi = ownPulumi(copy.folder, engine, signal, variables);
    const file = await readFile(stackFilePath(project, stack), "utf8");
    await copy.writeStackFile(stack, file);
    await succeeded(pulumi(["stack", "init", stack, ...sameProvider(file)]), stack);
    // Of a provider other than a passphrase, Pulumi has written a new key there.
    await copy.writeStackFile(stack, file);
    await succeeded(pulumi(["stack", "import", "-s", stack], { input: state }), stack);
    await succeeded(pulumi(["refresh", "-s", stack, "--yes", "--skip-preview"]), stack);
    const pack = policyPackOf(copy.folder);
    const analysed = await pulumi(["policy", "analyze", "-s", stack, "--json", "--policy-pack", pack]);
    const findings = findingsOf(analysed.stdout);
    const rejected = findings.some(({ level }) => level === "mandatory");
    if (analysed.exitCode !== 0 && !rejected) throw unreadable(stack, analysed.output);
    return findings;
  } finally {
    await copy.remove();
  }
}

/** Each policy's findings, of `pulumi policy analyze --json`: one event a line. */
export function findingsOf(output: string): readonly PolicyFinding[] {
  return eventsIn(output).flatMap(({ policyEvent }): PolicyFinding[] => {
    if (policyEvent === undefined) return [];
    const { policyName, message, resourceUrn = "", enforcementLevel } = policyEvent;
    // The first line is the policy's own description, the same each time.
    const said = message.split("\n").slice(1).join("\n").trim() || message;
    return [
      {
        policy: policyName,
        level: enforcementLevel === "mandatory" ? "mandatory" : "advisory",
        resource: resourceName(resourceUrn),
        message: said,
      },
    ];
  });
}

async function succeeded(run: ReturnType<Pulumi>, stack: string): Promise<string> {
  const { exitCode, output, stdout } = await run;
  if (exitCode !== 0) throw unreadable(stack, output);
  return stdout;
}

const unreadable = (stack: string, output: string): CommandError =>
  new CommandError(`${stack}: what is really there cannot be judged: ${refusalOf(output)}`);
