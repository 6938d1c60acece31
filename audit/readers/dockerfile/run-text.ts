import type { Instruction } from "dockerfile-ast";
import { oncePer } from "../../once-per-repository";

/** What a RUN gives to its shell, with the lines that go on in another one joined. */
export const runText = oncePer((run: Instruction): string =>
  (run.getArgumentsContent() ?? "").replaceAll(/\\\r?\n/g, " "),
);
