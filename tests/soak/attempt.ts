import { NOTHING, type Plan } from "./declared";
import { FAULTS, type FaultName, type Moment } from "./fault-proxy";
import { VICTIMS, type Victim } from "./processes";
import { Random } from "./random";

export type Operation = "create" | "update" | "replace" | "delete" | "import";

/** What happens to one update, and at which of its requests. */
export interface Strike {
  readonly event: Event;
  readonly counts: "changes" | "all";
  /** Which request is hit; more than there are wraps around to those of a usual run. */
  readonly number: number;
  /** What is wanted by then, where it is no longer what the attempt began with. */
  readonly to?: Plan;
}

/** One run: the change that is under way, and what happens to it. All of it follows from the seed. */
export interface Attempt extends Strike {
  readonly seed: number;
  readonly operation: Operation;
  /** What is there before, and what is wanted. */
  readonly from: Plan;
  readonly to: Plan;
  /** What happens to the updates that go on with it, one after the other, before the one that nothing happens to. */
  readonly again?: readonly Strike[];
}

export type Event =
  | {
      readonly kind: "kill";
      readonly victim: Victim;
      readonly signal: NodeJS.Signals;
      readonly moment: Moment;
    }
  | { readonly kind: "fault"; readonly fault: FaultName; readonly times: number };

/** Roughly how many requests change something in each operation, and how many there are. */
const REQUESTS: Readonly<Record<Operation, readonly [number, number]>> = {
  create: [9, 40],
  update: [5, 40],
  replace: [4, 20],
  delete: [5, 14],
  import: [2, 20],
};

/** The attempts of the seeds from 1 to `last`: each begins where the one before it should have led. */
export function attempts(last: number): Attempt[] {
  let from = NOTHING;
  return Array.from({ length: last }, (_, index) => {
    const attempt = attemptOf(index + 1, from);
    from = attempt.to;
    return attempt;
  });
}

function attemptOf(seed: number, from: Plan): Attempt {
  const random = new Random(seed * 7_919);
  const [operation, to] = change(random, from, seed);
  const counts = random.next() < 0.7 ? "changes" : "all";
  const [changes, all] = REQUESTS[operation];
  const number = 1 + random.below(counts === "changes" ? changes : all);
  // Only a new verification starts a dynamic provider.
  const victims = (Object.keys(VICTIMS) as Victim[]).filter((one) => one !== "dynamic provider" || to.base);
  return { seed, operation, from, to, event: eventOf(random, victims), counts, number };
}

function eventOf(random: Random, victims: readonly Victim[]): Event {
  if (random.next() < 0.3) {
    const fault = random.of(Object.keys(FAULTS) as FaultName[]);
    return { kind: "fault", fault, times: 1 + random.below(3) };
  }
  const victim = random.of<Victim>(["pulumi", "pulumi", "render plugin", ...victims]);
  const signals =
    victim === "pulumi" ? (["SIGINT", "SIGTERM", "SIGKILL"] as const) : (["SIGKILL", "SIGTERM"] as const);
  return {
    kind: "kill",
    victim,
    signal: random.of(signals),
    moment: random.of(["before", "in flight", "after"]),
  };
}

function change(random: Random, from: Plan, seed: number): [Operation, Plan] {
  const { imported: _, ...kept } = from;
  const next = { ...kept, generation: seed };
  const possible: [Operation, Plan][] = [];
  if (!from.base)
    possible.push(["create", { ...next, base: true, extra: true, made: from.extra ? from.made : seed }]);
  if (!from.extra) {
    possible.push(["create", { ...next, extra: true, made: seed }]);
    // The ids are known once the parts are made by hand.
    possible.push(["import", { ...next, extra: true, made: seed, imported: {} }]);
  } else {
    possible.push(["replace", { ...kept, region: from.region === "oregon" ? "frankfurt" : "oregon" }]);
    possible.push(["delete", { ...kept, extra: false }]);
    possible.push(["delete", { ...kept, extra: false, base: false }]);
  }
  if (from.base || from.extra) possible.push(["update", next], ["update", next]);
  return random.of(possible);
}

export const words = ({ operation, again = [], ...first }: Attempt): string =>
  `${operation}: ${[first, ...again].map(wordsOf).join(", and then ")}`;

export function wordsOf({ event, counts, number }: Strike): string {
  const request = `${counts === "changes" ? "changing " : ""}request ${number}`;
  return event.kind === "kill"
    ? `${event.signal} to the ${event.victim} ${event.moment} ${request}`
    : `${request} ${event.times > 1 ? `and ${event.times - 1} more ` : ""}${FAULTS[event.fault]}`;
}
