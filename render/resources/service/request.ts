import { isRecord } from "../../../render-api";
import { type Properties, withoutAbsent } from "../../plugin/property-values";
import type { ServiceType } from "./row";

/** A field of `serviceDetails`, and the inputs that it says. */
interface Detail {
  readonly inputs: readonly string[];
  /** Undefined where it is not to be sent. */
  readonly body: (inputs: Properties) => unknown;
  /** What a PATCH sends where the input was removed: it keeps what it does not name. */
  readonly removed?: unknown;
  /** True where only POST takes it. */
  readonly created?: true;
}

/** What Render shows where no one has limited who may call. */
export const EVERYBODY = [{ cidrBlock: "0.0.0.0/0", description: "everywhere" }];

// Render refuses a change of a free service that carries what only paid plans have.
const paid = (of: (inputs: Properties) => unknown) => (inputs: Properties) =>
  inputs.plan === "free" ? undefined : of(inputs);

const DETAILS: Readonly<Record<string, Detail>> = {
  runtime: { inputs: ["runtimeSource"], body: runtimeOf },
  envSpecificDetails: { inputs: ["runtimeSource"], body: commands },
  plan: { inputs: ["plan"], body: ({ plan }) => plan },
  schedule: { inputs: ["schedule"], body: ({ schedule }) => schedule },
  buildCommand: { inputs: ["buildCommand"], body: ({ buildCommand }) => buildCommand },
  publishPath: { inputs: ["publishPath"], body: ({ publishPath }) => publishPath ?? "public" },
  healthCheckPath: { inputs: ["healthCheckPath"], body: ({ healthCheckPath }) => healthCheckPath ?? "" },
  preDeployCommand: {
    inputs: ["preDeployCommand"],
    body: paid(({ preDeployCommand }) => preDeployCommand ?? ""),
  },
  maintenanceMode: {
    inputs: ["maintenanceMode"],
    body: paid(({ maintenanceMode }) => maintenanceBody(maintenanceMode)),
  },
  maxShutdownDelaySeconds: {
    inputs: ["maxShutdownDelaySeconds"],
    body: ({ maxShutdownDelaySeconds }) => maxShutdownDelaySeconds,
    removed: 30,
  },
  previews: {
    inputs: ["previews", "pullRequestPreviewsEnabled"],
    body: (inputs) => inputs.previews ?? previewsFromAlias(inputs),
  },
  ipAllowList: {
    inputs: ["ipAllowLists"],
    body: ({ ipAllowLists }) => cidrBody(ipAllowLists),
    removed: EVERYBODY,
  },
  region: { inputs: ["region"], body: ({ region }) => region, created: true },
  numInstances: { inputs: ["numInstances"], body: ({ numInstances }) => numInstances, created: true },
  autoscaling: {
    inputs: ["autoscaling"],
    body: ({ autoscaling }) => autoscalingBody(autoscaling),
    created: true,
  },
  disk: { inputs: ["disk"], body: ({ disk }) => diskBody(disk), created: true },
  headers: { inputs: ["headers"], body: ({ headers }) => headers, created: true },
  routes: { inputs: ["routes"], body: ({ routes }) => routes, created: true },
};

/** Inputs that a PATCH of the service itself changes. */
export const PATCHED: ReadonlySet<string> = new Set([
  ...Object.values(DETAILS).flatMap(({ inputs, created }) => (created ? [] : inputs)),
  ...["name", "rootDirectory", "startCommand", "repoUrl", "branch", "autoDeploy", "buildFilter"],
]);

/** Where the code of a static site comes from is said by inputs of its own. */
const SOURCE = ["runtimeSource", "repoUrl", "branch", "autoDeploy", "buildFilter"];

const detailsOf = ({ fields }: ServiceType): (readonly [string, Detail])[] =>
  Object.entries(DETAILS).filter(([, { inputs }]) => inputs.some((name) => Object.hasOwn(fields, name)));

/**
 * The body of PATCH /services/{id}: the fields of these properties and no other, since what others have set
 * stays. One that is removed gets Render's default.
 */
export function patchBody(
  kind: ServiceType,
  inputs: Properties,
  changed: ReadonlySet<string>,
  ownerId: string,
): Record<string, unknown> {
  const due: [string, unknown][] = detailsOf(kind)
    .filter(([, { inputs: names, created }]) => !created && names.some((name) => changed.has(name)))
    .map(([name, { body, removed }]) => [name, body(inputs) ?? removed]);
  if (changed.has("startCommand") && !changed.has("runtimeSource")) {
    due.push(["envSpecificDetails", startCommandAlone(inputs)]);
  }
  const details = withoutAbsent(Object.fromEntries(due));
  return {
    ...(changed.has("name") ? { name: inputs.name } : {}),
    ...(changed.has("rootDirectory") ? { rootDir: inputs.rootDirectory ?? "" } : {}),
    ...(SOURCE.some((name) => changed.has(name)) ? sourceFields(inputs, ownerId) : {}),
    ...(Object.keys(details).length > 0 ? { serviceDetails: details } : {}),
  };
}

/** The body of POST /services, without variables and files. */
export function createBody(kind: ServiceType, inputs: Properties, ownerId: string): Record<string, unknown> {
  const details = detailsOf(kind).map(([name, { body }]) => [name, body(inputs)]);
  return withoutAbsent({
    type: kind.type,
    ownerId,
    name: inputs.name,
    environmentId: inputs.environmentId,
    rootDir: inputs.rootDirectory,
    ...sourceFields(inputs, ownerId),
    serviceDetails: withoutAbsent(Object.fromEntries(details)),
  });
}

export function cidrBody(list: unknown): unknown {
  if (!Array.isArray(list)) return undefined;
  return list.map((entry) => ({ cidrBlock: entry.cidrBlock, description: entry.description ?? "" }));
}

export function diskBody(disk: unknown): Properties | undefined {
  if (!isRecord(disk)) return undefined;
  return { name: disk.name, mountPath: disk.mountPath, sizeGB: disk.sizeGb };
}

/** Render asks for both criteria; one that is not given is off. */
export function autoscalingBody(autoscaling: unknown): unknown {
  if (!isRecord(autoscaling)) return undefined;
  const off = { enabled: false, percentage: 90 };
  const criteria = isRecord(autoscaling.criteria) ? autoscaling.criteria : {};
  return { ...autoscaling, criteria: { cpu: off, memory: off, ...criteria } };
}

function maintenanceBody(mode: unknown): unknown {
  return { enabled: false, uri: "", ...(isRecord(mode) ? mode : {}) };
}

function previewsFromAlias(inputs: Properties): unknown {
  return { generation: inputs.pullRequestPreviewsEnabled === true ? "automatic" : "off" };
}

/** The one source that is given, and its name; of a static site its own inputs. */
export function sourceOf(inputs: Properties): { kind: string; source: Record<string, unknown> } {
  if (inputs.runtimeSource === undefined && inputs.repoUrl !== undefined) return { kind: "", source: inputs };
  const [kind, source] = Object.entries(isRecord(inputs.runtimeSource) ? inputs.runtimeSource : {})[0] ?? [];
  return { kind: kind ?? "", source: isRecord(source) ? source : {} };
}

function runtimeOf(inputs: Properties): unknown {
  const { kind, source } = sourceOf(inputs);
  return kind === "nativeRuntime" ? source.runtime : kind;
}

function commands(inputs: Properties): unknown {
  const { kind, source } = sourceOf(inputs);
  if (kind === "nativeRuntime") {
    return { buildCommand: source.buildCommand, startCommand: inputs.startCommand };
  }
  const dockerCommand = inputs.startCommand ?? "";
  if (kind === "image") return { dockerCommand };
  return withoutAbsent({
    dockerCommand,
    dockerContext: source.context,
    dockerfilePath: source.dockerfilePath,
    registryCredentialId: source.registryCredentialId,
  });
}

function startCommandAlone(inputs: Properties): unknown {
  const native = sourceOf(inputs).kind === "nativeRuntime";
  return native ? { startCommand: inputs.startCommand } : { dockerCommand: inputs.startCommand ?? "" };
}

function sourceFields(inputs: Properties, ownerId: string): Record<string, unknown> {
  const { kind, source } = sourceOf(inputs);
  if (kind === "image") return { image: imageBody(source, ownerId) };
  const filter = isRecord(source.buildFilter) ? source.buildFilter : {};
  return {
    repo: source.repoUrl,
    branch: source.branch,
    autoDeploy: source.autoDeploy === false ? "no" : "yes",
    autoDeployTrigger: source.autoDeployTrigger,
    buildFilter: { paths: filter.paths ?? [], ignoredPaths: filter.ignoredPaths ?? [] },
  };
}

function imageBody(source: Record<string, unknown>, ownerId: string): unknown {
  const { imageUrl, tag, digest, registryCredentialId } = source;
  const version = digest !== undefined ? `@${String(digest)}` : tag !== undefined ? `:${String(tag)}` : "";
  return withoutAbsent({ ownerId, imagePath: `${String(imageUrl)}${version}`, registryCredentialId });
}
