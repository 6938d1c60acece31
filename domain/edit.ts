import type { Place } from "./place";

/**
 * One change that corrects a finding, stated only where there is one right answer. `audit --fix` makes it in a file, the
 * policy pack's remediation in a resource's property: the same text, at the place, replaced by the same other.
 * Both texts are plain ASCII and of one line.
 */
export interface Edit {
  /** Where: a line of a file, or a property of a resource. @default the finding's own place */
  readonly place?: Place;
  /** What is there now, as a whole word of its line or of its property's value. */
  readonly replace: string;
  readonly by: string;
  /** What precedes the text, such as a flag or a variable's name: any one of these. @default anything */
  readonly after?: readonly string[];
}

/**
 * Where an edit's text is within another: as a whole (`8000` is neither in `18000` nor in `8000.5`), and behind one of
 * the words that it names.
 */
export function occurrencesOf(
  text: string,
  { replace, after }: Edit,
  from = 0,
  to = text.length,
): readonly number[] {
  const found: number[] = [];
  const [startsWord, endsWord] = [/^\w/.test(replace), /\w$/.test(replace)];
  for (
    let at = text.indexOf(replace, from);
    at >= 0 && at + replace.length <= to;
    at = text.indexOf(replace, at + 1)
  ) {
    const [before = "", behind = ""] = [text[at - 1], text[at + replace.length]];
    if ((startsWord && /[\w.]/.test(before)) || (endsWord && /[\w.]/.test(behind))) continue;
    if (after === undefined || after.some((word) => follows(text, at, word))) found.push(at);
  }
  return found;
}

/** Whether only quotes, spaces and signs, or an address's scheme, are between a word and what it introduces. */
export function follows(text: string, at: number, word: string): boolean {
  const before = text
    .slice(Math.max(0, at - word.length - 20), at)
    .replace(/(?:\b(?:tcp|https?):\/\/)?$/, "")
    .replace(/[\s"',=:[]+$/, "");
  return before.endsWith(word);
}

/** A value after the edit; undefined where its text is not there, or is there more than once. */
export function edited(value: string, edit: Edit): string | undefined {
  const [at, ...others] = occurrencesOf(value, edit);
  if (at === undefined || others.length > 0 || edit.replace === edit.by) return undefined;
  return value.slice(0, at) + edit.by + value.slice(at + edit.replace.length);
}
