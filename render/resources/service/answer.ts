import { isRecord } from "../../../render-api";
import { type Properties, withoutAbsent } from "../../plugin/property-values";
import { type ApiSecretFile, type ApiVariable, secretFileInputs, variableInputs } from "../variables";
import type { ServiceType } from "./row";

/** What Render says of one service, from all the places it says it. */
export interface ServiceAnswer {
  readonly service: ApiService;
  readonly variables: readonly ApiVariable[];
  readonly secretFiles: readonly ApiSecretFile[];
  readonly customDomains: readonly ApiCustomDomain[];
  readonly headers: readonly Properties[];
  /** In the order in which they apply. */
  readonly routes: readonly Properties[];
  readonly notification: Properties | undefined;
  readonly logStream: Properties | undefined;
}

export interface ApiCustomDomain {
  readonly id: string;
  readonly name: string;
  readonly domainType: string;
  readonly publicSuffix: string;
  /** "" of a name that is not redirected. */
  readonly redirectForName?: string;
}

export interface ApiService {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly type: string;
  /** `suspended` or `not_suspended`. */
  readonly suspended?: string;
  readonly repo?: string;
  readonly branch?: string;
  readonly imagePath?: string;
  readonly rootDir?: string;
  readonly environmentId?: string;
  readonly autoDeploy?: string;
  readonly autoDeployTrigger?: string;
  readonly buildFilter?: Properties | null;
  readonly registryCredential?: { readonly id: string } | null;
  readonly serviceDetails: Properties;
}

/** The inputs that would make this service. `written` says which variables were generated. */
export function inputsOf(
  { type, fields }: ServiceType,
  answer: ServiceAnswer,
  written: Properties,
): Record<string, unknown> {
  const { service } = answer;
  const details = service.serviceDetails;
  const specific = isRecord(details.envSpecificDetails) ? details.envSpecificDetails : {};
  const domains = ownDomains(answer.customDomains, written.customDomains);
  const all: Properties = {
    name: service.name,
    plan: details.plan,
    region: details.region,
    ...(type === "static_site"
      ? {
          ...siteOf(service),
          buildCommand: details.buildCommand ?? "",
          publishPath: filled(details.publishPath),
        }
      : { runtimeSource: runtimeSourceOf(service, String(details.runtime ?? details.env), specific) }),
    startCommand: filled(specific.startCommand ?? specific.dockerCommand),
    preDeployCommand: filled(specific.preDeployCommand ?? details.preDeployCommand),
    schedule: details.schedule,
    rootDirectory: filled(service.rootDir),
    healthCheckPath: filled(details.healthCheckPath),
    numInstances: details.numInstances,
    autoscaling: details.autoscaling,
    envVars: variableInputs(answer.variables, written.envVars),
    secretFiles: secretFileInputs(answer.secretFiles),
    customDomains: domains.length > 0 ? domains.map(({ name }) => ({ name })) : undefined,
    headers: answer.headers.map(({ name, path, value }) => ({ name, path, value })),
    routes: answer.routes.map((route) => ({
      type: route.type,
      source: route.source,
      destination: route.destination,
    })),
    disk: diskOf(details.disk),
    environmentId: filled(service.environmentId),
    ipAllowLists: details.ipAllowList,
    maintenanceMode: details.maintenanceMode,
    maxShutdownDelaySeconds: details.maxShutdownDelaySeconds,
    previews: details.previews,
    notificationOverride: notificationOf(answer.notification),
    logStreamOverride: logStreamOf(answer.logStream, written.logStreamOverride),
  };
  // What Render says beside the kind's own inputs is not the program's.
  const own = Object.entries(all).filter(([name]) => Object.hasOwn(fields, name));
  return withoutAbsent(Object.fromEntries(own));
}

/** Where a static site's pages come from. */
function siteOf({ repo, branch, autoDeploy, buildFilter }: ApiService): Properties {
  return { repoUrl: repo, branch, autoDeploy: autoDeploy !== "no", buildFilter: filterOf(buildFilter) };
}

function filterOf(filter: ApiService["buildFilter"]): Properties | undefined {
  const given = filter ?? {};
  const some = Object.values(given).some((paths) => Array.isArray(paths) && paths.length > 0);
  return some ? withoutAbsent(given) : undefined;
}

/** Without the names that Render has added to redirect to another, unless the program names them itself. */
function ownDomains(
  found: ServiceAnswer["customDomains"],
  written: unknown,
): readonly { readonly name: string }[] {
  const named = new Set((Array.isArray(written) ? written : []).map((domain) => domain?.name));
  return found.filter(({ name, redirectForName }) => !redirectForName || named.has(name));
}

function filled(value: unknown): unknown {
  return value === "" ? undefined : value;
}

function runtimeSourceOf(service: ApiService, runtime: string, specific: Properties): Properties {
  const credential = isRecord(specific.registryCredential)
    ? specific.registryCredential
    : service.registryCredential;
  const registryCredentialId = credential?.id;
  if (runtime === "image") {
    return { image: withoutAbsent({ ...imageOf(service.imagePath ?? ""), registryCredentialId }) };
  }
  const autoDeploy = service.autoDeploy !== "no";
  const source = withoutAbsent({
    repoUrl: service.repo,
    branch: service.branch,
    autoDeploy,
    autoDeployTrigger: service.autoDeployTrigger || (autoDeploy ? "commit" : "off"),
    buildFilter: filterOf(service.buildFilter),
  });
  if (runtime === "docker") {
    const { dockerContext, dockerfilePath } = specific;
    return {
      docker: withoutAbsent({
        ...source,
        context: dockerContext || ".",
        dockerfilePath: dockerfilePath || "./Dockerfile",
        registryCredentialId,
      }),
    };
  }
  return { nativeRuntime: { ...source, runtime, buildCommand: specific.buildCommand ?? "" } };
}

function imageOf(path: string): Properties {
  const [, imageUrl, tag, digest] = /^(.*?)(?::([^:/@]+))?(?:@(.+))?$/.exec(path) ?? [];
  return withoutAbsent({ imageUrl, tag, digest });
}

function diskOf(disk: unknown): unknown {
  if (!isRecord(disk)) return undefined;
  return { name: disk.name, sizeGb: disk.sizeGB, mountPath: disk.mountPath };
}

function notificationOf(override: Properties | undefined): unknown {
  if (!override) return undefined;
  const { notificationsToSend, previewNotificationsEnabled } = override;
  return withoutAbsent({ notificationsToSend, previewNotificationsEnabled });
}

/** Render never shows a log stream's token: the one that was written is kept. */
export function logStreamOf(override: Properties | undefined, written: unknown): unknown {
  if (!override?.setting) return undefined;
  const token = isRecord(written) ? written.token : undefined;
  return withoutAbsent({ setting: override.setting, endpoint: filled(override.endpoint), token });
}
