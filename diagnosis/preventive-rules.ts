import { FAILURE_MODES, type FailureMode } from "../domain/failure-mode";
import { rulesAgainst } from "../rules";

/** The rules that find a failure mode's causes before a deploy, by the mode; each rule says so in its own file. */
export const PREVENTIVE_RULES: Partial<Readonly<Record<FailureMode, readonly string[]>>> = Object.fromEntries(
  FAILURE_MODES.map((mode) => [mode, rulesAgainst(mode).map(({ id }) => id)] as const).filter(
    ([, rules]) => rules.length > 0,
  ),
);
