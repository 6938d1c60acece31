import { isDay, malformedWaiver, WAIVER_WORD, type Waiver, type Waivers } from "./waivers";

const WHOLE_LINE = /^\s*(?:#|\/\/|\/\*|--|<!--|;)/;

const FORM = /portcullis-ignore\s+([a-z][a-z0-9-]*\/[a-z0-9-]+)\s+until\s+(\d{4}-\d{2}-\d{2}):\s*(\S.*)/;

/** A word in the middle of a sentence, or in a program's text, is not an attempt at a waiver. */
const MEANT = /(?:#|\/\/|\/\*+|--|;)\s*portcullis-ignore\b/;

const YAML_FILE = /\.ya?ml$/;

/** The last line of the item that begins at `first`; `first` where none does, or where it holds a list of its own. */
function lastOfItem(lines: readonly string[], first: number): number {
  const dash = /^( *)- +\S/.exec(lines[first] ?? "")?.[1]?.length;
  if (dash === undefined) return first;
  let last = first;
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (line.search(/\S/) <= dash) break;
    // A service or a job holds lists: a waiver above it would be for more than one place.
    if (/^\s*-\s/.test(line)) return first;
    last = at;
  }
  return last;
}

/** Comments `portcullis-ignore RULE until DATE: reason`, on the line or the item that they are about, or alone above it. */
export function inlineWaivers(texts: ReadonlyMap<string, string>): Waivers {
  const waivers: Waiver[] = [];
  const malformed: Waivers["malformed"][number][] = [];
  for (const [file, text] of texts) {
    if (!text.includes(WAIVER_WORD)) continue;
    const lines = text.split(/\r\n|\n|\r/);
    for (const [index, written] of lines.entries()) {
      if (!written.includes(WAIVER_WORD)) continue;
      const [, rule, until, reason] = FORM.exec(written) ?? [];
      const place = { file, line: index + 1 };
      const isAbove = WHOLE_LINE.test(written);
      const line = isAbove ? index + 2 : index + 1;
      const lastLine = isAbove && YAML_FILE.test(file) ? lastOfItem(lines, index + 1) + 1 : line;
      if (rule !== undefined && until !== undefined && reason !== undefined && isDay(until)) {
        waivers.push({ rule, until, reason: reason.trim(), ...place, about: { file, line, lastLine } });
      } else if (MEANT.test(written)) {
        const form = "`portcullis-ignore RULE until YYYY-MM-DD: reason`";
        malformed.push(malformedWaiver(place, form, "another form"));
      }
    }
  }
  return { waivers, malformed };
}
