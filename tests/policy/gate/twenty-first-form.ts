import { cron, native, PIP, type Resource, values, web } from "./eighteenth-form";
import { supabaseProject } from "./supabase-project";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Qn4ceGale8vT";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "mzqhtkwvrbnxpdyljcgf";
export const OTHER = "vxjrdnqtlwbkhzmgpcyf";
export const POOL = "aws-0-eu-west-3.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "ledger",
  password: CANARY,
});

/** A component whose staging is in another project, behind the same pooler. */
export const BESIDE_OTHER = {
  otherEnvironments: { staging: { host: POOL, port: 5432, user: `ledger.${OTHER}`, database: "postgres" } },
};

export const KESTREL = "dotnet Tide.Web.dll --urls http://0.0.0.0:8000";

/** Npgsql's pairs for the invented project. */
export const pairs = (port: number, more: string, password = CANARY) =>
  `Host=${POOL};Port=${port};Database=postgres;Username=${USER};Password=${password};${more}`;

/** Variables of Spring Boot for the invented project. */
export const spring = (rest: string) => ({
  SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:${rest}`,
  SPRING_DATASOURCE_USERNAME: USER,
  SPRING_DATASOURCE_PASSWORD: CANARY,
});

export const GUNICORN = "gunicorn tide.wsgi:application --bind 0.0.0.0:$PORT";

type More = Readonly<Record<string, unknown>>;
type Variables = Readonly<Record<string, string>>;

/** A web service of another native runtime at port 8000. */
export const other = (
  runtime: string,
  buildCommand: string,
  name: string,
  startCommand: string,
  of: Variables = {},
  more: More = {},
): Resource =>
  web({
    name,
    plan: "starter",
    region: "frankfurt",
    startCommand,
    runtimeSource: native(runtime, buildCommand, name),
    healthCheckPath: "/health",
    envVars: values({ PORT: "8000", ...of }),
    ...more,
  });

/** A job of Python that is run by a schedule. */
export const jobOf = (name: string, schedule: string, startCommand: string, of: Variables = {}) =>
  cron({
    name,
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values({ DATABASE_URL: SESSION, ...of }),
  });
