import { simpleCommands } from "../../domain/start-command/shell";
import { withoutWrappers as withoutAny } from "../../domain/start-command/wrappers";

/** Tools that start a file again when it changes: what follows them may be a file alone. */
const WATCHERS = [
  { name: /^(?:nodemon|watchexec)$/, valued: ["--watch", "-w", "-e", "--ext", "--ignore"] },
] as const;

/** The words of the last command of a text, without what only starts it: those of what it starts. */
export function startedWords(text: string): readonly string[] {
  return withoutWrappers(simpleCommands(text).at(-1)?.words ?? []);
}

/** The words of a command without what only starts it. */
export function withoutWrappers(words: readonly string[]): readonly string[] {
  return withoutAny(words, WATCHERS);
}
