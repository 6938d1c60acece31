const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const DAYS = "SUN MON TUE WED THU FRI SAT".split(" ");

interface CronField {
  readonly called: string;
  readonly least: number;
  readonly most: number;
  /** The names of its values, the first one of `least`. */
  readonly names?: readonly string[];
}

/** The five fields of a crontab line (crontab(5)); Sunday is 0 and 7. */
const FIELDS: readonly CronField[] = [
  { called: "minutes", least: 0, most: 59 },
  { called: "hours", least: 0, most: 23 },
  { called: "days of the month", least: 1, most: 31 },
  { called: "months", least: 1, most: 12, names: MONTHS },
  { called: "days of the week", least: 0, most: 7, names: DAYS },
];

/** Most days that each month may have. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What a schedule says: in order, never due, not to be known, or wrong in a field. */
export type CronReading =
  | { readonly is: "right" }
  /** `stopped` where it is the usual way to stop a job, one day that February has not. */
  | { readonly is: "never"; readonly stopped: boolean }
  | { readonly is: "extended"; readonly text: string }
  | { readonly is: "wrong"; readonly expected: string; readonly got: string };

/** Reads a schedule of five fields. */
export function readCronSchedule(schedule: string): CronReading {
  const texts = schedule.trim().split(/\s+/);
  const [first = ""] = texts;
  // `@daily` and its like are names that many programs know, and not all.
  if (texts.length === 1 && /^@[a-z]+$/i.test(first)) return { is: "extended", text: first };
  if (texts.length !== FIELDS.length) {
    return { is: "wrong", expected: "five fields, such as `0 3 * * *`", got: `\`${schedule.trim()}\`` };
  }
  const read = FIELDS.map((field, index) => valuesOf(field, texts[index] ?? ""));
  const wrong = read.indexOf(undefined);
  const at = FIELDS[wrong];
  if (at !== undefined) {
    const names = at.names === undefined ? "" : ` or ${at.names[0]} to ${at.names.at(-1)}`;
    return {
      is: "wrong",
      expected: `${at.called} from ${at.least} to ${at.most}${names}`,
      got: `\`${texts[wrong]}\``,
    };
  }
  const strange = read.indexOf("extended");
  if (strange >= 0) return { is: "extended", text: texts[strange] ?? "" };
  if (!isNever(texts, read as (readonly number[])[])) return { is: "right" };
  return { is: "never", stopped: String(read[3]) === "2" && read[2]?.length === 1 };
}

/** Undefined where the text is none that any program takes, `extended` where some do. */
function valuesOf(field: CronField, text: string): readonly number[] | "extended" | undefined {
  // Quartz and its like: last day, working day, n-th day of the week, no given day, a random value.
  if (/^(?:\d*L(?:-\d+)?|\d+W|LW|\d#\d|[A-Z]{3}#\d|[A-Z]{3}L|\?|H(?:\/\d+)?)$/i.test(text)) return "extended";
  // Some programs take a step beyond the field for its first value alone, and some refuse it.
  if (text.split(",").some((part) => Number(/\/(\d+)$/.exec(part)?.[1] ?? 0) > field.most)) return "extended";
  const parts = text.split(",").map((part) => partOf(field, part));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** `*`, `5`, `1-5`, each with `/2` behind; `5/2` too. */
function partOf(field: CronField, part: string): readonly number[] | undefined {
  const [, range = "", step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
  const every = step === undefined ? 1 : Number(step);
  if (range === "" || every < 1) return undefined;
  const [from, to] = boundsOf(field, range, step !== undefined);
  if (from === undefined || to === undefined || from > to) return undefined;
  return Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => from + index * every);
}

function boundsOf(field: CronField, range: string, stepped: boolean): readonly (number | undefined)[] {
  if (range === "*") return [field.least, field.most];
  const ends = range.split("-").map((end) => numberOf(field, end));
  if (ends.length === 1) return [ends[0], stepped ? field.most : ends[0]];
  const [from, to] = ends;
  // `FRI-SUN` goes to the other Sunday.
  if (ends.length !== 2 || from === undefined || to === undefined) return [];
  return [from, field.most === 7 && to === 0 && from > 0 ? 7 : to];
}

function numberOf({ least, most, names = [] }: CronField, text: string): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + least;
  if (!/^\d{1,2}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}

/** Whether no month that is named has any of the days: a day of the week that is named comes all the same. */
function isNever([, , day, , weekday]: readonly string[], read: readonly (readonly number[])[]): boolean {
  if (weekday !== "*" || day === "*") return false;
  const [, , days = [], months = []] = read;
  return months.every((month) => days.every((one) => one > (LONGEST[month - 1] ?? 31)));
}
