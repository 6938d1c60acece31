import {
  type Fields,
  filledText,
  flag,
  integer,
  listOf,
  objectOf,
  oneOf,
  required,
  text,
} from "../../fields";
import { cidrBlocks, secretFilesField, variablesField } from "../variables";
import { builtFields, runtimeSource } from "./source-fields";

// Names: the schema of Render's Terraform provider in camel case (docs/resources/*.md, read 2026-11-28).

const measure = objectOf({ enabled: required(flag), percentage: required(integer(1, 100)) });

const name = { name: required(filledText) };

/**
 * Groups that the service has from its first deploy on; not a property of the bridged provider, whose links come after
 * that deploy (render-oss/terraform-provider-render#31).
 */
const envGroupIds: Fields = { envGroupIds: listOf(filledText) };

/** Where the code comes from and what runs it, of every kind that runs a process. */
const running: Fields = {
  ...name,
  plan: required(filledText),
  region: required(filledText),
  runtimeSource: required(runtimeSource),
  startCommand: text(),
  rootDirectory: text(),
  envVars: variablesField,
  secretFiles: secretFilesField,
  environmentId: text(),
  ...envGroupIds,
};

/** Of what Render deploys a given commit of; of a cron job it does not (docs/facts/render-openapi.json, POST deploys). */
const commit: Fields = {
  commit: text({ expression: /^[0-9a-f]{7,64}$/, meaning: "a git commit, 7 to 64 hexadecimal digits" }),
};

export const diskFields: Fields = {
  name: required(filledText),
  sizeGb: required(integer(1, 1000)),
  // The root itself cannot be a disk of its own.
  mountPath: required(text({ expression: /^\/+[^/]/, meaning: "a path below `/`, such as `/data`" })),
};

/** Of every kind whose processes stay up. */
const staying: Fields = {
  ...commit,
  preDeployCommand: text(),
  numInstances: integer(1, 100),
  autoscaling: objectOf({
    enabled: required(flag),
    min: required(integer(1, 100)),
    max: required(integer(1, 100)),
    criteria: required(objectOf({ cpu: measure, memory: measure })),
  }),
  disk: objectOf(diskFields),
  maxShutdownDelaySeconds: integer(1, 300),
};

const previews: Fields = {
  previews: objectOf({ generation: oneOf(["off", "manual", "automatic"]) }),
  pullRequestPreviewsEnabled: flag,
};

const notificationOverride: Fields = {
  notificationOverride: objectOf({
    notificationsToSend: oneOf(["default", "all", "failure", "none"]),
    previewNotificationsEnabled: oneOf(["default", "true", "false"]),
  }),
};

export const logStreamOverride = objectOf({
  setting: required(oneOf(["send", "drop"])),
  endpoint: text(),
  token: text(),
});

const customDomains: Fields = { customDomains: listOf(objectOf({ name: required(filledText) })) };

const overrides: Fields = { ...notificationOverride, logStreamOverride };

export const privateServiceFields: Fields = { ...running, ...staying, ...previews, ...overrides };

export const backgroundWorkerFields: Fields = privateServiceFields;

export const cronJobFields: Fields = {
  ...running,
  schedule: required(
    text({ expression: /^\s*\S+(\s+\S+){4}\s*$/, meaning: "five fields, such as `0 3 * * *`" }),
  ),
  ...overrides,
};

export const webServiceFields: Fields = {
  ...running,
  ...staying,
  healthCheckPath: text({ expression: /^(\/.*)?$/, meaning: "a path that starts with `/`" }),
  ...customDomains,
  ipAllowLists: listOf(cidrBlocks),
  maintenanceMode: objectOf({ enabled: flag, uri: text() }),
  ...previews,
  ...overrides,
};

export const staticSiteFields: Fields = {
  ...name,
  ...commit,
  ...builtFields,
  buildCommand: required(text()),
  publishPath: text(),
  rootDirectory: text(),
  envVars: variablesField,
  environmentId: text(),
  ...envGroupIds,
  headers: listOf(
    objectOf({ name: required(filledText), path: required(filledText), value: required(text()) }),
  ),
  routes: listOf(
    objectOf({
      type: required(oneOf(["redirect", "rewrite"])),
      source: required(filledText),
      destination: required(filledText),
    }),
  ),
  ...customDomains,
  ...previews,
  ...notificationOverride,
};
