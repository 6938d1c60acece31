import type { SealedCase } from "./sealed";
import { DOCKER, POOL, REF } from "./written";

/** The rules that the broken halves name. */
export const LOOPBACK = "service/loopback-bind";
export const PORT = "port/agreement";
export const STANDARD = "port/standard";
export const START = "service/start-command";
export const IPV6 = "database/ipv6-only-host";
export const TENANT = "database/pooler-tenant";
export const LOCAL = "database/local-host";
export const MODE = "database/transaction-mode-statements";
export const TLS = "database/tls-off";
export const MALFORMED = "database/url-malformed";
export const ELSEWHERE = "database/other-environment";
export const ENCODING = "database/password-encoding";
export const PLACEHOLDER = "environment/placeholder";

export const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";
export const docker = { properties: DOCKER };
export const java = { driver: "pgjdbc", ...docker } as const;
export const dotnet = { driver: "npgsql", ...docker } as const;
export const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
export const jdbc = (rest: string) => `jdbc:postgresql://${rest}`;
export const withPassword = (password: string) => `postgresql://app.${REF}:${password}@${POOL}:5432/postgres`;

type Variables = Readonly<Record<string, string>>;

/** A sound service by its command. */
export const soundWeb = (command: string, more: SealedCase = {}): SealedCase => ({ command, ...more });

/** A sound service by its variables. */
export const soundBy = (variables: Variables, more: SealedCase = {}): SealedCase => ({ variables, ...more });

/** A command that a rule must reject. */
export const brokenWeb = (rule: string, command: string, more: SealedCase = {}): SealedCase => ({
  rule,
  ...soundWeb(command, more),
});

/** Variables that a rule must reject. */
export const brokenBy = (rule: string, variables: Variables, more: SealedCase = {}): SealedCase => ({
  rule,
  ...soundBy(variables, more),
});
