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
  secretFiles: {},
};

const EVERYWHERE = "0.0.0.0/0";

/** Web service inputs with defaults left out and sets in order: equal ones mean the same service. */
export function canonicalWebService(inputs: Properties): Record<string, unknown> {
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

function canonicalSource(runtimeSource: unknown): unknown {
  if (!isRecord(runtimeSource)) return runtimeSource;
  return Object.fromEntries(
    Object.entries(runtimeSource).map(([kind, source]) => {
      if (!isRecord(source)) return [kind, source];
      const { repoUrl, imageUrl, buildFilter } = source;
      const filter = isRecord(buildFilter) ? { paths: [], ignoredPaths: [], ...buildFilter } : undefined;
      const empty = isDeepStrictEqual(filter, { paths: [], ignoredPaths: [] });
      const defaults = kind === "image" ? {} : { autoDeploy: true, autoDeployTrigger: "commit" };
      const meant = {
        ...defaults,
        ...source,
        repoUrl: typeof repoUrl === "string" ? repoUrl.replace(/(\.git)?\/*$/, "") : repoUrl,
        imageUrl: typeof imageUrl === "string" ? fullImage(imageUrl) : imageUrl,
        buildFilter: empty ? undefined : filter,
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
