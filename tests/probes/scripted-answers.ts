import type { Clock } from "../../probes";

/** The outcomes that a word of a test says, one letter each. */
export const OUTCOMES = { p: "pass", f: "fail", e: "not-decided" } as const;

/** Time passes only where something waits. */
export function fakeClock(): Clock & { readonly waited: number[] } {
  const waited: number[] = [];
  let now = 0;
  return {
    waited,
    now: () => now,
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      now += milliseconds;
    },
  };
}
