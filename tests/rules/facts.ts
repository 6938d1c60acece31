import { type Fact, known, type Place, type PlatformFact } from "../../domain";

/** A place for facts of tests. */
export const here: Place = { source: "configuration", key: "test" };

export const REF = "abcdefghijklmnopqrst";
export const POOLER = "aws-0-us-west-1.pooler.supabase.com";

export const variable = (name: string, value: string): Fact => ({
  kind: "variable",
  place: here,
  name,
  value: known(value),
  secret: true,
});
export const start = (command: string): Fact => ({
  kind: "start-command",
  place: here,
  command: known(command),
});
export const declared = (port: number | string): Fact => ({
  kind: "port",
  role: "declared",
  place: here,
  port: known(port),
});
export const environment = (name: string): Fact => ({ kind: "environment", place: here, name });
export const driver = (name: string, settings: Record<string, string> = {}): Fact => ({
  kind: "driver",
  place: here,
  driver: known(name),
  driverSettings: known(settings),
});
export const health = (path: string | undefined): Fact => ({
  kind: "health-check",
  place: here,
  path: known(path),
});
export const render: PlatformFact = { kind: "platform", place: here, platform: "render" };
export const connection = (
  change: Partial<Record<"host" | "user" | "driver" | "database", string>> & {
    port?: number;
    parameters?: Record<string, string>;
    settings?: Record<string, string>;
  },
): Fact => ({
  kind: "connection",
  place: here,
  host: known(change.host ?? POOLER),
  port: known(change.port ?? 5432),
  user: known(change.user ?? `navigator.${REF}`),
  database: known(change.database ?? "postgres"),
  parameters: known(change.parameters ?? { sslmode: "require" }),
  driver: known(change.driver ?? "asyncpg"),
  driverSettings: known(change.settings ?? {}),
});
export const url = (text: string, driver = "asyncpg"): Fact => ({
  kind: "url",
  place: here,
  url: known(text),
  driver: known(driver),
  driverSettings: known({}),
});
export const other = (projectRef: string | undefined, host = POOLER): Fact => ({
  kind: "other-environment",
  place: here,
  name: "staging",
  host: known(host),
  port: known(5432),
  database: known("postgres"),
  user: known(projectRef === undefined ? "navigator" : `navigator.${projectRef}`),
});

/**
 * One row: the facts for the rule, and every finding that it must return, in full (`foundIn`); undefined where it
 * holds, and `unknown` where it cannot be decided. Older rows have a piece of it, and the rest in findings.json.
 */
export type Case = readonly [
  title: string,
  facts: readonly Fact[],
  got: readonly string[] | RegExp | undefined | "unknown",
];
export type Cases = Readonly<Record<string, readonly Case[]>>;
