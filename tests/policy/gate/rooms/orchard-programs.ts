import { cron, native, PIP, type Resource, values, web, worker } from "../eighteenth-form";

type Variables = Readonly<Record<string, string>>;
type More = Resource["properties"];

const BASE = { plan: "starter", region: "frankfurt" } as const;

/** The orchard's API, which listens on 8000. */
export const api = (of: Variables = {}, more: More = {}): Resource =>
  web({
    name: "orchard-api",
    ...BASE,
    startCommand: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
    healthCheckPath: "/health",
    runtimeSource: native("python", PIP),
    envVars: values({ PORT: "8000", ...of }),
    ...more,
  });

/** Its worker. */
export const jobs = (startCommand: string, of: Variables = {}, more: More = {}): Resource =>
  worker({
    name: "orchard-jobs",
    ...BASE,
    startCommand,
    runtimeSource: native("python", PIP),
    envVars: values(of),
    ...more,
  });

/** Its job of each night. */
export const nightly = (startCommand: string, more: More = {}): Resource =>
  cron({
    name: "nightly",
    ...BASE,
    schedule: "0 3 * * *",
    startCommand,
    runtimeSource: native("python", PIP),
    envVars: {},
    ...more,
  });
