import type { SimpleCommand } from "./shell";

/** Whether a command of a line may be passed over: in one branch, where another fails, or behind a test. */
export function mayBePassedOver(steps: readonly SimpleCommand[], index: number): boolean {
  const before = steps[index - 1]?.words[0] ?? "";
  return steps[index]?.conditional === true || /^(?:\[\[?|test)$/.test(before);
}
