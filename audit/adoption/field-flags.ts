import { describePlace, type Severity } from "../../domain";
import type { AuditFinding } from "../finding";
import type { AdoptedEnvironment, AdoptedService } from "./adopted-services";
import type { DraftField } from "./draft-field";

/** Adds to a field what an audit says of its place; `of` narrows it to one rule. */
export type Flag = (field: DraftField, of?: string) => DraftField;

interface Sentence {
  readonly rule: string;
  readonly severity: Severity;
  readonly sentence: string;
}

/** What a draft's note says of a finding. */
export const sentenceOf = ({
  severity,
  rule,
  what,
  expected,
  got,
}: Pick<AuditFinding, "severity" | "rule" | "what" | "expected" | "got">): string =>
  `${severity} ${rule}: ${what}: expected ${expected}, got ${got}`;

/**
 * Adds to a field what an audit finds at its place; each finding to the first field that asks. What no field has asked
 * for is left: no value of the stack puts it right.
 */
export function flagsOf(
  findings: readonly AuditFinding[],
  { environment, services }: AdoptedEnvironment,
): { readonly flag: Flag; left(): readonly string[] } {
  const byPlace = new Map<string, Sentence[]>();
  for (const finding of findings) {
    const { place, severity, rule } = finding;
    if (!isOf(finding, environment, services)) continue;
    const sentence = sentenceOf(finding);
    const key = describePlace(place);
    byPlace.set(key, [...(byPlace.get(key) ?? []), { rule, severity, sentence }]);
  }
  const flag: Flag = (field, of) => {
    const at = field.place === undefined ? "" : describePlace(field.place);
    const found = byPlace.get(at) ?? [];
    const flags = found.filter(({ rule }) => of === undefined || rule === of);
    if (flags.length === 0) return field;
    byPlace.set(
      at,
      found.filter((one) => !flags.includes(one)),
    );
    return { ...field, flags: flags.map(({ sentence }) => sentence) };
  };
  const left = (): readonly string[] =>
    [...byPlace].flatMap(([at, rest]) =>
      rest.flatMap(({ severity, sentence }) => (severity === "note" ? [] : [`${sentence} (${at})`])),
    );
  return { flag, left };
}

/** Whether a finding is of the environment, and not of a service alone that is not adopted with these. */
function isOf(
  { environments, services: of }: AuditFinding,
  environment: string,
  services: readonly AdoptedService[],
): boolean {
  if (environments.length > 0 && !environments.includes(environment)) return false;
  return services.some(({ audited }) => audited.length === 0 || audited.some((name) => of.includes(name)));
}
