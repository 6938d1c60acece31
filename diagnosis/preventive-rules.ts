import { FAILURE_MODES, type FailureMode } from "../domain/failure-mode";
import { rulesAgainst } from "../rules";

/** The rules that find a failure mode's causes before a deploy, by the mode; each rule says so in its own file. */
export const PREVENTIVE_RULES: Partial<Readonly<Record<FailureMode, readonly string[]>>> = Object.fromEntries(
  FAILURE_MODES.map((mode) => [mode, rulesAgainst(mode).map(({ id }) => id)] as const).filter(
    ([, rules]) => rules.length > 0,
  ),
);

/**
 * Modes of which the log itself states what their first rule looks for: an address, a port, a scheme, a parameter. Of
 * the others only an audit knows whether a rule would have found them.
 */
const STATED_BY_LOG: ReadonlySet<string> = new Set<FailureMode>([
  "port/loopback-bind",
  "port/mismatch",
  "configuration/missing-variable",
  "database/prepared-statement",
  "database/tls-required",
  "database/tls-untrusted",
  "database/ipv6-unreachable",
  "database/driver-mismatch",
]);

/** The rule that would have found a failure of this mode, where its log alone allows to say so. */
export function ruleOf(mode: FailureMode): string | undefined {
  return STATED_BY_LOG.has(mode) ? PREVENTIVE_RULES[mode]?.[0] : undefined;
}
