import { isRecord } from "../../../render-api";
import {
  type Fields,
  filledText,
  flag,
  integer,
  listOf,
  objectOf,
  oneOf,
  type Problem,
  required,
  text,
} from "../../fields";
import { isUnknown, type Properties } from "../../plugin/property-values";
import { cidrBlocks, secretFilesField, variablesField } from "../variables";

// Names: the schema of Render's Terraform provider in camel case (docs/resources/web_service.md).
// Values: Render's published API description.
// Plans, regions and runtimes are lists that grow: Render itself says which there are, and a rule advises of names
// that came after the day on which ours were read.
const TRIGGERS = ["off", "commit", "checksPass"];

const source: Fields = {
  repoUrl: required(filledText),
  branch: required(filledText),
  autoDeploy: flag,
  autoDeployTrigger: oneOf(TRIGGERS),
  buildFilter: objectOf({ paths: listOf(text()), ignoredPaths: listOf(text()) }),
};

const nativeRuntime = objectOf(
  { ...source, runtime: required(filledText), buildCommand: required(text()) },
  { check: agreeingTrigger, fill: triggerOf },
);

const docker = objectOf(
  { ...source, context: text(), dockerfilePath: text(), registryCredentialId: text() },
  {
    check: agreeingTrigger,
    fill: (given) => ({ context: ".", dockerfilePath: "./Dockerfile", ...triggerOf(given) }),
  },
);

const image = objectOf(
  {
    imageUrl: required(
      text({
        expression: /^([^@]*\/)?[^/:@]+$/,
        meaning: "an image without tag and digest (`tag`, `digest` hold them)",
      }),
    ),
    tag: text(),
    digest: text(),
    registryCredentialId: text(),
  },
  { check: tagOrDigest },
);

const measure = objectOf({ enabled: required(flag), percentage: required(integer(1, 100)) });

export const webServiceFields: Fields = {
  name: required(filledText),
  plan: required(filledText),
  region: required(filledText),
  runtimeSource: required(objectOf({ nativeRuntime, docker, image }, { check: exactlyOneSource })),
  startCommand: text(),
  preDeployCommand: text(),
  rootDirectory: text(),
  healthCheckPath: text({ expression: /^(\/.*)?$/, meaning: "a path that starts with `/`" }),
  numInstances: integer(1, 100),
  autoscaling: objectOf({
    enabled: required(flag),
    min: required(integer(1, 100)),
    max: required(integer(1, 100)),
    criteria: required(objectOf({ cpu: measure, memory: measure })),
  }),
  envVars: variablesField,
  secretFiles: secretFilesField,
  customDomains: listOf(objectOf({ name: required(filledText) })),
  disk: objectOf({
    name: required(filledText),
    sizeGb: required(integer(1, 1000)),
    mountPath: required(text({ expression: /^\//, meaning: "a path that starts with `/`" })),
  }),
  environmentId: text(),
  ipAllowLists: listOf(cidrBlocks),
  maintenanceMode: objectOf({ enabled: flag, uri: text() }),
  maxShutdownDelaySeconds: integer(1, 300),
  previews: objectOf({ generation: oneOf(["off", "manual", "automatic"]) }),
  pullRequestPreviewsEnabled: flag,
  notificationOverride: objectOf({
    notificationsToSend: oneOf(["default", "all", "failure", "none"]),
    previewNotificationsEnabled: oneOf(["default", "true", "false"]),
  }),
  logStreamOverride: objectOf({
    setting: required(oneOf(["send", "drop"])),
    endpoint: text(),
    token: text(),
  }),
};

/** Problems that only several fields together have. */
export function webServiceProblems(inputs: Properties): Problem[] {
  const problems: Problem[] = [];
  const tell = (property: string, reason: string) => problems.push({ property, reason });
  const runtime = isRecord(inputs.runtimeSource) ? inputs.runtimeSource : {};
  if (runtime.nativeRuntime !== undefined && !inputs.startCommand) {
    tell("startCommand", "a native runtime needs a start command, and it is missing.");
  }
  if (inputs.plan === "free") {
    for (const paid of ["disk", "autoscaling", "preDeployCommand", "maintenanceMode"]) {
      if (isAskedFor(inputs[paid]))
        tell(paid, "the plan `free` does not have this: choose `starter` or more.");
    }
  }
  const several = typeof inputs.numInstances === "number" && inputs.numInstances > 1;
  if (several && inputs.plan === "free") tell("numInstances", "the plan `free` has one instance.");
  if (several && inputs.disk !== undefined) tell("numInstances", "a service with a disk has one instance.");
  const scaling = isRecord(inputs.autoscaling) ? inputs.autoscaling : {};
  if (Number(scaling.min) > Number(scaling.max))
    tell("autoscaling.min", "must not be above `autoscaling.max`.");
  if (scaling.enabled === true && inputs.disk !== undefined)
    tell("autoscaling", "a service with a disk has one instance.");
  return problems;
}

/** An empty text, or what is said to be off, asks for nothing: an import may bring it. */
function isAskedFor(value: unknown): boolean {
  return value !== undefined && value !== "" && !(isRecord(value) && value.enabled === false);
}

function exactlyOneSource(given: Record<string, unknown>, property: string): Problem[] {
  const named = Object.keys(given);
  if (named.length === 1) return [];
  const got = named.length === 0 ? "none" : named.map((name) => `\`${name}\``).join(" and ");
  return [{ property, reason: `expected one of \`nativeRuntime\`, \`docker\` and \`image\`, got ${got}.` }];
}

function tagOrDigest(given: Record<string, unknown>, property: string): Problem[] {
  if (given.tag === undefined || given.digest === undefined) return [];
  return [{ property, reason: "give `tag` or `digest`, not both." }];
}

function triggerOf(given: Record<string, unknown>) {
  return {
    autoDeploy: given.autoDeployTrigger !== "off",
    autoDeployTrigger: given.autoDeploy === false ? "off" : "commit",
  };
}

function agreeingTrigger(given: Record<string, unknown>, property: string): Problem[] {
  const { autoDeploy, autoDeployTrigger } = { ...triggerOf(given), ...given };
  if (typeof autoDeploy !== "boolean" || isUnknown(autoDeployTrigger)) return [];
  if (autoDeploy === (autoDeployTrigger !== "off")) return [];
  return [
    {
      property: `${property}.autoDeployTrigger`,
      reason: `\`autoDeploy: ${autoDeploy}\` contradicts \`autoDeployTrigger: ${String(autoDeployTrigger)}\`.`,
    },
  ];
}
