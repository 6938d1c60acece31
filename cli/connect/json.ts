import type { Choice, Difference, WayReport } from "../../connect";
import { changeOf } from "./change";
import type { Subject } from "./subject";

/** A database that was asked. */
export interface AskedSubject {
  readonly subject: Subject;
  readonly reports: readonly WayReport[];
  readonly choice: Choice;
  readonly seconds: number;
}

/** The document of `--json`, version 1. */
export function connectJson(asked: readonly AskedSubject[], differences: readonly Difference[]): unknown {
  return {
    version: 1,
    databases: asked.map(({ subject, choice, seconds }) => ({
      name: subject.name,
      declaredBy: subject.declaredBy,
      ...(subject.driver === undefined ? {} : { driver: subject.driver }),
      ...(subject.note === undefined ? {} : { note: subject.note }),
      ways: choice.verdicts.map(({ report: { way, ...report }, outcome, against }) => ({
        ...way,
        ...report,
        outcome,
        against,
      })),
      recommended: {
        ...(choice.way === undefined ? {} : { way: choice.way.name }),
        why: choice.why,
        change: changeOf(subject, choice) ?? [],
      },
      seconds: Math.round(seconds * 100) / 100,
    })),
    differences,
  };
}
