import type { AuditFinding } from "../../audit";
import { CommandError } from "../exit-code";
import { foundInstead, givenFile } from "../given-file";
import { sentenceOf } from "./words";

/** Findings that are new, and how many a baseline knows already. */
export interface Compared {
  readonly added: readonly AuditFinding[];
  readonly known: number;
}

/**
 * Compares with an earlier `--json` document. A finding is identified by rule, file and message, not by its line, which
 * moves. Where the same finding occurs twice and occurred once before, one is new.
 */
export function withoutKnown(findings: readonly AuditFinding[], baseline: string): Compared {
  const left = new Map<string, number>();
  for (const key of keysIn(baseline)) left.set(key, (left.get(key) ?? 0) + 1);
  const added = findings.filter((finding) => {
    const { rule, place } = finding;
    const key = keyOf(rule, place.source === "file" ? place.file : null, sentenceOf(finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  return { added, known: findings.length - added.length };
}

function keyOf(rule: unknown, file: unknown, message: unknown): string {
  return JSON.stringify([rule, file, message]);
}

function keysIn(file: string): readonly string[] {
  const text = textOf(file);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    // JSON.parse's message quotes the file, so it is not shown.
    throw unusable(file, "no JSON");
  }
  const { version, findings } = (document ?? {}) as { version?: unknown; findings?: unknown };
  if (version !== 1) throw unusable(file, "a document without `version: 1`");
  if (!Array.isArray(findings)) throw unusable(file, "a document without `findings`");
  return findings.map((finding: unknown) => {
    const { rule, file: at, message } = (finding ?? {}) as Readonly<Record<string, unknown>>;
    return keyOf(rule, at, message);
  });
}

function textOf(file: string): string {
  try {
    return givenFile(file);
  } catch (cause) {
    throw unusable(file, foundInstead(cause), cause);
  }
}

function unusable(file: string, got: string, cause?: unknown): CommandError {
  const expected = "what `portcullis audit --json --output FILE` wrote";
  return new CommandError(`${file}: --baseline: expected ${expected}, got ${got}.`, undefined, { cause });
}
