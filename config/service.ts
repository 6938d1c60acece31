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
  repository: text.optional().meta({
    description: "the URL of its git repository",
    otherwise: "required, unless `runtime` is `image`",
  }),
  branch: text.default("main").describe("the branch that is deployed"),
  build: text.optional().describe("the build command"),
  rootDirectory: text
    .optional()
    .meta({ description: "the service's folder in its repository", otherwise: "the repository" }),
  environment: variables.describe("other variables; a secret one is set by `--path` (see below)"),
  secrets: secretNames.describe(
    "names of variables that a person has to type as secrets; a preview says which are missing",
  ),
};

/** What every kind has that runs a process. */
const running = {
  ...built,
  // Lists of Render's that grow: `blueprint/unknown-value` advises of a name that is not in ours.
  runtime: text.describe("`python`, `node`, `go`, `ruby`, `rust`, `elixir`, `docker` or `image`"),
  region: text.describe("a region of Render, such as `oregon`"),
  plan: text.default("starter").describe("a plan of Render"),
  start: text
    .optional()
    .meta({ description: "the start command", otherwise: "required, unless an image has its own" }),
  dockerfile: text
    .optional()
    .meta({ description: "with `runtime: docker`: the Dockerfile's path", otherwise: "`./Dockerfile`" }),
  dockerContext: text
    .optional()
    .meta({ description: "with `runtime: docker`: the folder it is built in", otherwise: "`.`" }),
  image: text.optional().describe("with `runtime: image`: an image that exists already"),
  driver: driver.optional().meta({
    description: "the database driver in the service's code, such as `asyncpg`",
    otherwise: "none: it uses no database",
  }),
  driverSettings: driverSettings
    .default({})
    .describe("the driver's settings outside the URL, by its own names"),
  database: text.optional().meta({
    description: "which of `portcullis:databases` its `DATABASE_URL` leads to",
    otherwise: "the only one, with `driver`",
  }),
  databases: serviceDatabases
    .optional()
    .describe(
      "in place of `database`: the databases of a service with several, by the variables that get their URLs",
    ),
};

const preDeploy = {
  preDeploy: text.optional().describe("the command before each deploy, such as a migration"),
};
const listens = { port: port.default(STANDARD_PORT).describe("the port that the service listens on") };
/** How its kind is verified. */
const verified = <Keys extends Partial<typeof verifyKeys>>(keys: Keys) => ({
  verify: verifySchema(keys).optional().describe("as `portcullis:verify`"),
});
const { endpoints, log, run, connect } = verifyKeys;

const web = {
  ...running,
  ...preDeploy,
  ...listens,
  healthCheckPath: z.string().default("/health").describe("the path that Render asks"),
  ...verified({ endpoints, log, connect }),
};

const privateService = {
  ...running,
  ...preDeploy,
  ...listens,
  ...verified({ log, connect }),
};

const worker = { ...running, ...preDeploy, ...verified({ log, connect }) };

const cron = {
  ...running,
  schedule: text
    .regex(/^\S+(\s+\S+){4}$/, "expected a schedule of five fields, such as `0 3 * * *`")
    .describe("five fields in UTC, such as `0 3 * * *`"),
  ...verified({ log, run, connect }),
};

const staticSite = {
  ...built,
  publishPath: text.default("public").describe("the folder of the built pages"),
  routes: z
    .array(
      z.strictObject({
        type: z
          .enum(["redirect", "rewrite"], "expected a type of route")
          .describe("whether the browser is sent on, or gets the other path's page at once"),
        source: text.describe("the path that is asked"),
        destination: text.describe("the path or URL that it leads to"),
      }),
    )
    .default([]),
  headers: z
    .array(
      z.strictObject({
        path: text.describe("the path whose answer has it"),
        name: text.describe("a response header"),
        value: z.string("expected text").describe("its value"),
      }),
    )
    .default([]),
  ...verified({ endpoints }),
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
  const of = <Kind extends z.ZodType>(kind: Kind) => ({
    type: kind.meta({ description: "what kind of service it is", otherwise: "`web`" }),
    name: name.meta({
      description: "the service's name at Render",
      otherwise: "required; in `services` the key",
    }),
  });
  return z.discriminatedUnion("type", [
    z.strictObject({ ...of(z.literal("web").optional()), ...web }),
    z.strictObject({ ...of(z.literal("private")), ...privateService }),
    z.strictObject({ ...of(z.literal("worker")), ...worker }),
    z.strictObject({ ...of(z.literal("cron")), ...cron }),
    z.strictObject({ ...of(z.literal("static")), ...staticSite }),
  ]);
}
