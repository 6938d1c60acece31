import { describePlace, nearest, type Place, type RuleDescription } from "../../domain";
import type { AuditFinding } from "../finding";

/** One rule at one place that does not count until a day, with the reason. */
export interface Waiver {
  readonly rule: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
  /** The waiver's own place. */
  readonly file: string;
  readonly line: number;
  readonly about: WaivedPlace;
}

/**
 * The place of the finding: by its line, or by the name of the variable or field, which does not move. An item of a
 * YAML list is one place, to its last line.
 */
export type WaivedPlace = { readonly file: string } & (
  | { readonly line: number; readonly lastLine?: number; readonly key?: never }
  | { readonly key: string; readonly line?: never }
);

/** A finding that a waiver keeps from counting. */
export interface Waived {
  readonly finding: AuditFinding;
  readonly waiver: Waiver;
}

/** What one source of waivers says, and what is wrong with how it says it. */
export interface Waivers {
  readonly waivers: readonly Waiver[];
  readonly malformed: readonly AuditFinding[];
}

export const WAIVER_WORD = "portcullis-ignore";

const REFERENCE = "docs/audit.md";
const WHY = "A waiver is a promise with a date; one that is not kept hides the next finding of its kind.";

/** The faults of waivers. The audit judges these: no fact states a waiver. */
export const WAIVER_RULES: readonly RuleDescription[] = [
  {
    id: "waiver/malformed",
    severity: "error",
    title: "A waiver names one rule, one place, a last day and a reason",
    why: WHY,
    fix: "Write `portcullis-ignore RULE until YYYY-MM-DD: reason`, or rule, file, line or key, until and reason in the file of waivers.",
    reference: REFERENCE,
  },
  {
    id: "waiver/expired",
    severity: "error",
    title: "No waiver is past its last day",
    why: WHY,
    fix: "Fix what it waives, or set a later day.",
    reference: REFERENCE,
  },
  {
    id: "waiver/unused",
    severity: "error",
    title: "Every waiver matches a finding",
    why: WHY,
    fix: "Remove it, or move it to the finding's place.",
    reference: REFERENCE,
  },
];

interface Applied {
  readonly findings: readonly AuditFinding[];
  readonly waived: readonly Waived[];
}

/**
 * Takes waived findings out and puts in what is wrong with the waivers themselves.
 *
 * @param rules the rules that there are; a waiver that matches nothing may misspell one of them
 */
export function applyWaivers(
  findings: readonly AuditFinding[],
  sources: readonly Waivers[],
  today: string,
  rules: readonly string[] = [],
): Applied {
  const stated = sources.flatMap(({ waivers }) => waivers);
  const ambiguous = stated.filter(
    (waiver) => waiver.about.key !== undefined && placesOf(waiver, findings).size > 1,
  );
  const waivers = stated.filter((waiver) => !ambiguous.includes(waiver));
  const waived: Waived[] = [];
  const left: AuditFinding[] = [];
  const used = new Set<Waiver>();
  for (const finding of findings) {
    const matching = waivers.filter((candidate) => covers(candidate, finding));
    for (const waiver of matching) used.add(waiver);
    const holding = matching.find(({ until }) => until >= today);
    if (holding === undefined) left.push(finding);
    else waived.push({ finding, waiver: holding });
  }
  const wrong = waivers.flatMap((waiver) => {
    if (waiver.until < today) return [fault("waiver/expired", waiver, "a day to come", waiver.until)];
    return used.has(waiver) ? [] : [unused(waiver, rules)];
  });
  const several = ambiguous.map((waiver) =>
    malformedWaiver(waiver, "one place", `${[...placesOf(waiver, findings)].join(" and ")}: write the line`),
  );
  const malformed = sources.flatMap((source) => source.malformed);
  return { findings: [...malformed, ...several, ...wrong, ...left], waived };
}

/** A day that there is, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text.length === 10;
}

type Standing = Pick<Waiver, "file"> & { readonly line?: number };

export function malformedWaiver(at: Standing, expected: string, got: string): AuditFinding {
  return fault("waiver/malformed", at, expected, got);
}

function unused(waiver: Waiver, rules: readonly string[]): AuditFinding {
  const { rule } = waiver;
  if (rules.length === 0 || rules.includes(rule))
    return fault("waiver/unused", waiver, `a finding of ${rule}`, "none");
  const meant = nearest(rule, rules);
  const expected = meant === undefined ? "a rule that there is" : `a rule that there is, such as ${meant}`;
  const fix = meant === undefined ? "`portcullis rules` lists them." : `Write ${meant}, or remove it.`;
  return { ...fault("waiver/unused", waiver, expected, `${rule}, and there is no such rule`), fix };
}

function covers({ rule, about }: Waiver, { rule: found, place }: AuditFinding): boolean {
  if (place.source !== "file" || place.file !== about.file || found !== rule) return false;
  if (about.key !== undefined) return place.key === about.key;
  const { line, lastLine = line } = about;
  return place.line !== undefined && place.line >= line && place.line <= lastLine;
}

/** A name may be in a file more than once, and a waiver is for one place. */
function placesOf(waiver: Waiver, findings: readonly AuditFinding[]): ReadonlySet<string> {
  return new Set(findings.filter((found) => covers(waiver, found)).map(({ place }) => lineOf(place)));
}

function lineOf(place: Place): string {
  if (place.source !== "file") return describePlace(place);
  const { column: _, ...line } = place;
  return describePlace(line);
}

function fault(id: string, { file, line }: Standing, expected: string, got: string): AuditFinding {
  const rule = WAIVER_RULES.find((row) => row.id === id);
  const { severity = "error", title = id, why = WHY, fix = "" } = rule ?? {};
  const about = { service: "waivers", services: ["waivers"], environments: [], title, why, fix };
  const place: Place = { source: "file", file, ...(line === undefined ? {} : { line }) };
  return { rule: id, severity, place, what: "waiver", expected, got, ...about };
}
