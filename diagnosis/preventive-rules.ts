import type { FailureMode } from "../domain/failure-mode";

/**
 * The rules that find a failure mode's causes before a deploy, the likeliest first. A mode that is not here has causes
 * that no file shows.
 */
export const PREVENTIVE_RULES: Partial<Readonly<Record<FailureMode, readonly string[]>>> = {
  "port/mismatch": ["port/agreement", "port/hard-coded", "port/standard"],
  "port/none-open": ["service/loopback-bind", "port/hard-coded"],
  "port/loopback-bind": ["service/loopback-bind"],
  "health-check/timeout": ["service/health-check-path", "port/agreement"],
  "health-check/failed": ["service/health-check-path"],
  "platform/cause-unknown": ["port/agreement", "service/loopback-bind"],
  "configuration/missing-variable": ["environment/missing-variable"],
  "configuration/invalid": ["environment/placeholder", "environment/reading-difference"],
  "database/credentials": [
    "environment/placeholder",
    "database/password-encoding",
    "database/password-portable",
    "database/project-reference",
  ],
  "database/tenant-not-found": [
    "database/project-reference",
    "database/pooler-tenant",
    "environment/placeholder",
    "database/supabase-endpoint",
  ],
  "database/prepared-statement": ["database/transaction-mode-statements"],
  "database/tls-required": ["database/tls-off"],
  "database/tls-untrusted": ["database/tls-untrusted"],
  "database/ipv6-unreachable": ["database/ipv6-only-host"],
  "database/dns": ["database/password-encoding", "database/local-host", "environment/placeholder"],
  "database/refused": ["database/local-host"],
  "database/too-many-connections": ["database/pool-size"],
  "database/url-malformed": ["database/url-malformed", "database/password-encoding"],
  "database/unsupported-parameter": ["database/url-parameters"],
  "database/driver-mismatch": ["database/url-parameters"],
};
