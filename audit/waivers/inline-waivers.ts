import { isDay, malformedWaiver, WAIVER_WORD, type Waiver, type Waivers } from "./waivers";

const WHOLE_LINE = /^\s*(?:#|\/\/|\/\*|--|<!--|;)/;

const FORM = /portcullis-ignore\s+([a-z][a-z0-9-]*\/[a-z0-9-]+)\s+until\s+(\d{4}-\d{2}-\d{2}):\s*(\S.*)/;

/** A word in the middle of a sentence, or in a program's text, is not an attempt at a waiver. */
const MEANT = /(?:#|\/\/|\/\*+|--|;)\s*portcullis-ignore\b/;

/** Comments `portcullis-ignore RULE until DATE: reason`, on the line that they are about or alone above it. */
export function inlineWaivers(texts: ReadonlyMap<string, string>): Waivers {
  const waivers: Waiver[] = [];
  const malformed: Waivers["malformed"][number][] = [];
  for (const [file, text] of texts) {
    if (!text.includes(WAIVER_WORD)) continue;
    for (const [index, written] of text.split(/\r\n|\n|\r/).entries()) {
      if (!written.includes(WAIVER_WORD)) continue;
      const [, rule, until, reason] = FORM.exec(written) ?? [];
      const place = { file, line: index + 1 };
      const line = WHOLE_LINE.test(written) ? index + 2 : index + 1;
      if (rule !== undefined && until !== undefined && reason !== undefined && isDay(until)) {
        waivers.push({ rule, until, reason: reason.trim(), ...place, about: { file, line } });
      } else if (MEANT.test(written)) {
        const form = "`portcullis-ignore RULE until YYYY-MM-DD: reason`";
        malformed.push(malformedWaiver(place, form, "another form"));
      }
    }
  }
  return { waivers, malformed };
}
