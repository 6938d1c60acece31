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
function withoutSuspect(reading: LogReading): Diagnosis {
  const live = reading.signs.findLast(({ kind }) => kind === "live");
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
    correctiveAction: "Read the lines below; the first that speaks of an error is the likeliest to say why.",
    evidence: tellingLines(reading),
  };
}

const MOST_TELLING = 10;
const MOST_TOLD = 3;

/**
 * The lines that show the cause, the deciding one first in the log's order. What the platform says of the end shows
 * none: then the heaviest of the program's own words before it are told too.
 */
function evidenceOf(shown: readonly Suspect[], { telling }: LogReading): readonly LogLine[] {
  const lines = new Map(shown.flatMap(({ evidence }) => evidence).map((one) => [one.line, one]));
  const sorted = inOrder([...lines.values()]).slice(0, MOST_EVIDENCE);
  const [first] = sorted;
  if (first === undefined || !sorted.every(({ text }) => text.startsWith("==>"))) return sorted;
  const before = telling
    .filter(({ line }) => line < first.line)
    .toSorted((one, other) => other.weight - one.weight);
  const told = before.slice(0, MOST_TOLD).map(({ line, text }) => ({ line, text }));
  return inOrder([...told, ...sorted]);
}

/** Of an unknown failure the most telling lines, filled up with the last ones. */
function tellingLines({ telling, tail }: LogReading): readonly LogLine[] {
  const told = new Map(telling.map(({ line, text }) => [line, { line, text }]));
  for (const one of tail.toReversed()) {
    if (told.size < MOST_TELLING && !told.has(one.line) && one.text !== "") told.set(one.line, one);
  }
  return inOrder([...told.values()]);
}

function inOrder(lines: readonly LogLine[]): readonly LogLine[] {
  return lines.toSorted((one, other) => one.line - other.line);
}

function symptomOf({ mode, meaning, evidence: [first] }: Suspect): Symptom {
  return { failureMode: mode, meaning, line: first?.line ?? 0, text: first?.text ?? "" };
}
