import { randomBytes } from "node:crypto";
import { DRIVERS, type DriverName, formatConnectionUrl } from "../../domain";
import { openStack } from "../stacks/open-stack";
import { reasonsOf, rejectingPolicies } from "../stacks/policy-output";
import { policyPackOf } from "../stacks/policy-pack";
import type { PrivateProject } from "../stacks/private-project";
import type { Pulumi } from "../stacks/pulumi";
import type { PulumiRun } from "../stacks/pulumi-run";
import type { StackFile } from "../stacks/stack-file";
import type { StackOverlay } from "../stacks/stack-overlay";
import { databaseConfig, UNREADABLE_HOST } from "./addresses";
import type { RehearsalEnvironment } from "./environment";
import type { Phases } from "./phases";
import type { RehearsedStack, VerificationOutput } from "./rehearsed-stack";

export interface StackRehearsal {
  readonly file: StackFile;
  readonly project: PrivateProject;
  readonly pulumi: Pulumi;
  readonly environment: RehearsalEnvironment;
  readonly phases: Phases;
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
  const run = reviewed.exitCode === 0 ? await deployStack(rehearsal, packOf(rehearsal)) : reviewed;
  return describeRun(rehearsal, run, started);
}

/** Deploys a rejected stack without the policy pack. */
export async function deployUngated(rehearsal: StackRehearsal): Promise<RehearsedStack> {
  const started = performance.now();
  return describeRun(rehearsal, await deployStack(rehearsal, []), started);
}

/** Ends the service's processes, so that the next environment finds its port free. */
export async function suspendStack({ environment }: StackRehearsal, serviceId: string): Promise<void> {
  const { host, apiKey } = environment.render;
  const response = await fetch(`${host}/services/${serviceId}/suspend`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}` },
  });
  if (!response.ok) throw new Error(`the embedded Render answered ${response.status} to a suspend`);
}

async function makeStack(rehearsal: StackRehearsal): Promise<void> {
  const { file, project, pulumi, environment, overlay, phases } = rehearsal;
  const { host, ownerId, apiKey } = environment.render;
  const password = randomBytes(18).toString("base64url");
  const madeUp = file.secretKeys.map((key) => [key, randomBytes(18).toString("base64url")]);
  await phases.measure("Pulumi", "theirs", () =>
    openStack(file, project, pulumi, {
      config: {
        "portcullis:addresses": environment.addressesOf(file),
        "render:host": host,
        "render:ownerId": ownerId,
        // A rehearsal files no failure records: the environment has not failed.
        "portcullis:verify": { ...(file.config["portcullis:verify"] as object | undefined), records: false },
        ...overlay?.config,
      },
      secrets: {
        ...Object.fromEntries(madeUp),
        "render:apiKey": apiKey,
        "portcullis:databasePassword": password,
        "portcullis:databaseAdminPassword": environment.databaseOf(file.stack).adminPassword,
        ...(file.secretKeys.includes("portcullis:databaseUrl")
          ? { "portcullis:databaseUrl": ownUrl(rehearsal) }
          : {}),
        ...overlay?.secrets,
      },
    }),
  );
}

/** Replaces a typed URL, which is a secret that a rehearsal cannot open. */
function ownUrl({ file, environment }: StackRehearsal): string {
  const { driver } = (file.config["portcullis:service"] ?? {}) as { driver?: DriverName };
  const server = environment.databaseOf(file.stack);
  return formatConnectionUrl({
    scheme: DRIVERS[driver ?? "asyncpg"]?.schemes[0] ?? "postgresql",
    user: server.adminUser,
    password: server.adminPassword,
    host: UNREADABLE_HOST,
    port: 5432,
    database: databaseConfig(file).name ?? "postgres",
    parameters: {},
  });
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

function deployStack(rehearsal: StackRehearsal, pack: readonly string[]): Promise<PulumiRun> {
  const { file, pulumi, phases, onStep, onLine } = rehearsal;
  onStep(["pulumi up", ...pack].join(" "));
  const args = ["up", "-s", file.stack, "--yes", "--skip-preview", ...pack];
  return phases.measure("deploys", "theirs", () => pulumi(args, { onLine }));
}

interface Outputs {
  readonly serviceId?: string;
  readonly url?: string;
  readonly port?: number;
  readonly database?: { readonly host: string; readonly port: number; readonly mode: string };
  readonly verification?: VerificationOutput;
}

async function describeRun(
  { file, pulumi }: StackRehearsal,
  run: PulumiRun,
  started: number,
): Promise<RehearsedStack> {
  const { stack } = file;
  const outputs = JSON.parse(
    (await pulumi(["stack", "output", "-s", stack, "--json"])).stdout || "{}",
  ) as Outputs;
  const policies = rejectingPolicies(run.output);
  const { port } = (file.config["portcullis:service"] ?? {}) as { port?: number };
  const { verification, database, serviceId, url } = outputs;
  const verified = run.exitCode === 0 && verification?.outcome === "pass";
  return {
    stack,
    result: verified ? "verified" : policies.length > 0 ? "rejected" : "failed",
    ...(typeof port === "number" ? { port } : {}),
    ...(database ? { database: `${database.host}:${database.port} (${database.mode})` } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(url ? { url } : {}),
    checks: verification?.checks ?? [],
    policies,
    seconds: (performance.now() - started) / 1000,
    detail: reasonsOf(run.output),
  };
}
