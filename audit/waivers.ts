import type { Place, Rule } from "../domain";
import type { AuditFinding } from "./judge";

/** A comment `portcullis-ignore RULE until DATE: reason`: one rule at one line. */
export interface Waiver {
  readonly rule: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  /** The line that it is about: its own, or the one below a comment that has its line for itself. */
  readonly about: number;
}

/** A finding that a waiver keeps from counting. */
export interface Waived {
  readonly finding: AuditFinding;
  readonly waiver: Waiver;
}

export const WAIVER_WORD = "portcullis-ignore";

const WHOLE_LINE = /^\s*(?:#|\/\/|\/\*|--|<!--|;)/;

const FORM = /portcullis-ignore\s+([a-z][a-z0-9-]*\/[a-z0-9-]+)\s+until\s+(\d{4}-\d{2}-\d{2}):\s*(\S.*)/;

const REFERENCE = "README.md";
const WHY = "A waiver is a promise with a date; one that nobody keeps hides the next finding of its kind.";

/** What a waiver itself can be found guilty of. The audit judges these: no fact states a waiver. */
export const WAIVER_RULES: readonly Omit<Rule, "check">[] = [
  {
    id: "waiver/malformed",
    severity: "error",
    title: "A waiver names one rule, a last day and a reason",
    why: WHY,
    fix: "Write `portcullis-ignore RULE until YYYY-MM-DD: reason`.",
    reference: REFERENCE,
  },
  {
    id: "waiver/expired",
    severity: "error",
    title: "No waiver is past its last day",
    why: WHY,
    fix: "Mend what it waives, or set a later day.",
    reference: REFERENCE,
  },
  {
    id: "waiver/unused",
    severity: "error",
    title: "Every waiver matches a finding",
    why: WHY,
    fix: "Remove it, or move it to the finding's line or the line above.",
    reference: REFERENCE,
  },
];

interface Applied {
  readonly findings: readonly AuditFinding[];
  readonly waived: readonly Waived[];
}

/** Takes waived findings out and puts in what is wrong with the waivers themselves. */
export function applyWaivers(
  findings: readonly AuditFinding[],
  texts: ReadonlyMap<string, string>,
  today: string,
): Applied {
  const { waivers, malformed } = waiversIn(texts);
  const waived: Waived[] = [];
  const left: AuditFinding[] = [];
  const used = new Set<Waiver>();
  for (const finding of findings) {
    const waiver = waivers.find((candidate) => covers(candidate, finding));
    if (waiver !== undefined) used.add(waiver);
    if (waiver === undefined || waiver.until < today) left.push(finding);
    else waived.push({ finding, waiver });
  }
  const wrong = waivers.flatMap((waiver) => {
    const place = placeOf(waiver);
    if (waiver.until < today) return [finding("waiver/expired", place, "a day to come", waiver.until)];
    return used.has(waiver) ? [] : [finding("waiver/unused", place, `a finding of ${waiver.rule}`, "none")];
  });
  return { findings: [...malformed, ...wrong, ...left], waived };
}

function waiversIn(texts: ReadonlyMap<string, string>): {
  readonly waivers: readonly Waiver[];
  readonly malformed: readonly AuditFinding[];
} {
  const waivers: Waiver[] = [];
  const malformed: AuditFinding[] = [];
  for (const [file, text] of texts) {
    if (!text.includes(WAIVER_WORD)) continue;
    for (const [index, written] of text.split(/\r\n|\n|\r/).entries()) {
      if (!written.includes(WAIVER_WORD)) continue;
      const [, rule, until, reason] = FORM.exec(written) ?? [];
      const place = { file, line: index + 1 };
      const about = WHOLE_LINE.test(written) ? index + 2 : index + 1;
      if (rule !== undefined && until !== undefined && reason !== undefined && isDay(until)) {
        waivers.push({ rule, until, reason: reason.trim(), ...place, about });
      } else {
        const form = "`portcullis-ignore RULE until YYYY-MM-DD: reason`";
        malformed.push(finding("waiver/malformed", placeOf(place), form, "another form"));
      }
    }
  }
  return { waivers, malformed };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function covers({ rule, file, about }: Waiver, { rule: found, place }: AuditFinding): boolean {
  return place.source === "file" && place.file === file && place.line === about && found === rule;
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): Place {
  return { source: "file", file, line };
}

function finding(id: string, place: Place, expected: string, got: string): AuditFinding {
  const rule = WAIVER_RULES.find((row) => row.id === id);
  const { severity = "error", title = id, why = WHY, fix = "" } = rule ?? {};
  const about = { service: "waivers", environments: [], title, why, fix };
  return { rule: id, severity, place, what: "waiver", expected, got, ...about };
}
