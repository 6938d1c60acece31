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

/** A limit as Render's lines and events write it: `512Mi`, `2Gi`. */
const written = (mebibytes: number): string =>
  mebibytes < 1024 ? `${mebibytes}Mi` : `${mebibytes / 1024}Gi`;

/** The memory of its processes in MiB; a shared page counts once. Zero where there is no /proc. */
async function usedBy({ processes }: Running): Promise<number> {
  const texts = (await processes()).map((pid) =>
    readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => ""),
  );
  const kibibytes = (await Promise.all(texts)).map((text) => Number(KIB_OF_PSS.exec(text)?.[1] ?? 0));
  return kibibytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/**
 * Kills the group once it uses more memory than its plan has, as the kernel does on Render. Here memory is measured
 * from time to time: until the next measurement a process may use more.
 */
export function withinPlan(running: Running, plan: string): Running {
  const limit = PLAN_MIB[plan];
  if (limit === undefined) return running;
  let over: string | undefined;
  const watch = async (): Promise<void> => {
    for (; running.status() === undefined; await delay(LOOK_AGAIN_MS, undefined, { ref: false })) {
      if ((await usedBy(running).catch(() => 0)) <= limit) continue;
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
