import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Runs a program to its end; returns its peak of resident memory in MB where the system reports it. */
export function run(program: string, words: readonly string[]): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    // A pipe, since GNU grep ends at the first match where its output is the null device.
    const child = spawn(program, [...words], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.resume();
    const errors: Buffer[] = [];
    child.stderr.on("data", (part: Buffer) => errors.push(part));
    let peak: number | undefined;
    // The high-water mark only rises, so the last reading before the end counts.
    const look = setInterval(() => {
      peak = peakOf(child.pid) ?? peak;
    }, 10);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(look);
      // 1: an audit has findings.
      if (code === 0 || code === 1) resolve(peak);
      else reject(new Error(`${program} ended with ${code}: ${Buffer.concat(errors).toString("utf8")}`));
    });
  });
}

function peakOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
