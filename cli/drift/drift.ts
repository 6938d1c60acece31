import { CommandError, EXIT } from "../exit-code";
import { engineFor } from "../stacks/engine-for";
import { backendAdvice, ownPulumi, refusalAdvice, refusalOf } from "../stacks/own-pulumi";
import type { Pulumi } from "../stacks/pulumi";
import { sideBySide } from "../stacks/side-by-side";
import { assertStackFile } from "../stacks/stack-file";
import { isSameStack } from "../stacks/stack-file-name";
import { printReport, progressTo } from "../terminal-output";
import { type DriftedResource, driftedResources } from "./drifted-resources";
import { errorsIn } from "./engine-events";
import { driftJson, driftReport, type StackDrift } from "./report";
import { rulesOnState } from "./rules-on-state";

export interface DriftRequest {
  readonly project: string;
  readonly stacks: readonly string[];
  /** False leaves the rules out. */
  readonly rules: boolean;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** Compares each stack with what is really there, prints what differs, and returns the exit code. */
export async function drift(request: DriftRequest): Promise<number> {
  const { project, stacks, signal, json } = request;
  const started = performance.now();
  const report = progressTo(json);
  await Promise.all(stacks.map((stack) => assertStackFile(project, stack)));
  const engine = await engineFor({ report, signal });
  const own = ownPulumi(project, engine, signal);
  const reading = ownPulumi(project, engine, signal, EVENTS);
  const deployed = await deployedStacks(own);
  const compared = async (stack: string): Promise<StackDrift> => {
    if (!deployed.some((name) => isSameStack(name, stack))) {
      return { stack, result: "not deployed", resources: [], findings: [] };
    }
    report(`drift: reading what is there of ${stack}`);
    const resources = await driftOf(reading, stack);
    if (request.rules) report(`drift: judging what is there of ${stack}`);
    const findings = request.rules ? await rulesOnState({ own, engine, project, stack, signal }) : [];
    const violated = findings.some(({ level }) => level === "mandatory");
    const result = resources.length > 0 ? "drift" : violated ? "violation" : "none";
    return { stack, result, resources, findings };
  };
  const found = await sideBySide(stacks, compared);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const words = json === true ? driftJson : driftReport;
  printReport(found, (shown) => words(shown, seconds));
  return exitCodeOf(found);
}

function exitCodeOf(found: readonly StackDrift[]): number {
  if (found.some(({ result }) => result === "drift" || result === "violation")) return EXIT.failed;
  // Of nothing that is deployed nothing is proven.
  return found.every(({ result }) => result === "not deployed") ? EXIT.undecided : EXIT.done;
}

const LOG_IN =
  "Log in to their backend: type `pulumi login`, with its address where it is not Pulumi Cloud, such as `pulumi login file://~`.";

/** The whole names of all stacks that have resources. @throws CommandError with what Pulumi says */
async function deployedStacks(own: Pulumi): Promise<readonly string[]> {
  const listed = await own(["stack", "ls", "--json"]);
  if (listed.exitCode !== 0) {
    const why = refusalOf(listed.output);
    const advice = backendAdvice(why) ?? LOG_IN;
    throw new CommandError(`the stacks cannot be listed: ${why}\n${advice}`);
  }
  const known = JSON.parse(listed.stdout || "[]") as readonly { name: string; resourceCount?: number }[];
  return known.filter(({ resourceCount }) => resourceCount !== 0).map(({ name }) => name);
}

/** The document of a refresh leaves out what differs of a resource whose provider says no paths of it (pulumi 3.259). */
const EVENTS = { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" } as const;

/** @throws CommandError with what Pulumi says */
async function driftOf(own: Pulumi, stack: string): Promise<readonly DriftedResource[]> {
  const run = await own(["refresh", "-s", stack, "--preview-only", "--json"]);
  if (run.exitCode !== 0) {
    const why = refusalOf(errorsIn(run.stdout) || run.output);
    throw new CommandError(`${stack}: what is really there cannot be read: ${why}${refusalAdvice(why)}`);
  }
  return driftedResources(run.stdout);
}
