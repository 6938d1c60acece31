import type { Diagnosis, LogLine, Symptom } from "./diagnosis";
import type { LogReading } from "./log/log-reading";
import { PREVENTIVE_RULES } from "./preventive-rules";
import { follows, suspects } from "./reasoning/rank";
import type { Suspect } from "./reasoning/suspect";

const MOST_EVIDENCE = 6;

/** From what a log shows to the root cause: the earliest in the causal order, not the last line. */
export function diagnose(reading: LogReading): Diagnosis {
  const [root, ...others] = suspects(reading);
  if (root === undefined) return withoutSuspect(reading);
  const same = others.filter(({ mode }) => mode === root.mode);
  const different = others.filter(({ mode }) => mode !== root.mode);
  const explains = different.filter((suspect) => follows(suspect, root));
  const unexplained = different.filter((suspect) => !follows(suspect, root));
  const certain = root.certainty === "certain" || same.some(({ certainty }) => certainty === "certain");
  return {
    failureMode: root.mode,
    // That time was over says that something failed, and not what.
    certainty: root.mode === "platform/cause-unknown" ? "unknown" : certain ? "certain" : "likely",
    rootCause: root.cause,
    correctiveAction: root.correctiveAction,
    evidence: evidenceOf([root, ...same], reading),
    competing: certain
      ? []
      : root.competing.map(({ mode, cause }) => ({ failureMode: mode, rootCause: cause })),
    explains: explains.map(symptomOf),
    unexplained: unexplained.map(symptomOf),
    contributing: [],
    preventiveRule: root.rule ?? PREVENTIVE_RULES[root.mode]?.[0],
  };
}

/** No line that is known: a deploy that went well, or words that nobody has written down. */
function withoutSuspect({ signs, telling }: LogReading): Diagnosis {
  const live = signs.findLast(({ kind }) => kind === "live");
  const nothing = {
    competing: [],
    explains: [],
    unexplained: [],
    contributing: [],
    preventiveRule: undefined,
  };
  if (live !== undefined) {
    return {
      ...nothing,
      failureMode: "none",
      certainty: "certain",
      rootCause: "the deploy became live, and nothing after it is known as a failure",
      correctiveAction: "Nothing is to be done.",
      evidence: [{ line: live.line, text: live.text }],
    };
  }
  return {
    ...nothing,
    failureMode: "unknown",
    certainty: "unknown",
    rootCause: "no line of the log is one that is known",
    correctiveAction: "Read the lines above; the first that speaks of an error is the likeliest to say why.",
    evidence: telling,
  };
}

function evidenceOf(shown: readonly Suspect[], { telling }: LogReading): readonly LogLine[] {
  const lines = new Map(shown.flatMap(({ evidence }) => evidence).map((one) => [one.line, one]));
  const sorted = [...lines.values()].toSorted((one, other) => one.line - other.line).slice(0, MOST_EVIDENCE);
  // What the platform says of the end shows no cause: then the program's own words are told beside it.
  return sorted.every(({ text }) => text.startsWith("==>")) && telling.length > 0
    ? [...telling, ...sorted].toSorted((one, other) => one.line - other.line)
    : sorted;
}

function symptomOf({ mode, meaning, evidence: [first] }: Suspect): Symptom {
  return { failureMode: mode, meaning, line: first?.line ?? 0, text: first?.text ?? "" };
}
