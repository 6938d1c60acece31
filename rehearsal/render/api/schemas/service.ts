import { z } from "zod";
import { PLANS, REGIONS, RUNTIMES } from "./known";
import { schedule } from "./schedule";
import { headerList, routeList } from "./site";
import { autoscaling, instances } from "./sizes";
import { secretFileList, variableList } from "./variables";

const yesOrNo = z.enum(["yes", "no"]);
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

/** What a POST and a PATCH of the details of each kind with a process may carry. */
const commands = {
  plan: z.enum(PLANS).optional(),
  envSpecificDetails: specific.optional(),
};

const previewing = { pullRequestPreviewsEnabled: yesOrNo.optional(), previews: previews.optional() };

/** Of each kind whose process stays up. */
const staying = {
  ...commands,
  ...previewing,
  preDeployCommand: z.string().optional(),
  maxShutdownDelaySeconds: z.int().min(1).max(300).nullable().optional(),
};

/** Of each kind with a public address. */
const reachable = {
  renderSubdomainPolicy: z.enum(["enabled", "disabled"]).optional(),
  ipAllowList: addressList.nullable().optional(),
};

const web = {
  ...staying,
  ...reachable,
  healthCheckPath: z
    .string()
    .regex(/^(\/.*)?$/, "must start with /")
    .optional(),
  maintenanceMode: z.strictObject({ enabled: z.boolean(), uri: z.string() }).nullable().optional(),
};

/** What only a POST may carry: region, instances, disk and scaling have each its own endpoint or none. */
const once = {
  runtime: z.enum(RUNTIMES),
  env: z.enum(RUNTIMES).optional(),
  region: z.enum(REGIONS).optional(),
};

const sized = {
  ...once,
  numInstances: instances.nullable().optional(),
  autoscaling: autoscaling.nullable().optional(),
  disk: disk.extend({ sizeGB: sizeGB.optional() }).nullable().optional(),
};

const later = { runtime: z.enum(RUNTIMES).optional() };

const site = {
  ...previewing,
  ...reachable,
  buildCommand: z.string().optional(),
  publishPath: z.string().optional(),
};

/** A static site as the other kinds are: its runtime is `static`, its build command among the commands. */
const asOthers = <Given extends { buildCommand?: string | undefined }>({ buildCommand, ...rest }: Given) => ({
  ...rest,
  runtime: "static" as const,
  ...(buildCommand !== undefined && { envSpecificDetails: { buildCommand } }),
});

const details = {
  web_service: z.strictObject({ ...web, ...sized }),
  private_service: z.strictObject({ ...staying, ...sized }),
  background_worker: z.strictObject({ ...staying, ...sized }),
  cron_job: z.strictObject({ ...commands, ...once, schedule }),
  static_site: z
    .strictObject({ ...site, headers: headerList.optional(), routes: routeList.optional() })
    .transform(asOthers),
} as const;

const changedDetails = {
  web_service: z.strictObject({
    ...web,
    ...later,
    cache: z
      .strictObject({ profile: z.enum(["no-cache", "origin-controlled", "origin-controlled-all"]) })
      .optional(),
  }),
  private_service: z.strictObject({ ...staying, ...later }),
  background_worker: z.strictObject({ ...staying, ...later }),
  cron_job: z.strictObject({ ...commands, ...later, schedule: schedule.optional() }),
  static_site: z.strictObject(site).transform(asOthers),
} as const;

export type ServiceType = keyof typeof details;

const source = {
  repo: z.string().optional(),
  branch: z.string().optional(),
  image: image.optional(),
  buildFilter: buildFilter.nullable().optional(),
  rootDir: z.string().optional(),
  autoDeploy: yesOrNo.optional(),
  autoDeployTrigger: z.enum(["off", "commit", "checksPass"]).optional(),
};

const posted = {
  ...source,
  name: z.string().min(1),
  ownerId: z.string().min(1),
  envVars: variableList.nullable().optional(),
  secretFiles: secretFileList.nullable().optional(),
  environmentId: z.string().nullable().optional(),
};

export const servicePost = z.discriminatedUnion("type", [
  z.strictObject({ ...posted, type: z.literal("web_service"), serviceDetails: details.web_service }),
  z.strictObject({ ...posted, type: z.literal("private_service"), serviceDetails: details.private_service }),
  z.strictObject({
    ...posted,
    type: z.literal("background_worker"),
    serviceDetails: details.background_worker,
  }),
  z.strictObject({ ...posted, type: z.literal("cron_job"), serviceDetails: details.cron_job }),
  z.strictObject({ ...posted, type: z.literal("static_site"), serviceDetails: details.static_site }),
]);

/** Of a service of one type. */
export const servicePatch = (type: ServiceType) =>
  z.strictObject({
    ...source,
    name: z.string().min(1).optional(),
    serviceDetails: changedDetails[type].optional(),
  });

type Given<Schema extends z.ZodType> = z.output<Schema>;
type Loose<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] | undefined };
type AnyDetails = Given<typeof details.web_service> &
  Given<typeof details.cron_job> &
  Pick<Given<typeof details.static_site>, "publishPath" | "headers" | "routes">;

/** What any kind's details may say: a kind's own schema lets through no more than its own. */
export type DetailsPost = Loose<Omit<AnyDetails, "runtime">> & { readonly runtime: string };
export type DetailsPatch = Loose<
  Omit<AnyDetails, "runtime"> & Pick<Given<typeof changedDetails.web_service>, "cache">
> & { readonly runtime?: string | undefined };
export type ServicePost = Given<z.ZodObject<typeof posted>> & {
  readonly type: ServiceType;
  readonly serviceDetails: DetailsPost;
};
export type ServicePatch = Given<z.ZodObject<typeof source>> & {
  readonly name?: string | undefined;
  readonly serviceDetails?: DetailsPatch | undefined;
};
export type Specific = z.output<typeof specific>;
