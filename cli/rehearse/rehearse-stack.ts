import type { ServiceType } from "../../domain";
import { declaredPorts } from "../stacks/declared-ports";
import { endpointWords } from "../stacks/endpoint-words";
import { comparedStacks } from "../stacks/other-stacks";
import { reasonsOf, rejectingPolicies } from "../stacks/policy-output";
import { policyPackOf } from "../stacks/policy-pack";
import type { PrivateProject } from "../stacks/private-project";
import type { Pulumi } from "../stacks/pulumi";
import type { PulumiRun } from "../stacks/pulumi-run";
import type { StackFile } from "../stacks/stack-file";
import type { StackOverlay } from "../stacks/stack-overlay";
import { unjudgedSecrets } from "../stacks/unjudged-secrets";
import { isOfTypedUrl } from "./addresses";
import { leaveOut, unrehearsableHere } from "./containers";
import type { RehearsalEnvironment } from "./environment";
import type { VerifiedService } from "./examine-stack";
import { fillDatabases, makeRoles } from "./fill-databases";
import { makeStack } from "./make-stack";
import type { Phases } from "./phases";
import type { RehearsedStack, VerificationOutput } from "./rehearsed-stack";
import type { GivenSecrets } from "./secrets/env-file";

export interface StackRehearsal {
  readonly file: StackFile;
  readonly project: PrivateProject;
  readonly pulumi: Pulumi;
  readonly environment: RehearsalEnvironment;
  readonly phases: Phases;
  readonly signal: AbortSignal;
  /** From `--env-file`; the others are made up. */
  readonly secrets: GivenSecrets;
  /** A change that an incident makes in the stack. */
  readonly overlay?: StackOverlay;
  /** Called with each step as it begins; `onLine` with Pulumi's own lines. */
  readonly onStep: (step: string) => void;
  readonly onLine: (line: string) => void;
}

/** Reviews the stack as it is written, and deploys it where the policy pack lets it pass. */
export async function rehearseStack(rehearsal: StackRehearsal): Promise<RehearsedStack> {
  const started = performance.now();
  await makeStack(rehearsal);
  const reviewed = await reviewStack(rehearsal);
  if (reviewed.exitCode !== 0) return describeRun(rehearsal, reviewed, started);
  const without = await unrehearsableHere(rehearsal.file);
  if (without !== undefined && !without.othersLeft) {
    const described = await describeRun(rehearsal, reviewed, started);
    return { ...described, result: "not rehearsed", detail: without.sentence };
  }
  if (without !== undefined) await leaveOut(rehearsal.project, rehearsal.file.stack, without);
  await fillDatabases(rehearsal);
  const deployed = await deployStack(rehearsal, packOf(rehearsal));
  const described = await describeRun(rehearsal, deployed, started);
  // A stack of which a part was left out is never verified.
  if (without === undefined || described.result !== "verified") return described;
  return { ...described, result: "not rehearsed", detail: without.sentence };
}

/** Deploys a rejected stack without the policy pack. */
export async function deployUngated(rehearsal: StackRehearsal): Promise<RehearsedStack> {
  const started = performance.now();
  return describeRun(rehearsal, await deployStack(rehearsal, []), started);
}

/** Ends the processes of the services that still run, so that the next environment finds their ports free. */
export async function suspendRunning({ environment }: StackRehearsal): Promise<void> {
  const { host, apiKey } = environment.render;
  const headers = { authorization: `Bearer ${apiKey}` };
  const listed = await fetch(`${host}/services?suspended=not_suspended&limit=100`, { headers });
  const services = (await listed.json()) as { readonly service: { readonly id: string } }[];
  for (const { service } of services) {
    const response = await fetch(`${host}/services/${service.id}/suspend`, { method: "POST", headers });
    if (!response.ok) throw new Error(`the embedded Render answered ${response.status} to a suspend`);
  }
}

const packOf = ({ project }: StackRehearsal): readonly string[] => [
  "--policy-pack",
  policyPackOf(project.folder),
];

function reviewStack(rehearsal: StackRehearsal): Promise<PulumiRun> {
  const { file, pulumi, phases, onStep, onLine } = rehearsal;
  const pack = packOf(rehearsal);
  onStep(["pulumi preview", ...pack].join(" "));
  const args = ["preview", "-s", file.stack, ...pack];
  return phases.measure("Pulumi", "theirs", () => pulumi(args, { onLine }));
}

async function deployStack(rehearsal: StackRehearsal, pack: readonly string[]): Promise<PulumiRun> {
  const { file, pulumi, environment, phases, onStep, onLine } = rehearsal;
  await makeRoles(file, environment);
  onStep(["pulumi up", ...pack].join(" "));
  const args = ["up", "-s", file.stack, "--yes", "--skip-preview", ...pack];
  return phases.measure("deploys", "theirs", () => pulumi(args, { onLine }));
}

interface ServiceOutput {
  readonly type: ServiceType;
  readonly serviceId: string;
  readonly verification: VerificationOutput;
}

interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly mode: string;
}

interface Outputs {
  /** By their keys, where the program exports them. */
  readonly services?: Readonly<Record<string, ServiceOutput>>;
  readonly serviceId?: string;
  readonly url?: string;
  readonly port?: number;
  readonly database?: Endpoint;
  /** By their names, where the program exports them. */
  readonly databases?: Readonly<Record<string, Endpoint | undefined>>;
  readonly verification?: VerificationOutput;
}

/** Of every service; the checks of several say which one they are of. */
function verificationsOf({ services, verification }: Outputs): readonly VerificationOutput[] {
  const several = Object.entries(services ?? {});
  if (several.length < 2) return verification === undefined ? [] : [verification];
  return several.map(([key, { verification: own }]) => ({
    ...own,
    checks: own.checks.map((check) => ({ ...check, name: `${key}: ${check.name}` })),
  }));
}

/** All that the program exports; one that exports no `services` has the one whose id it says. */
function servicesIn({ services = {}, serviceId }: Outputs): readonly VerifiedService[] {
  const several = Object.entries(services).map(([key, one]) => ({
    ...{ key, type: one.type },
    serviceId: one.serviceId,
  }));
  if (several.length > 0) return several;
  return serviceId ? [{ key: "", type: "web", serviceId }] : [];
}

const endpointText = ({ host, port, mode }: Endpoint): string =>
  isOfTypedUrl(host) ? "typed, not known" : endpointWords(host, port, mode);

/** Where there are several, each by its name. */
function severalDatabases({ databases = {} }: Outputs): Pick<RehearsedStack, "databases"> {
  const known = Object.entries(databases).flatMap(([name, endpoint]) =>
    endpoint ? [[name, endpointText(endpoint)] as const] : [],
  );
  return known.length < 2 ? {} : { databases: Object.fromEntries(known) };
}

async function describeRun(
  { file, pulumi, secrets }: StackRehearsal,
  run: PulumiRun,
  started: number,
): Promise<RehearsedStack> {
  const { stack } = file;
  const outputs = JSON.parse(
    (await pulumi(["stack", "output", "-s", stack, "--json"])).stdout || "{}",
  ) as Outputs;
  const policies = rejectingPolicies(run.output);
  const notJudged = unjudgedSecrets(file, secrets);
  const notCompared = comparedStacks(file);
  const { database, serviceId, url } = outputs;
  const services = servicesIn(outputs);
  const verifications = verificationsOf(outputs);
  const passed = verifications.length > 0 && verifications.every(({ outcome }) => outcome === "pass");
  const verified = run.exitCode === 0 && passed;
  return {
    stack,
    result: verified ? "verified" : policies.length > 0 ? "rejected" : "failed",
    ...declaredPorts(file),
    ...(database ? { database: endpointText(database) } : {}),
    ...severalDatabases(outputs),
    ...(serviceId ? { serviceId } : {}),
    ...(services.length > 0 && { services }),
    ...(url ? { url } : {}),
    ...(notJudged.length > 0 && { notJudged }),
    ...(notCompared.length > 0 && { notCompared }),
    checks: verifications.flatMap(({ checks }) => checks),
    policies,
    seconds: (performance.now() - started) / 1000,
    detail: reasonsOf(run.output),
  };
}
