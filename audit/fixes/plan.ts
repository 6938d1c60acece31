import { realpathSync } from "node:fs";
import { RULES } from "../../rules";
import { type AuditOptions, type AuditWithSources, auditWithSources } from "../audit";
import type { AuditFinding } from "../finding";
import type { Masking } from "../secrets/masking";
import { readTextBytes } from "../walk/read-text";
import { type Step, stepsFor, withSteps } from "./steps";

/** One text that was, or would be, replaced. */
export interface Fixed {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly replaced: string;
  readonly by: string;
  /** Why it is right, as the finding says: `8000, as EXPOSE (Dockerfile:3:1) says`. */
  readonly because: string;
}

export interface ChangedFile {
  readonly path: string;
  readonly before: Buffer;
  readonly after: Buffer;
}

/** The planned fixes. They hold secrets, in the bytes of files. */
export interface FixPlan {
  /** The audited folder, without links on the way to it. */
  readonly root: string;
  readonly files: readonly ChangedFile[];
  readonly fixed: readonly Fixed[];
  readonly masking: Masking;
  /** The audit of the files as they are. */
  readonly audit: AuditWithSources["audit"];
  /** How many findings there would still be. */
  readonly left: number;
}

/** Each step is tried by an audit of its own, so a large repository is fixed in several runs. */
const MAX_TRIALS = 64;

/** Findings that hide others, such as a misspelt field: once fixed, others may show. */
const HIDING = new Set(RULES.filter(({ hidesOthers }) => hidesOthers).map(({ id }) => id));

/**
 * Plans the edits that findings state. Each is tried first, on the texts alone: it is kept where its findings are
 * gone afterwards and no new one came in their place. So a second run finds nothing more to do.
 *
 * @param chosen the findings that count, of all
 */
export function planFixes(
  folder: string,
  options: AuditOptions,
  chosen: (findings: readonly AuditFinding[]) => readonly AuditFinding[] = (findings) => findings,
): FixPlan {
  const root = realpathSync(folder);
  const first = auditWithSources(root, options);
  const planner = new Planner(root, options, first.texts);
  let current = first.audit;
  for (;;) {
    const next = planner.advance(current, chosen(current.findings));
    if (next === undefined) break;
    current = next;
  }
  return {
    root,
    files: planner.changed(),
    fixed: planner.fixed,
    masking: first.masking,
    audit: first.audit,
    left: current.findings.length,
  };
}

/** Whether a finding's edit has its one place in the files, so that a plan has something to try. */
export function hasStep(folder: string, findings: readonly AuditFinding[]): boolean {
  const root = realpathSync(folder);
  const bytesOf = (file: string) => readTextBytes(root, file).bytes?.toString("latin1");
  return stepsFor(findings, bytesOf).length > 0;
}

type Audit = AuditWithSources["audit"];

class Planner {
  readonly fixed: Fixed[] = [];
  /** Files as Latin-1, a character a byte: as they were, and as they are to be. */
  private readonly before = new Map<string, string>();
  private now: ReadonlyMap<string, string> = new Map();
  private trials = 0;

  constructor(
    private readonly root: string,
    private readonly options: AuditOptions,
    private readonly texts: ReadonlyMap<string, string>,
  ) {}

  /** Takes the steps that turn out right, and answers the audit after them; undefined where there was none. */
  advance(current: Audit, findings: readonly AuditFinding[]): Audit | undefined {
    const steps = stepsFor(findings, (file) => this.bytesOf(file));
    if (steps.length === 0) return undefined;
    const together = this.tried(current, steps);
    if (together !== undefined || steps.length === 1) return together;
    for (const step of steps) {
      const alone = this.tried(current, [step]);
      if (alone !== undefined) return alone;
    }
    return undefined;
  }

  changed(): readonly ChangedFile[] {
    const toBytes = (text: string): Buffer => Buffer.from(text, "latin1");
    return [...this.now].map(([path, after]) => {
      return { path, before: toBytes(this.before.get(path) ?? ""), after: toBytes(after) };
    });
  }

  private tried(current: Audit, steps: readonly Step[]): Audit | undefined {
    if (this.trials >= MAX_TRIALS) return undefined;
    this.trials += 1;
    const next = new Map(this.now);
    for (const file of new Set(steps.map((step) => step.file))) {
      const own = steps.filter((step) => step.file === file);
      next.set(file, withSteps(this.bytesOf(file) ?? "", own));
    }
    const audit = this.auditOf(next);
    if (!isBetter(current, audit, steps)) return undefined;
    this.now = next;
    for (const { answers, file, line, replaced, text } of steps) {
      for (const rule of new Set(answers.map((finding) => finding.rule))) {
        const because = answers.find((finding) => finding.rule === rule)?.expected ?? text;
        this.fixed.push({ rule, file, line, replaced, by: text, because });
      }
    }
    return audit;
  }

  private auditOf(bytes: ReadonlyMap<string, string>): Audit {
    const texts = [...bytes].map(
      ([file, text]) => [file, Buffer.from(text, "latin1").toString("utf8")] as const,
    );
    return auditWithSources(this.root, { ...this.options, changed: new Map(texts) }).audit;
  }

  /** Undefined for a file that is not as the audit read it. */
  private bytesOf(file: string): string | undefined {
    const known = this.now.get(file) ?? this.before.get(file);
    if (known !== undefined) return known;
    const { bytes } = readTextBytes(this.root, file);
    if (bytes === undefined || bytes.toString("utf8") !== this.texts.get(file)) return undefined;
    const text = bytes.toString("latin1");
    this.before.set(file, text);
    return text;
  }
}

/** Whether all that the steps answer is gone, and nothing came that was not there. */
function isBetter(before: Audit, after: Audit, steps: readonly Step[]): boolean {
  if (problemsOf(after) > problemsOf(before)) return false;
  const [was, is] = [counted(before.findings), counted(after.findings)];
  const answered = counted(steps.flatMap(({ answers }) => answers));
  for (const [key, count] of answered) {
    if ((is.get(key) ?? 0) > (was.get(key) ?? 0) - count) return false;
  }
  const revealing = steps.some(({ answers }) => answers.some(({ rule }) => HIDING.has(rule)));
  const judged = revealing ? after.findings.filter(({ rule }) => HIDING.has(rule)) : after.findings;
  return judged.every((finding) => (is.get(keyOf(finding)) ?? 0) <= (was.get(keyOf(finding)) ?? 0));
}

function problemsOf({ files }: Audit): number {
  return files.reduce((sum, { problems }) => sum + problems.length, 0);
}

function counted(findings: readonly AuditFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

/** A finding without its values, which change, and without its column, which moves. */
function keyOf({ rule, service, place, what }: AuditFinding): string {
  const at = place.source === "file" ? [place.file, place.line] : [place];
  return JSON.stringify([rule, service, at, what]);
}
