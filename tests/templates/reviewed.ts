import assert from "node:assert/strict";
import type { SpawnSyncReturns } from "node:child_process";

interface Reviewed {
  readonly stacks: readonly {
    readonly stack: string;
    readonly policies: readonly string[];
    readonly result: string;
  }[];
}

/** The policies that reject each stack, as `portcullis review --json` says; every stack was judged. */
export function rejectedBy({
  stdout,
  stderr,
}: SpawnSyncReturns<string>): Readonly<Record<string, readonly string[]>> {
  assert.notEqual(stdout, "", stderr);
  const { stacks } = JSON.parse(stdout) as Reviewed;
  assert.ok(
    stacks.every(({ result }) => result !== "unusable"),
    stdout,
  );
  return Object.fromEntries(stacks.map(({ stack, policies }) => [stack, policies]));
}
