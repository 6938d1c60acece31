import { toolOf } from "./wrappers";

/** Behind these a word is the name of a program. */
const BEFORE = /^(?:-m|run|exec|run-program|ddtrace-run|--)$/;

/**
 * Where a command starts a program of a queue, by its index; -1 where it starts none. `pip install celery` names one and
 * starts another.
 */
export function programAt(words: readonly string[], name: string): number {
  const start = words.length - toolOf(words).length;
  return words.findIndex(
    (word, index) =>
      word.split("/").at(-1) === name && (index === start || BEFORE.test(words[index - 1] ?? "")),
  );
}
