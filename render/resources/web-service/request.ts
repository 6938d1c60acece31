import { isRecord } from "../../../render-api";
import { type Properties, withoutAbsent } from "../../plugin/property-values";

/**
 * The body of PATCH /services/{id}: the fields of these properties and no other, since what others have set
 * stays. One that is removed gets Render's default: a PATCH keeps what it does not name.
 */
export function patchBody(
  inputs: Properties,
  changed: ReadonlySet<string>,
  ownerId: string,
): Record<string, unknown> {
  const details: Record<string, unknown> = sharedDetails(inputs);
  const source = changed.has("runtimeSource");
  const fields: readonly (readonly [boolean, string, unknown])[] = [
    [source, "runtime", details.runtime],
    [source, "envSpecificDetails", details.envSpecificDetails],
    [!source && changed.has("startCommand"), "envSpecificDetails", startCommandAlone(inputs)],
    [changed.has("plan"), "plan", inputs.plan],
    [changed.has("healthCheckPath"), "healthCheckPath", details.healthCheckPath],
    [changed.has("preDeployCommand"), "preDeployCommand", details.preDeployCommand],
    [changed.has("maintenanceMode"), "maintenanceMode", details.maintenanceMode],
    [changed.has("maxShutdownDelaySeconds"), "maxShutdownDelaySeconds", inputs.maxShutdownDelaySeconds ?? 30],
    [changed.has("previews"), "previews", details.previews],
    [changed.has("ipAllowLists"), "ipAllowList", details.ipAllowList ?? EVERYBODY],
  ];
  const due = fields.flatMap(([is, name, value]) => (is && value !== undefined ? [[name, value]] : []));
  return {
    ...(changed.has("name") ? { name: inputs.name } : {}),
    ...(changed.has("rootDirectory") ? { rootDir: inputs.rootDirectory ?? "" } : {}),
    ...(source ? sourceFields(inputs, ownerId) : {}),
    ...(due.length > 0 ? { serviceDetails: Object.fromEntries(due) } : {}),
  };
}

/** The body of POST /services, without variables and files. */
export function createBody(inputs: Properties, ownerId: string): Record<string, unknown> {
  return withoutAbsent({
    type: "web_service",
    ownerId,
    name: inputs.name,
    environmentId: inputs.environmentId,
    rootDir: inputs.rootDirectory,
    ...sourceFields(inputs, ownerId),
    serviceDetails: withoutAbsent({
      ...sharedDetails(inputs),
      region: inputs.region,
      numInstances: inputs.numInstances,
      autoscaling: autoscalingBody(inputs.autoscaling),
      disk: diskBody(inputs.disk),
    }),
  });
}

function sharedDetails(inputs: Properties): Record<string, unknown> {
  return withoutAbsent({
    runtime: runtimeOf(inputs),
    envSpecificDetails: commands(inputs),
    plan: inputs.plan,
    healthCheckPath: inputs.healthCheckPath ?? "",
    // Render refuses a change of a free service that carries what only paid plans have.
    ...(inputs.plan === "free"
      ? {}
      : {
          preDeployCommand: inputs.preDeployCommand ?? "",
          maintenanceMode: maintenanceBody(inputs.maintenanceMode),
        }),
    maxShutdownDelaySeconds: inputs.maxShutdownDelaySeconds,
    previews: inputs.previews ?? previewsFromAlias(inputs),
    ipAllowList: cidrBody(inputs.ipAllowLists),
  });
}

/** What Render shows where no one has limited who may call. */
export const EVERYBODY = [{ cidrBlock: "0.0.0.0/0", description: "everywhere" }];

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

/** The one source that is given, and its name. */
export function sourceOf(inputs: Properties): { kind: string; source: Record<string, unknown> } {
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
