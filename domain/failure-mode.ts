/**
 * How a deployment fails, by stable names: a verification, a diagnosis and a failure record all speak of these.
 * The part before the slash says where to look.
 */
export const FAILURE_MODES = [
  "port/mismatch",
  "port/none-open",
  "port/loopback-bind",
  "port/in-use",
  "health-check/timeout",
  "health-check/failed",
  "process/exited",
  "process/crash-loop",
  "process/command-not-found",
  "memory/exhausted",
  "disk/full",
  "build/failed",
  "pre-deploy/failed",
  "migration/failed",
  "import/missing-module",
  "configuration/missing-variable",
  "configuration/invalid",
  "database/credentials",
  "database/tenant-not-found",
  "database/auth-blocked",
  "database/prepared-statement",
  "database/tls-required",
  "database/tls-untrusted",
  "database/ipv6-unreachable",
  "database/dns",
  "database/refused",
  "database/too-many-connections",
  "database/url-malformed",
  "database/unsupported-parameter",
  "database/driver-mismatch",
  "platform/cause-unknown",
  "unknown",
] as const;

export type FailureMode = (typeof FAILURE_MODES)[number];
