import { readFile, readlink } from "node:fs/promises";
import { liveProcesses, parseStat } from "../processes/process-group";

/** buildah's own process inside the container runs from memory. */
const IN_MEMORY = /^\/memfd:/;

/** The processes of a group that have another root than this one: what a container runs, without what runs it. */
export async function containedProcesses(group: number): Promise<string[]> {
  const own = await readlink("/proc/self/root");
  const found = await Promise.all(
    (await liveProcesses(group)).map(async (pid) => {
      const [root, program] = await Promise.all(
        ["root", "exe"].map((link) => readlink(`/proc/${pid}/${link}`).catch(() => "")),
      );
      return root !== "" && root !== own && !IN_MEMORY.test(program ?? "") ? [pid] : [];
    }),
  );
  return found.flat();
}

/**
 * SIGTERM to the first process of a container alone, as a platform sends it. What runs the container would kill it
 * where it got the signal itself.
 */
export async function endContained(group: number): Promise<void> {
  const pids = await containedProcesses(group);
  for (const pid of pids) {
    const { parent } = parseStat(await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ""));
    if (pids.includes(String(parent))) continue;
    try {
      process.kill(Number(pid), "SIGTERM");
    } catch {
      // It has ended since.
    }
  }
}
