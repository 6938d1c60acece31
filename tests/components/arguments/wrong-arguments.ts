import * as pulumi from "@pulumi/pulumi";
import { type ComponentName, service, verify } from "./sound-arguments";

export const SECRET = "c4nary-s3cret";

const environment = (change: object, more: object = {}) => ({
  service: { ...service, driver: undefined, ...change },
  ...more,
});

/** What a program may get wrong, by what it is, and the whole sentence of its error. */
export const WRONG: readonly (readonly [
  title: string,
  component: ComponentName,
  args: object,
  said: string | RegExp,
])[] = [
  [
    "a misspelt type",
    "Environment",
    environment({ type: "wrker" }),
    "prod: service.type: expected a type (web, private, worker, cron, static), got `wrker`. Did you mean `worker`?",
  ],
  [
    "a misspelt argument",
    "Environment",
    environment({ healthCheckpath: "/up", healthCheckPath: undefined }),
    "prod: service.healthCheckpath: unknown argument. Did you mean `healthCheckPath`?",
  ],
  [
    "a port out of range",
    "Service",
    { ...service, port: 70_000 },
    "prod: port: expected a port, 1 to 65535, got 70000.",
  ],
  [
    "a port as text",
    "Service",
    { ...service, port: "8000" },
    "prod: port: expected a port, 1 to 65535, got text: write it as a number.",
  ],
  [
    "a variable that is not set",
    "Environment",
    environment({ environment: { API_KEY: undefined } }),
    "prod: service.environment.API_KEY: expected text, got none.",
  ],
  [
    "a duration as a stack file has it",
    "Environment",
    environment({}, { verify: { stability: "30s" } }),
    "prod: verify.stability: expected a number of milliseconds, or a mapping with `window`, got text.",
  ],
  [
    "what is missing, all at once",
    "Environment",
    { service: {}, database: { supabase: {} } },
    [
      "prod: 8 of its arguments are wrong:",
      "  - service.region: expected text, got none.",
      "  - service.runtime: expected text, got none.",
      "  - service.repository: expected text, got none.",
      "  - database.supabase.projectRef: expected text, got none.",
      "  - database.supabase.poolerHost: expected text, got none.",
      "  - database.supabase.connection: expected a connection (direct, session, transaction), got none.",
      "  - database.role: expected text, the name of the service's login role, got none.",
      "  - database.password: expected text, the password of the role, got none.",
    ].join("\n"),
  ],
  [
    "a connection URL in place of a host, and no reference",
    "Environment",
    environment(
      {},
      {
        database: {
          supabase: {
            projectRef: "your-project-ref",
            poolerHost: "postgresql://postgres.ref:c4nary@aws-0-eu-west-1.pooler.supabase.com:6543/postgres",
            connection: "session",
          },
          role: "shop",
          password: "c4nary",
        },
      },
    ),
    [
      "prod: 2 of its arguments are wrong:",
      "  - database.supabase.projectRef: expected 20 lowercase letters; copy it from the dashboard (Connect), got text of 16 characters, and other ones than lowercase letters.",
      "  - database.supabase.poolerHost: expected a host, without scheme, user and password, got text.",
    ].join("\n"),
  ],
  ["no service", "Environment", {}, "prod: expected `service` or `services`, got none."],
  [
    "services that are none",
    "Environment",
    { services: {} },
    "prod: expected `service` or `services`, got none.",
  ],
  [
    "an image without a name",
    "Service",
    { runtime: "image", region: "oregon" },
    "prod: image: expected text, got none.",
  ],
  [
    "a cron job without a schedule",
    "Service",
    { ...service, type: "cron" },
    "prod: schedule: expected text, got none.",
  ],
  [
    "a site without a repository",
    "Service",
    { type: "static" },
    "prod: repository: expected text, got none.",
  ],
  [
    "an output where the program decides",
    "Environment",
    environment({ type: pulumi.output("web") }),
    "prod: service.type: expected a type (web, private, worker, cron, static), got an output, which the program cannot read.",
  ],
  [
    "a URL in place of a database's name",
    "Environment",
    {
      service: { ...service, database: `postgresql://a:${SECRET}@db.test/d` },
      database: { host: "h", role: "r", password: "p" },
    },
    "prod: the service main has a driver: expected its `database` (main), got a connection URL.",
  ],
  [
    "a driver that there is none of",
    "DatabaseConnection",
    { driver: "asyncgp", host: "h", role: "r", password: SECRET },
    /^prod: driver: expected a driver that Portcullis knows \(.*\), got `asyncgp`\. Did you mean `asyncpg`\?$/,
  ],
  [
    "an endpoint's path without its slash",
    "Environment",
    environment({}, { verify: { ...verify, endpoints: [{ name: "orders", path: "orders" }] } }),
    "prod: verify.endpoints[0].path: expected a path that begins with /, got text.",
  ],
  [
    "a window in no time zone",
    "Environment",
    environment(
      {},
      {
        promotion: {
          from: "staging",
          windows: [{ days: ["mon"], from: "09:00", to: "17:00", zone: "Berlin" }],
        },
      },
    ),
    "prod: promotion.windows[0].zone: expected a time zone, such as Europe/Berlin, got `Berlin`.",
  ],
];
