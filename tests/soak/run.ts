import { setTimeout as pause } from "node:timers/promises";
import { type Attempt, type Strike, wordsOf } from "./attempt";
import type { Plan } from "./declared";
import { poll } from "./poll";
import { family, find, running } from "./processes";
import type { World } from "./world";

/** How long the processes of a `pulumi` that was killed may go on, in milliseconds. */
const REST = 10_000;
/** Of the hit run; one that takes longer hangs. */
const LONGEST = 180_000;

export interface Verdict {
  /** Whether each event came to pass: its request was sent, and the process was there. */
  readonly hit: boolean;
  /** The events that did not come to pass, in words. */
  readonly missed: readonly string[];
  /** The requests that were hit. */
  readonly request?: string | undefined;
  /** Whether the hit runs ended well all the same. */
  readonly unseen: boolean;
  /** Each fault as `kind: what`; none where all is right. */
  readonly faults: readonly string[];
  /** What the runs printed, where something is wrong. */
  readonly output: string;
}

/** Brings the stack of a new world to where an attempt begins. */
export async function prepare(world: World, plan: Plan): Promise<void> {
  world.declare({ ...plan, imported: {} });
  world.proxy.next(undefined);
  const { status, output } = await world.pulumi(["up", "--yes", "--skip-preview"]);
  if (status !== 0) throw new Error(`the start of an attempt failed:\n${output}`);
}

/** Runs one attempt: the change with its events, what Pulumi asks for, `up`, and then what there is. */
export async function run(world: World, attempt: Attempt): Promise<Verdict> {
  const byHand = attempt.operation === "import" ? await world.makeByHand(attempt.to) : undefined;
  world.declare({ ...attempt.to, ...(byHand && { imported: byHand }) });
  const faults: string[] = [];
  const requests: string[] = [];
  let output = "";
  const missed: string[] = [];
  let unseen = true;
  for (const each of [attempt, ...(attempt.again ?? [])]) {
    if (each !== attempt && each.to !== undefined)
      world.declare({ ...each.to, ...(byHand && { imported: byHand }) });
    const one = await strike(world, each);
    if (world.proxy.hit !== undefined) requests.push(world.proxy.hit);
    world.proxy.next(undefined);
    faults.push(...one.left.map((command) => `process: ${command.slice(0, 80)}`));
    output += one.output;
    if (!one.struck) missed.push(wordsOf(each));
    unseen &&= one.status === 0;
    if (await world.locked()) output += (await world.pulumi(["cancel", "--yes"])).output;
  }
  const request = requests.length > 0 ? requests.join(", ") : undefined;
  const healed = await world.pulumi(["up", "--yes", "--skip-preview"]);
  output += healed.output;
  if (healed.status !== 0) faults.push(`stuck: ${sentence(healed.output)}`);
  const { names } = await world.atRender();
  const wanted = world.wanted();
  for (const [kind, lacking] of [
    ["extra", minus(names, wanted)],
    ["missing", minus(wanted, names)],
  ] as const)
    faults.push(...lacking.map((name) => `${kind}: ${name}`));
  if (faults.length === 0) {
    const after = await world.pulumi(["preview", "--refresh", "--diff", "--expect-no-changes"]);
    output += after.output;
    if (after.status !== 0) faults.push(`unsettled: ${sentence(after.output)}`);
  }
  faults.push(...(await world.leaks()).map((where) => `secret: ${where}`));
  return { hit: missed.length === 0, missed, request, unseen, faults, output };
}

async function strike(world: World, { event, counts, number }: Strike) {
  let root = 0;
  let struck = event.kind === "fault";
  const relatives = new Map<number, ReturnType<typeof family>[number]>();
  const note = (): void => {
    for (const each of root > 0 ? family(root) : []) if (each.pid !== root) relatives.set(each.pid, each);
  };
  const act = async (): Promise<void> => {
    if (event.kind !== "kill") return;
    note();
    struck = kill(find(root, event.victim), event.signal);
    // The signal is to arrive before the answer.
    await pause(300);
  };
  world.proxy.next(
    event.kind === "fault"
      ? { counts, number, fault: event.fault, times: event.times }
      : { counts, number, moment: event.moment, act },
  );
  const watch = setInterval(note, 500);
  const limit = setTimeout(() => kill(root, "SIGKILL"), LONGEST);
  try {
    const options = {
      onStart: (child: { readonly pid?: number | undefined }) => {
        root = child.pid ?? 0;
      },
    };
    const { status, output } = await world.pulumi(["up", "--yes", "--skip-preview"], options);
    const left = await poll(() => {
      const still = running([...relatives.values()]);
      return still.length === 0 ? still : undefined;
    }, REST);
    const still = left ?? running([...relatives.values()]);
    for (const { pid } of still) kill(pid, "SIGKILL");
    const hit = event.kind === "fault" ? world.proxy.hit !== undefined : struck;
    return { status, output, left: still.map(({ command }) => command), struck: hit };
  } finally {
    clearInterval(watch);
    clearTimeout(limit);
  }
}

function kill(pid: number | undefined, signal: NodeJS.Signals): boolean {
  try {
    return pid !== undefined && pid > 0 && process.kill(pid, signal);
  } catch {
    // It has ended already.
    return false;
  }
}

/** The first line that says what is wrong. */
function sentence(output: string): string {
  const line = output.split("\n").find((each) => /error:|^\s+[~+-] /.test(each));
  return (line ?? output.trim().split("\n").at(-1) ?? "").trim().slice(0, 200);
}

/** What the first has more often than the second. */
function minus(first: readonly string[], second: readonly string[]): string[] {
  const rest = [...second];
  return first.filter((name) => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
