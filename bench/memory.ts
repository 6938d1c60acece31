import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEnvironment } from "../cli/rehearse/environment";
import { Phases } from "../cli/rehearse/phases";
import { readStackFile } from "../cli/stacks/stack-file";
import { heldTo } from "./held";

const ROOT = path.join(__dirname, "..");
const LIMIT_MB = 600;

/** Resident memory of the embedded environment for three stacks, without a service: this process and those it started. */
export async function benchMemory(report: (line: string) => void): Promise<void> {
  if (process.platform !== "linux") {
    report("memory: not measured, /proc is needed");
    return;
  }
  const scratch = await mkdtemp(path.join(tmpdir(), "portcullis-bench-"));
  const stacks = await Promise.all(
    ["local", "staging", "production"].map((stack) => readStackFile(ROOT, stack)),
  );
  const environment = await startEnvironment({
    stacks,
    sources: [],
    scratch,
    generation: "current",
    phases: new Phases(() => undefined),
    signal: new AbortController().signal,
  });
  try {
    const megabytes = (await residentKilobytes()) / 1024;
    report(
      `memory of the embedded environment: ${megabytes.toFixed(0)} MB, ${heldTo(LIMIT_MB, megabytes)} MB`,
    );
  } finally {
    await environment.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Pages shared between processes, such as PostgreSQL's buffers, are counted by their share (proc_pid_smaps(5)). */
export async function residentKilobytes(): Promise<number> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, number>();
  for (const pid of pids) {
    // A process may end between two reads.
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    parents.set(Number(pid), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }
  let sum = 0;
  for (const pid of parents.keys()) {
    if (!descendsFrom(pid, process.pid, parents)) continue;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    sum += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return sum;
}

function descendsFrom(pid: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 0; at = parents.get(at)) {
    if (at === ancestor) return true;
  }
  return false;
}
