import type { VariableLookup } from "./listener";

/** What was read of a text once, with all that was asked on the way. */
interface Kept<T> {
  readonly answers: readonly (readonly [name: string, answer: string | undefined])[];
  readonly value: T;
}

/** More texts than one service's rules ask for; few enough that a large repository's do not pile up. */
const MAX_TEXTS = 200;
/** The environments of a service, and then some. */
const MAX_READINGS = 8;

/**
 * Reads a text once for the same answers of its variables: many rules read each start command. The lookup is still
 * asked for each name, in the same order, so that a caller who counts the questions counts the same ones.
 *
 * @param read may depend on nothing but its arguments
 */
export function oncePerAnswers<T>(
  read: (text: string, variable: VariableLookup) => T,
): (text: string, variable: VariableLookup) => T {
  const texts = new Map<string, Kept<T>[]>();
  return (text, variable) => {
    const before = texts.get(text) ?? [];
    const same = before.find(({ answers }) => answers.every(([name, answer]) => variable(name) === answer));
    if (same !== undefined) return same.value;
    const answers: (readonly [string, string | undefined])[] = [];
    const value = read(text, (name) => {
      const answer = variable(name);
      answers.push([name, answer]);
      return answer;
    });
    if (texts.size >= MAX_TEXTS) texts.clear();
    texts.set(text, [...before.slice(1 - MAX_READINGS), { answers, value }]);
    return value;
  };
}
