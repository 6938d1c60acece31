import type { Instruction } from "dockerfile-ast";

/** What a RUN gives to its shell, with the lines that go on in another one joined. */
export function runText(run: Instruction): string {
  return (run.getArgumentsContent() ?? "").replaceAll(/\\\r?\n/g, " ");
}
