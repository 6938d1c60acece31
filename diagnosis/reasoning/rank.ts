import type { LogReading } from "../log/log-reading";
import { STAGES } from "../signature";
import { crashSuspects } from "./crash-suspects";
import { isOvercome, isTolerated } from "./overcome";
import { portSuspects } from "./port-suspects";
import { settingsSuspects } from "./settings-suspects";
import { stepSuspects } from "./step-suspects";
import { type Suspect, sightingsOf, suspectOf } from "./suspect";

/** Rows that are a failure only together with others: by themselves they tell of what may be meant so. */
const TOGETHER: readonly string[] = ["server/loopback", "pydantic/settings", "pydantic/field-missing"];

/** Everything that the log shows and that was not got over, the likeliest cause first. */
export function suspects(reading: LogReading): readonly Suspect[] {
  const seen = reading.sightings.filter(({ signature }) => !TOGETHER.includes(signature.id)).map(suspectOf);
  const derived = [
    ...settingsSuspects(reading),
    ...stepSuspects(reading),
    ...portSuspects(reading),
    ...crashSuspects(reading),
  ];
  const left = [...derived, ...seen].filter((suspect) => !isOvercome(suspect, reading));
  const ends = sightingsOf(reading, "process/exited").flatMap(({ first, last }) => [first.line, last.line]);
  const bound = left.some(({ mode }) => mode === "port/loopback-bind");
  // A service that runs without its database is not ended by it, whatever else ends its deploy.
  const held = (suspect: Suspect): boolean => bound && isTolerated(suspect, reading, ends);
  return left.toSorted(
    (one, other) =>
      Number(held(one)) - Number(held(other)) || rank(one) - rank(other) || one.first - other.first,
  );
}

/** The earlier stage first, and in one stage what is certain. */
function rank({ stage, certainty }: Suspect): number {
  return STAGES.indexOf(stage) * 2 + (certainty === "certain" ? 0 : 1);
}

/** Modes of the root stage that follow from others of it. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  "database/auth-blocked": ["database/credentials"],
  "process/exited": ["process/crash-loop"],
};

/** Whether a symptom follows from the root cause: it stands later in the causal order, or repeats the same failure. */
export function follows(symptom: Suspect, root: Suspect): boolean {
  if (symptom.mode === root.mode) return true;
  if (FOLLOWS[symptom.mode]?.includes(root.mode) === true) return true;
  return STAGES.indexOf(symptom.stage) > STAGES.indexOf(root.stage);
}
