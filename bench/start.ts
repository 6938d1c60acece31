import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Phase } from "../cli/rehearse/phases";
import { heldTo } from "./held";
import { benchMemory } from "./memory";

const ROOT = path.join(__dirname, "..");
const LIMIT = 0.1;
const run = promisify(execFile);
/** An empty cache means a build of the engine too where it cannot be downloaded. */
const MOST_MS = 30 * 60_000;

interface Rehearsal {
  readonly phases: readonly Phase[];
  readonly seconds: number;
}

/**
 * The phases of a cold `npm start`: a clone of what is committed, with an empty cache of its own. What npm, pip and
 * go have downloaded before, they keep. Then the memory of the embedded environment.
 */
export async function benchStart(report: (line: string) => void): Promise<void> {
  const parent = await mkdtemp(path.join(tmpdir(), "portcullis-bench-"));
  try {
    const checkout = path.join(parent, "checkout");
    await run("git", ["clone", "--quiet", ROOT, checkout]);
    const started = performance.now();
    const starting = run(process.execPath, ["bin/start.js", "--json"], {
      cwd: checkout,
      env: { ...process.env, PORTCULLIS_CACHE: path.join(parent, "cache"), GOCACHE: path.join(parent, "go") },
      maxBuffer: 64 * 1024 * 1024,
      timeout: MOST_MS,
    });
    // What it says while it works.
    starting.child.stderr?.pipe(process.stderr);
    const { stdout } = await starting;
    const whole = (performance.now() - started) / 1000;
    const { phases } = JSON.parse(stdout) as Rehearsal;
    for (const { name, whose, seconds } of phases) report(`  ${name} (${whose}): ${seconds.toFixed(1)} s`);
    const theirs = phases
      .filter(({ whose }) => whose === "theirs")
      .reduce((sum, { seconds }) => sum + seconds, 0);
    const ours = whole - theirs;
    report(
      `start, ours to the whole: ${(ours / whole).toFixed(3)}, ${heldTo(LIMIT, ours / whole)}; ` +
        `${ours.toFixed(1)} s of ${whole.toFixed(1)} s`,
    );
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
  await benchMemory(report);
}
