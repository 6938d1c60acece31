import { kindOfValue } from "./kind-of-value";
import { nearest } from "./nearest";
import { parsePort } from "./port";

/**
 * What is wrong with a value that a program gives, at its place. Own code: a library of schemas takes longer to load than
 * a diagnosis or the start of a policy pack.
 */
export type Check = (value: unknown, at: string) => readonly string[];

/** Whether it is right, by its words. `shows`: no secret is written there, so that the value may be shown. */
const expected =
  (
    words: string,
    isRight: (value: unknown) => boolean,
    shows: (value: unknown) => boolean = () => false,
  ): Check =>
  (value, at) =>
    isRight(value)
      ? []
      : [`${at}: expected ${words}, got ${shows(value) ? shown(value) : kindOfValue(value)}.`];

const shown = (value: unknown): string => (typeof value === "string" ? `\`${value}\`` : String(value));
const isShort = (value: unknown): boolean => typeof value === "string" && /^[\w-]{1,20}$/.test(value);

export const text = expected("text", (value) => typeof value === "string");
export const aFunction = expected("a function", (value) => typeof value === "function");
export const port = expected(
  "a port, 1 to 65535",
  (value) => typeof value === "number" && parsePort(value) !== undefined,
  (value) => typeof value === "number",
);
export const folderPath = expected(
  "the path of a folder",
  (value) => typeof value === "string" && value !== "",
);
export const day = expected("a day as YYYY-MM-DD", isDay, isShort);

function isDay(value: unknown): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const read = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value);
}

export function oneOf(what: string, values: readonly string[]): Check {
  const check = expected(
    `${what} (${values.join(", ")})`,
    (value) => values.includes(value as string),
    isShort,
  );
  return (value, at) => {
    const right = typeof value === "string" ? nearest(value, values) : undefined;
    return check(value, at).map((each) =>
      right === undefined ? each : `${each} Did you mean \`${right}\`?`,
    );
  };
}

export const listOf =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value)
      ? value.flatMap((each, index) => check(each, `${at}[${index}]`))
      : [`${at}: expected a list, got ${kindOfValue(value)}.`];

/** Text, or a list of its lines. */
export const lines: Check = (value, at) => {
  if (typeof value === "string") return [];
  const said = listOf(text)(value, at);
  return Array.isArray(value)
    ? said.slice(0, 1)
    : [`${at}: expected text or a list of lines, got ${kindOfValue(value)}.`];
};

/** What may be left out. */
export const optional =
  (check: Check): Check =>
  (value, at) =>
    value === undefined ? [] : check(value, at);

/** A mapping of names of the user's own. */
export const byName =
  (check: Check): Check =>
  (value, at) =>
    isMapping(value)
      ? Object.entries(value).flatMap(([key, each]) => check(each, `${at}.${key}`))
      : [`${at}: expected a mapping, got ${kindOfValue(value)}.`];

/**
 * A mapping with these keys. Types let a mapping have others too: only a key that is a misspelt one is refused.
 *
 * @param together what keys say together
 */
export const mapping =
  (checks: Readonly<Record<string, Check>>, together: Check = () => []): Check =>
  (value, at) => {
    if (!isMapping(value)) return [`${at}: expected a mapping, got ${kindOfValue(value)}.`];
    const known = Object.keys(checks);
    const misspelt = Object.keys(value).flatMap((key) => {
      const right = known.includes(key) || value[key] === undefined ? undefined : nearest(key, known);
      const isMeant = right !== undefined && value[right] === undefined;
      return isMeant ? [`${at}.${key}: unknown. Did you mean \`${right}\`?`] : [];
    });
    return [
      ...Object.entries(checks).flatMap(([key, check]) => check(value[key], `${at}.${key}`)),
      ...misspelt,
      ...together(value, at),
    ];
  };

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One sentence of all that is wrong with what a function is given; undefined where nothing is. */
export function givenProblem(called: string, problems: readonly string[]): string | undefined {
  const [first, second] = problems;
  if (first === undefined) return undefined;
  if (second === undefined) return `${called}: ${first}`;
  return `${called}: ${problems.length} arguments are wrong:\n${problems.map((one) => `  - ${one}`).join("\n")}`;
}
