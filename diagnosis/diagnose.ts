import type { Diagnosis, LogLine } from "./diagnosis";
import { withNumbers } from "./line-numbers";
import type { LogReading } from "./log/log-reading";
import { ruleOf } from "./preventive-rules";
import { asOfBefore, withoutKnown } from "./previous";
import type { Hypothesis } from "./reasoning/hypothesis";
import { inOrder } from "./reasoning/listeners";
import { decides, harms, isEnded } from "./reasoning/outcome";
import { follows, hypotheses } from "./reasoning/rank";
import { isRival } from "./reasoning/rivals";
import { toldOf, withQuotes } from "./reasoning/telling";
import { competingOf, symptomsOf } from "./symptoms";
import { exceptionOf, withoutHypothesis } from "./without-hypothesis";

const MAX_EVIDENCE = 6;

/** What a query meets while the service runs, and what the service may catch. */
const OF_ONE_QUERY: readonly string[] = ["database/prepared-statement"];

/** Whether it says that a deploy did not become live, which a query's failure explains only where it ended the process. */
const isEnding = ({ mode, stage }: Hypothesis): boolean =>
  stage === "platform" || stage === "port" || mode === "platform/cause-unknown" || mode === "port/none-open";

/**
 * From what a log shows to the root cause: the earliest in the causal order, not the last line.
 *
 * @param previous the log of a deploy that worked: what it shows too is not the cause
 */
export function diagnose(reading: LogReading, previous?: LogReading): Diagnosis {
  const compared = previous === undefined ? undefined : withoutKnown(reading, previous);
  const diagnosis = diagnosisOf(compared?.reading ?? reading);
  const { instances, numbers } = reading;
  const whole = {
    ...(compared?.same === true ? asOfBefore(diagnosis) : diagnosis),
    ...(compared !== undefined && { alsoBefore: compared.alsoBefore }),
    ...(instances.length > 1 && { instances }),
  };
  return withNumbers(whole, numbers);
}

function diagnosisOf(reading: LogReading): Diagnosis {
  const [root, ...others] = hypotheses(reading);
  if (root === undefined) return withoutHypothesis(reading);
  const same = others.filter(({ mode }) => mode === root.mode);
  const different = others.filter(({ mode }) => mode !== root.mode);
  // What fails one query need not be what kept the deploy from its end, where nothing says that the process ended.
  const endings =
    OF_ONE_QUERY.includes(root.mode) && !isEnded(root, reading) ? different.filter(isEnding) : [];
  const rivals = different.filter((one) => isRival(one, root));
  const certain =
    endings.length === 0 &&
    rivals.length === 0 &&
    (root.certainty === "certain" || same.some(({ certainty }) => certainty === "certain"));
  const isExplained = (one: Hypothesis): boolean => follows(one, root) && !endings.includes(one);
  const isOpen = root.certainty === "open" && !certain;
  const told = isOpen || root.vague === true ? toldOf(root, reading) : [];
  return {
    failureMode: root.mode,
    // That time was over says that something failed, and not what.
    certainty: certain ? "certain" : isOpen ? "unknown" : "likely",
    rootCause: withQuotes(root.cause, told),
    correctiveAction: root.correctiveAction,
    evidence: once([...told, ...evidenceOf([root, ...same])]),
    competing: certain ? [] : competingOf([...root.competing, ...rivals, ...endings]),
    explains: symptomsOf(different.filter(isExplained)),
    unexplained: symptomsOf(different.filter((one) => !isExplained(one))),
    contributing: [],
    asksFor: isOpen ? (root.asksFor ?? []) : [],
    exception: exceptionOf(reading),
    decided: [root, ...others].some((hypothesis) => decides(hypothesis, reading)),
    harmsLive: harms(root, reading),
    preventiveRule: root.rule ?? ruleOf(root.mode),
  };
}

/** Whether the log says that the deploy will not become live, so that waiting for its end is not needed. */
export function isDecided({ decided }: Diagnosis): boolean {
  return decided;
}

/** Whether the failure harms a service that is live, and not only one that is starting. */
export function harmsLive(diagnosis: Diagnosis): boolean {
  return diagnosis.harmsLive;
}

/** The lines that show the cause, in the log's order. */
function evidenceOf(shown: readonly Hypothesis[]): readonly LogLine[] {
  return once(shown.flatMap(({ evidence }) => evidence)).slice(0, MAX_EVIDENCE);
}

/** Each line once, in the log's order. */
const once = (lines: readonly LogLine[]): readonly LogLine[] =>
  inOrder([...new Map(lines.map((one) => [one.line, one])).values()]);
