import { z } from "zod";
import { STANDARD_PORT } from "../domain";
import type { ServiceType } from "../domain/service-type";
import { driver, driverSettings, serviceDatabases } from "./service-databases";
import { plainText, port, text } from "./text";
import { verifyKeys, verifySchema } from "./verify";

/** Variables for one service, or for all of them. */
export const variables = z.record(z.string(), plainText).default({});

/** Names of variables that have to be set. */
export const secretNames = z.array(text).default([]);

/** What every kind of service has. */
const built = {
  repository: text.optional(),
  branch: text.default("main"),
  build: text.optional(),
  rootDirectory: text.optional(),
  environment: variables,
  /** Names of variables whose values are typed as secrets: each has to be in `environment`, or a preview says so. */
  secrets: secretNames,
};

/** What every kind has that runs a process. */
const running = {
  ...built,
  // Lists of Render's that grow: `blueprint/unknown-value` advises of a name that is not in ours.
  runtime: text,
  region: text,
  plan: text.default("starter"),
  start: text.optional(),
  /** With `runtime: docker`: the Dockerfile's path and the folder it is built in. */
  dockerfile: text.optional(),
  dockerContext: text.optional(),
  /** With `runtime: image`: an image that exists already. */
  image: text.optional(),
  driver: driver.optional(),
  driverSettings: driverSettings.default({}),
  /** Which of `portcullis:databases` it uses, by DATABASE_URL. */
  database: text.optional(),
  /** The same, of several databases or by another variable. */
  databases: serviceDatabases.optional(),
};

const preDeploy = { preDeploy: text.optional() };
const { endpoints, log, run, connect } = verifyKeys;

const web = {
  ...running,
  ...preDeploy,
  port: port.default(STANDARD_PORT),
  healthCheckPath: z.string().default("/health"),
  verify: verifySchema({ endpoints, log, connect }).optional(),
};

const privateService = {
  ...running,
  ...preDeploy,
  port: port.default(STANDARD_PORT),
  verify: verifySchema({ log, connect }).optional(),
};

const worker = { ...running, ...preDeploy, verify: verifySchema({ log, connect }).optional() };

const cron = {
  ...running,
  schedule: text.regex(/^\S+(\s+\S+){4}$/, "expected a schedule of five fields, such as `0 3 * * *`"),
  verify: verifySchema({ log, run, connect }).optional(),
};

const staticSite = {
  ...built,
  publishPath: text.default("public"),
  routes: z
    .array(
      z.strictObject({
        type: z.enum(["redirect", "rewrite"], "expected a type of route"),
        source: text,
        destination: text,
      }),
    )
    .default([]),
  headers: z.array(z.strictObject({ path: text, name: text, value: z.string("expected text") })).default([]),
  verify: verifySchema({ endpoints }).optional(),
};

/** The keys of each kind of service, by its `type` in a stack file. */
export const SERVICE_KEYS = {
  web,
  private: privateService,
  worker,
  cron,
  static: staticSite,
} as const satisfies Record<ServiceType, unknown>;

export const SERVICE_TYPES = Object.keys(SERVICE_KEYS) as readonly ServiceType[];

/** A service of any kind; `name` is required where no key of `portcullis:services` gives one. */
export function serviceSchema<Name extends z.ZodType>(name: Name) {
  return z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("web").optional(), name, ...web }),
    z.strictObject({ type: z.literal("private"), name, ...privateService }),
    z.strictObject({ type: z.literal("worker"), name, ...worker }),
    z.strictObject({ type: z.literal("cron"), name, ...cron }),
    z.strictObject({ type: z.literal("static"), name, ...staticSite }),
  ]);
}
