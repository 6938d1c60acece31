import type { LogReading, SignatureMatch } from "../log/log-reading";
import { STAGES } from "../signature";
import { answeredChecks } from "./answered-checks";
import { asMild, caught, ofItsClient, STUCK } from "./caught";
import { crashHypotheses } from "./crash-hypotheses";
import { endsOf } from "./ends";
import { exceptionHypotheses } from "./exception-hypotheses";
import { flySockets } from "./fly-sockets";
import type { Hypothesis } from "./hypothesis";
import { isMetLive, openWhereLive } from "./live-service";
import { harms } from "./outcome";
import { portHypotheses } from "./port-hypotheses";
import { ofItsVariable } from "./read-variable";
import { readyHypotheses } from "./ready-hypotheses";
import { answersAfter, isNonFatal, isRecovered } from "./recovery";
import { listedHypotheses, settingsHypotheses } from "./settings-hypotheses";
import { ofStart } from "./started-module";
import { ofLastStart } from "./starts";
import { stepHypotheses } from "./step-hypotheses";

/** Rows that are a failure only together with others: by themselves they may be meant so. */
const TOGETHER: readonly string[] = [
  "server/loopback",
  "pydantic/settings",
  "pydantic/field-missing",
  "pydantic/wrong-value",
  "pydantic/none-in-value",
];

/** Rows that say less of the same failure than another one that is there too. */
const SUPERSEDED: Readonly<Record<string, readonly string[]>> = {
  "others/no-module": ["dotnet/version"],
  "pnpm/code": ["pnpm/lock-ignored"],
  "php/version": ["composer/extension"],
  "npm/lock": ["npm/lock-differs", "php/version", "composer/extension"],
  "gem/native": ["ruby/headers"],
  "build/ended": ["cloud-run/port"],
  "celery/no-app": ["celery/no-module"],
  "click/invalid-option": ["celery/no-module", "celery/no-app"],
  "pip/no-such-version": ["pip/no-network"],
  "prisma/P1001": ["supabase/direct-host"],
  "prisma/P1002": ["lock/timeout"],
  "env/unnamed": ["env/schema", "env/named"],
  "fly/refused-bare": ["fly/refused"],
  "refusal/credentials": ["database-log/role-missing"],
  "esbuild/error": ["bundler/no-module"],
  "process/ended": ["heroku/r10", "process/sigkill"],
  "process/sigkill": ["heroku/r10", "kubernetes/oom"],
  "process/ended-by-manager": ["kamal/unhealthy"],
};

/** Everything that the log shows and that the service did not recover from, the likeliest cause first. */
export function hypotheses(reading: LogReading): readonly Hypothesis[] {
  const all = allHypotheses(reading);
  const late = ofLastStart(reading);
  if (late === undefined) return all;
  const ofLast = allHypotheses(late);
  return all[0] !== undefined && ofLast[0] !== undefined && isOwnCause(ofLast[0], all[0]) ? ofLast : all;
}

/** Whether what a last start shows is a cause by itself, and no consequence of what an earlier one met. */
function isOwnCause(late: Hypothesis, early: Hypothesis): boolean {
  const follows = FOLLOWS[late.mode]?.includes(early.mode) === true;
  const isCause = late.certainty !== "open" && late.warns !== true && late.stage !== "platform";
  return isCause && !follows && !(late.mode === "migration/failed" && early.mode === late.mode);
}

/** What a live service met and went on from, which is no failure of the deploy. */
export const metLive = (reading: LogReading): readonly Hypothesis[] =>
  everyHypothesis(reading).filter((one) => isMetLive(one, reading));

function everyHypothesis(reading: LogReading): readonly Hypothesis[] {
  const ids = new Set(reading.matches.map(({ signature }) => signature.id));
  const says = ({ signature: { id } }: SignatureMatch): boolean =>
    !TOGETHER.includes(id) &&
    !(id === "env/unnamed" && reading.listed.length > 0) &&
    !(SUPERSEDED[id] ?? []).some((other) => ids.has(other));
  const seen = reading.matches
    .filter(says)
    .filter((match) => !isOutweighed(match, reading))
    .map((match) => ofStart(match, reading))
    .map((one) => (reading.database === "some" ? besideServer(one) : one))
    .map((one) => asMild(ofItsVariable(ofItsClient(caught(one, reading), reading), reading), reading));
  const combined = [
    ...settingsHypotheses(reading),
    ...listedHypotheses(reading),
    ...stepHypotheses(reading),
    ...flySockets(reading),
    ...portHypotheses(reading),
    ...readyHypotheses(reading),
    ...crashHypotheses(reading),
  ];
  // What several lines say together is more than what a single line's words say.
  const explained = reading.exceptions.length === 0 && combined.some(({ certainty }) => certainty !== "open");
  const thrown = (explained ? [] : exceptionHypotheses(reading)).filter(
    (one) => !seen.some((other) => isWithin(other, one.first, one.last) || isItsEnd(other, one)),
  );
  // An answer says less than the error behind it: it does not keep one from being looked for.
  return [...combined, ...thrown, ...answeredChecks(reading), ...seen];
}

function allHypotheses(reading: LogReading): readonly Hypothesis[] {
  const left = everyHypothesis(reading)
    .filter((one) => !isRecovered(one, reading) && !isMetLive(one, reading))
    .map((one) => openWhereLive(one, reading));
  const ends = endsOf(reading);
  const bound = left.some(({ mode }) => mode === "port/loopback-bind");
  // A service that runs without its database is not ended by it, whatever else ends its deploy.
  const held = (hypothesis: Hypothesis): boolean => bound && isNonFatal(hypothesis, reading, ends);
  // A warning is the cause only where nothing else is known to fail.
  const firm = left.filter(
    ({ warns, mild, certainty }) => warns !== true && mild !== true && certainty !== "open",
  );
  const own = firm.some(
    ({ stage, mode }) =>
      stage === "root" || stage === "exception" || stage === "step" || mode === "health-check/failed",
  );
  // What is said again and again is what the program is stuck at, whatever its logger calls it.
  const warning = ({ warns, mild, stage, count }: Hypothesis): boolean =>
    (warns === true && firm.length > 0) || (mild === true && own && stage === "root" && count < STUCK);
  const live = reading.events.some(({ kind }) => kind === "live");
  // Of a service that is live, what harms it comes before what it recovered from.
  const harmless = (hypothesis: Hypothesis): boolean => live && !harms(hypothesis, reading);
  return left.toSorted(
    (one, other) =>
      Number(harmless(one)) - Number(harmless(other)) ||
      Number(held(one)) - Number(held(other)) ||
      Number(warning(one)) - Number(warning(other)) ||
      rank(one) - rank(other) ||
      one.first - other.first,
  );
}

/** Another speaker's line that the service's own answer to it outweighs: a proxy that asks before it listens. */
const isOutweighed = ({ signature, last }: SignatureMatch, reading: LogReading): boolean =>
  // Beside a service, which says itself what its login meets, a database's own log speaks of any client.
  (signature.id === "database-log/password" && reading.database !== "only") ||
  // What it adds to such a refusal is of any client too, where the service answers after it.
  (signature.id === "database-log/role-missing" &&
    reading.database !== "only" &&
    answersAfter(last.line, reading)) ||
  (signature.id === "nginx/upstream" &&
    reading.events.some(({ kind, line }) => kind === "listening" && line > last.line));

/** A database whose own log is there too is a container beside the service: its volume may have been made with another password. */
function besideServer(one: Hypothesis): Hypothesis {
  if (one.mode !== "database/credentials" || one.certainty !== "certain") return one;
  const cause =
    "the database's volume was made with another password, and keeps that: remove it, or change the role's";
  return {
    ...one,
    certainty: "possible",
    competing: [...one.competing, { mode: "configuration/invalid", cause }],
  };
}

/** Whether a row knows a line of an exception: then it says what the exception means. */
function isWithin(
  { stage, certainty, first: one, last: other }: Hypothesis,
  first: number,
  last: number,
): boolean {
  return (
    (stage === "root" || stage === "step") &&
    certainty !== "open" &&
    [one, other].some((line) => line >= first && line <= last + 3)
  );
}

/** Whether a row knows the exception itself as an end that says no cause, such as gunicorn's HaltServer. */
const isItsEnd = ({ certainty, stage, first, last }: Hypothesis, { evidence }: Hypothesis): boolean =>
  certainty === "open" && stage === "process" && evidence.some(({ line }) => line === first || line === last);

/** The earlier stage first, and in one stage what is certain. */
function rank({ stage, certainty }: Hypothesis): number {
  return STAGES.indexOf(stage) * 3 + ["certain", "possible", "open"].indexOf(certainty);
}

/** Modes of the root stage that follow from others of it. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  "database/auth-blocked": ["database/credentials"],
  "process/exited": ["process/crash-loop"],
  "process/killed": ["memory/exhausted"],
  "health-check/timeout": ["health-check/failed"],
};

/** Whether a symptom follows from the root cause: it is later in the causal order, or repeats the same failure. */
export function follows(symptom: Hypothesis, root: Hypothesis): boolean {
  if (symptom.mode === root.mode) return true;
  if (FOLLOWS[symptom.mode]?.includes(root.mode) === true) return true;
  return STAGES.indexOf(symptom.stage) > STAGES.indexOf(root.stage);
}
