import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { killGroup, type Running } from "./launch";

/** Memory of each plan in MiB. @see https://render.com/pricing */
export const PLAN_MIB: Readonly<Record<string, number>> = {
  free: 512,
  starter: 512,
  standard: 2048,
  pro: 4096,
  pro_plus: 8192,
  pro_max: 16384,
  pro_ultra: 32768,
};

const LOOK_AGAIN_MS = 250;
const KIB_OF_PSS = /^Pss:\s+(\d+) kB$/m;
/** What is the processes' own: of a program's file each process here that runs it counts a share, which varies. */
const KIB_OF_OWN = /^Pss_(?:Anon|Shmem):\s+(\d+) kB$/gm;

/** A limit as Render's lines and events write it: `512Mi`, `2Gi`. */
const written = (mebibytes: number): string =>
  mebibytes < 1024 ? `${mebibytes}Mi` : `${mebibytes / 1024}Gi`;

interface Use {
  /** All of it. */
  readonly used: number;
  /** Without files that are mapped. */
  readonly own: number;
}

/** How many pages of each process are in memory: the kernel counts them, and need not look at each as for shares. */
const residentOf = (pids: readonly string[]): string =>
  pids
    .map((pid) => {
      try {
        return `${pid} ${readFileSync(`/proc/${pid}/statm`, "utf8")}`;
      } catch {
        return pid; // It has ended since, or there is no /proc.
      }
    })
    .join("");

/** The memory of its processes, measured again where a page of them has come or gone. */
function usedBy({ processes }: Running): () => Promise<Use> {
  let last: { readonly resident: string; readonly use: Use } | undefined;
  return async () => {
    const pids = await processes();
    const resident = residentOf(pids);
    if (last?.resident !== resident) last = { resident, use: await measured(pids) };
    return last.use;
  };
}

/** The memory of these processes in MiB; a shared page counts once. Zero where there is no /proc. */
async function measured(pids: readonly string[]): Promise<Use> {
  const texts = pids.map((pid) => readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => ""));
  const all = await Promise.all(texts);
  const sumOf = (kibibytes: readonly (string | undefined)[]): number =>
    kibibytes.reduce((sum, each) => sum + Number(each ?? 0), 0) / 1024;
  const used = sumOf(all.map((text) => KIB_OF_PSS.exec(text)?.[1]));
  const own = sumOf(all.flatMap((text) => [...text.matchAll(KIB_OF_OWN)].map(([, kibibytes]) => kibibytes)));
  // Kernels before 5.1 count both as one.
  return { used, own: own || used };
}

/**
 * Kills the group once it uses more memory than its plan has, as the kernel does on Render. Here memory is measured
 * from time to time: until the next measurement a process may use more.
 *
 * @param onUse called with each measurement of what is the processes' own, in bytes
 */
export function withinPlan(running: Running, plan: string, onUse: (bytes: number) => void): Running {
  const limit = PLAN_MIB[plan];
  if (limit === undefined) return running;
  let over: string | undefined;
  const measure = usedBy(running);
  const watch = async (): Promise<void> => {
    for (; running.status() === undefined; await delay(LOOK_AGAIN_MS, undefined, { ref: false })) {
      const { used, own } = await measure().catch(() => ({ used: 0, own: 0 }));
      // Where there is no /proc, nothing is known of it.
      if (own > 0) onUse(Math.round(own * 1024 * 1024));
      if (used <= limit) continue;
      // It may have ended during the measurement: then the limit did not end it.
      if (running.status() !== undefined) return;
      over = written(limit);
      killGroup(running.group);
      return;
    }
  };
  void watch();
  return { ...running, overMemory: () => over };
}
