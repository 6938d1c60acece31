import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../../../render-api";
import { type Properties, withoutAbsent } from "../../plugin/property-values";
import { canonicalVariables } from "../variables";
import { autoscalingBody } from "./request";

// Render's values for fields that no request has set; RENDER API description, `default`s.
const DEFAULTS: Properties = {
  startCommand: "",
  preDeployCommand: "",
  rootDirectory: "",
  healthCheckPath: "",
  environmentId: "",
  maintenanceMode: { enabled: false, uri: "" },
  notificationOverride: { notificationsToSend: "default", previewNotificationsEnabled: "default" },
  previews: { generation: "off" },
  customDomains: [],
  envGroupIds: [],
  headers: [],
  routes: [],
  secretFiles: {},
};

const EVERYWHERE = "0.0.0.0/0";

/** Inputs of a service of any kind with defaults left out and sets in order: equal ones mean the same service. */
export function canonicalService(inputs: Properties): Record<string, unknown> {
  const full: Record<string, unknown> = {
    ...inputs,
    envVars: canonicalVariables(inputs.envVars),
    runtimeSource: canonicalSource(inputs.runtimeSource),
    previews: isRecord(inputs.previews)
      ? inputs.previews
      : { generation: inputs.pullRequestPreviewsEnabled === true ? "automatic" : "off" },
    maintenanceMode: filledIn(inputs.maintenanceMode, DEFAULTS.maintenanceMode),
    notificationOverride: filledIn(inputs.notificationOverride, DEFAULTS.notificationOverride),
    autoscaling: canonicalScaling(inputs.autoscaling),
    customDomains: ordered(inputs.customDomains, "name"),
    envGroupIds: Array.isArray(inputs.envGroupIds) ? inputs.envGroupIds.toSorted() : inputs.envGroupIds,
    headers: orderedHeaders(inputs.headers),
    ...canonicalSite(inputs),
    ipAllowLists: canonicalList(inputs.ipAllowLists),
  };
  delete full.pullRequestPreviewsEnabled;
  // While Render scales by itself, the number of the moment is not ours.
  if (full.autoscaling !== undefined) delete full.numInstances;
  for (const [name, value] of Object.entries(DEFAULTS)) {
    if (isDeepStrictEqual(full[name], value)) delete full[name];
  }
  return withoutAbsent(full);
}

function filledIn(value: unknown, defaults: unknown): unknown {
  return isRecord(value) && isRecord(defaults) ? { ...defaults, ...value } : value;
}

function canonicalScaling(autoscaling: unknown): unknown {
  if (!isRecord(autoscaling) || autoscaling.enabled === false) return undefined;
  return autoscalingBody(autoscaling);
}

/** Render shows the list that lets everyone in where none was asked for; an empty one lets no one in. */
function canonicalList(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  if (list.length === 1 && list[0]?.cidrBlock === EVERYWHERE) return undefined;
  return ordered(
    list.map((entry) => (isRecord(entry) ? { description: "", ...entry } : entry)),
    "cidrBlock",
  );
}

function ordered(list: unknown, key: string): unknown {
  if (!Array.isArray(list)) return list;
  return list.toSorted((a, b) => String(a?.[key]).localeCompare(String(b?.[key])));
}

/** Two headers may have one name, at two paths. */
function orderedHeaders(headers: unknown): unknown {
  if (!Array.isArray(headers)) return headers;
  const key = ({ path, name, value }: Properties) => JSON.stringify([path, name, value]);
  return headers.every(isRecord) ? headers.toSorted((a, b) => key(a).localeCompare(key(b))) : headers;
}

/** What a static site says of its source by inputs of its own. */
function canonicalSite(inputs: Properties): Properties {
  if (inputs.repoUrl === undefined) return {};
  const { repoUrl, buildFilter, autoDeploy, publishPath } = inputs;
  return {
    repoUrl: plainRepository(repoUrl),
    buildFilter: canonicalFilter(buildFilter),
    autoDeploy: autoDeploy === true ? undefined : autoDeploy,
    publishPath: typeof publishPath === "string" ? publishPath.replace(/^\.\/|\/+$/g, "") : "public",
  };
}

const plainRepository = (url: unknown): unknown =>
  typeof url === "string" ? url.replace(/(\.git)?\/*$/, "") : url;

function canonicalFilter(buildFilter: unknown): unknown {
  if (!isRecord(buildFilter)) return undefined;
  const filter = { paths: [], ignoredPaths: [], ...buildFilter };
  return isDeepStrictEqual(filter, { paths: [], ignoredPaths: [] }) ? undefined : filter;
}

function canonicalSource(runtimeSource: unknown): unknown {
  if (!isRecord(runtimeSource)) return runtimeSource;
  return Object.fromEntries(
    Object.entries(runtimeSource).map(([kind, source]) => {
      if (!isRecord(source)) return [kind, source];
      const { repoUrl, imageUrl, buildFilter } = source;
      const defaults = kind === "image" ? {} : { autoDeploy: true, autoDeployTrigger: "commit" };
      const meant = {
        ...defaults,
        ...source,
        repoUrl: plainRepository(repoUrl),
        imageUrl: typeof imageUrl === "string" ? fullImage(imageUrl) : imageUrl,
        buildFilter: canonicalFilter(buildFilter),
      };
      return [kind, withoutAbsent(meant)];
    }),
  );
}

/** `nginx` is `docker.io/library/nginx`, as registries read it. */
function fullImage(url: string): string {
  const [first = "", ...rest] = url.split("/");
  if (rest.length === 0) return `docker.io/library/${first}`;
  return /[.:]|^localhost$/.test(first) ? url : `docker.io/${url}`;
}
