import { readdirSync, readFileSync } from "node:fs";

/** The processes that one `pulumi` has: itself, the program, and its plugins. */
export const VICTIMS = {
  pulumi: undefined,
  program: /cmd\/run\/index\.js|@pulumi\/pulumi\/cmd\/run/,
  "language host": /language-host/,
  "render plugin": /plugin\.cjs|pulumi-resource-render/,
  "dynamic provider": /dynamic-provider/,
} as const satisfies Record<string, RegExp | undefined>;

export type Victim = keyof typeof VICTIMS;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All processes below one, itself included. */
export function family(root: number): Process[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(read);
  const members = new Set([root]);
  for (let size = 0; size !== members.size; ) {
    size = members.size;
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
  }
  return all.filter(({ pid }) => members.has(pid));
}

/** Undefined where this `pulumi` has none now. */
export function find(root: number, victim: Victim): number | undefined {
  const pattern: RegExp | undefined = VICTIMS[victim];
  if (pattern === undefined) return root;
  return family(root).find(({ command }) => pattern.test(command))?.pid;
}

/** Those of the processes that run. One that only waits to be reaped does not. */
export function running(processes: readonly Process[]): Process[] {
  return processes.filter(({ pid, command }) => read(String(pid)).some((now) => now.command === command));
}

function read(pid: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return state === "Z" ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
