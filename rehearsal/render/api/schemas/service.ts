import { z } from "zod";
import { secretFileList, variableList } from "./variables";

const RUNTIMES = ["docker", "elixir", "go", "node", "python", "ruby", "rust", "image"] as const;
/** Sizes as they are sold since August 2026, then the plans before (render.com/docs/compute-plans, read 2026-11-28). */
const PLANS = [
  "0.5c-512mb",
  "1c-2g",
  "2c-4g",
  "2c-8g",
  "2c-16g",
  "4c-8g",
  "4c-16g",
  "4c-32g",
  "8c-16g",
  "8c-32g",
  "8c-64g",
  "12c-24g",
  "12c-48g",
  "12c-96g",
  "starter",
  "starter_plus",
  "standard",
  "standard_plus",
  "pro",
  "pro_plus",
  "pro_max",
  "pro_ultra",
  "free",
  "custom",
] as const;
const REGIONS = ["frankfurt", "oregon", "ohio", "singapore", "virginia"] as const;

const yesOrNo = z.enum(["yes", "no"]);
const instances = z.int().min(1).max(100);
/** A criterion that is off may say 0, as the official Terraform provider does. */
const threshold = z
  .strictObject({ enabled: z.boolean(), percentage: z.int().min(0).max(100) })
  .refine(({ enabled, percentage }) => !enabled || percentage > 0, {
    path: ["percentage"],
    error: "expected an integer from 1 to 100",
  });

export const autoscaling = z
  .strictObject({
    enabled: z.boolean(),
    min: instances,
    max: instances,
    criteria: z.strictObject({ cpu: threshold, memory: threshold }),
  })
  .refine(({ min, max }) => min <= max, "min must not be more than max");

export const scale = z.strictObject({ numInstances: instances });

export const addressList = z.array(z.strictObject({ cidrBlock: z.string(), description: z.string() }));
/** The first two belong to native runtimes, the others to Dockerfiles and images; `commandProblems` checks that. */
const specific = z.strictObject({
  buildCommand: z.string().optional(),
  startCommand: z.string().min(1, "must not be empty").optional(),
  dockerCommand: z.string().optional(),
  dockerContext: z.string().optional(),
  dockerfilePath: z.string().optional(),
  registryCredentialId: z.string().optional(),
});
const previews = z.strictObject({ generation: z.enum(["off", "manual", "automatic"]).optional() });

const sizeGB = z.int().min(1);
export const disk = z.strictObject({
  name: z.string().min(1, "must not be empty"),
  mountPath: z.string().startsWith("/", "must start with /"),
  sizeGB,
});

const image = z.strictObject({
  ownerId: z.string(),
  registryCredentialId: z.string().optional(),
  imagePath: z.string().min(1),
});
/** Both official clients send null for a list that is empty; an empty filter is none (recorded in 11 of 11). */
const paths = z
  .array(z.string())
  .nullable()
  .transform((list) => list ?? []);
const buildFilter = z
  .strictObject({ paths, ignoredPaths: paths })
  .transform((filter) => (filter.paths.length + filter.ignoredPaths.length > 0 ? filter : null));

/** What both a POST and a PATCH of a web service's details may carry. */
const changeable = {
  healthCheckPath: z
    .string()
    .regex(/^(\/.*)?$/, "must start with /")
    .optional(),
  maintenanceMode: z.strictObject({ enabled: z.boolean(), uri: z.string() }).nullable().optional(),
  plan: z.enum(PLANS).optional(),
  preDeployCommand: z.string().optional(),
  pullRequestPreviewsEnabled: yesOrNo.optional(),
  previews: previews.optional(),
  maxShutdownDelaySeconds: z.int().min(1).max(300).nullable().optional(),
  renderSubdomainPolicy: z.enum(["enabled", "disabled"]).optional(),
  ipAllowList: addressList.nullable().optional(),
};

export const detailsPost = z.strictObject({
  ...changeable,
  runtime: z.enum(RUNTIMES),
  env: z.enum(RUNTIMES).optional(),
  envSpecificDetails: specific.optional(),
  region: z.enum(REGIONS).optional(),
  numInstances: instances.nullable().optional(),
  autoscaling: autoscaling.nullable().optional(),
  disk: disk.extend({ sizeGB: sizeGB.optional() }).nullable().optional(),
});

/** Not patchable: region, numInstances, disk, autoscaling; each has its own endpoint or none. */
export const detailsPatch = z.strictObject({
  ...changeable,
  runtime: z.enum(RUNTIMES).optional(),
  envSpecificDetails: specific.optional(),
  cache: z
    .strictObject({ profile: z.enum(["no-cache", "origin-controlled", "origin-controlled-all"]) })
    .optional(),
});

const source = {
  repo: z.string().optional(),
  branch: z.string().optional(),
  image: image.optional(),
  buildFilter: buildFilter.nullable().optional(),
  rootDir: z.string().optional(),
  autoDeploy: yesOrNo.optional(),
  autoDeployTrigger: z.enum(["off", "commit", "checksPass"]).optional(),
};

export const servicePost = z.strictObject({
  ...source,
  type: z.enum(["web_service", "static_site", "private_service", "background_worker", "cron_job"]),
  name: z.string().min(1),
  ownerId: z.string().min(1),
  envVars: variableList.nullable().optional(),
  secretFiles: secretFileList.nullable().optional(),
  environmentId: z.string().nullable().optional(),
  serviceDetails: detailsPost,
});

export const servicePatch = z.strictObject({
  ...source,
  name: z.string().min(1).optional(),
  serviceDetails: detailsPatch.optional(),
});

const NATIVE = new Set(["buildCommand", "startCommand"]);

/** What is wrong with the commands of a runtime; `complete` where a native one must have both. */
export function commandProblems(
  runtime: string,
  given: z.output<typeof specific> | undefined,
  complete: boolean,
): string[] {
  const native = runtime !== "docker" && runtime !== "image";
  const field = (name: string): string => `serviceDetails.envSpecificDetails.${name}`;
  const strange = Object.keys(given ?? {})
    .filter((name) => NATIVE.has(name) !== native)
    .map((name) => `${field(name)}: not a field of runtime ${runtime}`);
  const missing = [...NATIVE]
    .filter((name) => native && complete && !Object.hasOwn(given ?? {}, name))
    .map((name) => `${field(name)}: required for runtime ${runtime}`);
  const credential =
    given?.registryCredentialId === undefined
      ? []
      : [`${field("registryCredentialId")}: there are no registry credentials in the embedded Render`];
  return [...strange, ...missing, ...credential];
}

export type ServicePost = z.output<typeof servicePost>;
export type ServicePatch = z.output<typeof servicePatch>;
export type DetailsPost = z.output<typeof detailsPost>;
export type Autoscaling = z.output<typeof autoscaling>;
export type DetailsPatch = z.output<typeof detailsPatch>;
export type Specific = z.output<typeof specific>;
