import { connectionParts } from "./connection-parts";
import type { Dialect } from "./connection-url";
import {
  LIBPQ,
  looksLikeConnectionUrl,
  type ParsedUrl,
  parseConnectionUrl,
  SQLALCHEMY,
  targetsOf,
  type WrittenForm,
  writtenForm,
} from "./connection-url";
import { driverNamed } from "./driver";
import {
  ALL_VARIABLES,
  type ConnectionFact,
  type Fact,
  factsOf,
  type UrlFact,
  type VariableFact,
} from "./fact";
import { type Knowable, known, unknown } from "./knowable";
import { oncePerFacts } from "./once-per-facts";
import { clientOf, withUserBeside } from "./other-notation";
import type { Undecided } from "./rule";
import { driversOf, isDeclaredUrl } from "./url-drivers";

/** A raw URL as it is written, with what its driver reads in it. */
export interface WrittenUrl {
  readonly fact: UrlFact;
  readonly text: string;
  readonly dialect: Dialect;
  readonly parsed: ParsedUrl;
}

/** Names under which a variable is expected to hold a connection URL; asked only while the value is unknown. */
const URL_NAME =
  /(^|_)(DATABASE|DB|POSTGRES|POSTGRESQL|PG|SUPABASE_DB|SQLALCHEMY\w*)_?(URL|URI|DSN|CONNECTION_STRING)$|^DSN$/i;

interface WrittenUrls {
  readonly urls: readonly WrittenUrl[];
  readonly undecided: readonly Undecided[];
}

const statedUrls = oncePerFacts((facts): readonly UrlFact[] => {
  const inVariables = factsOf(facts, "variable").filter((fact) =>
    fact.value.known ? looksLikeConnectionUrl(fact.value.value) : holdsUrl(fact, facts),
  );
  const outlined = factsOf(facts, "variable")
    .filter(isOutlined)
    .filter((fact) => !inVariables.includes(fact));
  return [
    ...factsOf(facts, "url"),
    ...[...inVariables, ...outlined].flatMap((variable) => urlsInVariable(variable, facts)),
    ...factsOf(facts, "variable").flatMap((variable) => urlsOfOtherForms(variable, facts)),
  ];
});

function holdsUrl(fact: VariableFact, facts: readonly Fact[]): boolean {
  return fact.name === ALL_VARIABLES || URL_NAME.test(fact.name) || isDeclaredUrl(fact, facts);
}

function isOutlined({ value, withoutPassword }: VariableFact): boolean {
  return !value.known && withoutPassword !== undefined && looksLikeConnectionUrl(withoutPassword);
}

/** Whether a variable's name says that it holds a connection URL. */
export function isUrlName(name: string): boolean {
  return URL_NAME.test(name);
}

/** What other notations and a JSON text say, as URLs; nothing reads what is in quotes. */
function urlsOfOtherForms(variable: VariableFact, facts: readonly Fact[]): readonly UrlFact[] {
  const written = variable.value.known ? writtenForm(variable.value.value) : undefined;
  if (written === undefined) return [];
  if (written.form === "json") {
    const hasDriver = factsOf(facts, "driver").some(
      ({ service, driver, variable: only = variable.name }) =>
        service === variable.service && only === variable.name && driver.known,
    );
    const urls = written.urls.filter(({ certain }) => certain || hasDriver);
    return urls.flatMap(({ url }) => inOtherForm(url, variable, written.form, facts));
  }
  return "url" in written && written.form !== "wrapped"
    ? inOtherForm(written.url, variable, written.form, facts)
    : [];
}

function inOtherForm(
  url: string,
  variable: VariableFact,
  form: WrittenForm["form"],
  facts: readonly Fact[],
): readonly UrlFact[] {
  const ofJava = form === "jdbc" || form === "r2dbc";
  const text = ofJava ? withUserBeside(url, variable, facts) : url;
  const [own] = urlsInVariable({ ...variable, value: known(text) }, facts);
  const isOther = ofJava || form === "semicolons" || own === undefined;
  const { name: _, secret: __, value: ___, ...subject } = variable;
  return isOther ? [{ ...subject, kind: "url", url: known(text), ...clientOf(form, facts) } as const] : [own];
}

/** Every raw URL: stated as one, or standing in an environment variable. What is unknown yet is listed apart. */
export const writtenUrls = oncePerFacts((facts): WrittenUrls => {
  const urls: WrittenUrl[] = [];
  const undecided: Undecided[] = [];
  for (const fact of statedUrls(facts)) {
    if (!fact.url.known) {
      undecided.push({ place: fact.place, why: fact.url.why });
      continue;
    }
    const text = fact.url.value.trim();
    const dialect = dialectOf(fact, text);
    const parsed = parseConnectionUrl(text, dialect);
    if (parsed !== undefined) urls.push({ fact, text, dialect, parsed });
  }
  return { urls, undecided };
});

/** Every connection, declared or read from a raw URL, in one shape; one for each host of a URL with several. */
export const connections = oncePerFacts((facts): readonly ConnectionFact[] => {
  const stated = statedUrls(facts);
  const pending = stated.filter(({ url }) => !url.known);
  const withUrl = new Set(stated.map(({ service }) => service));
  return [
    ...factsOf(facts, "connection"),
    ...connectionParts(facts, (service) => withUrl.has(service)),
    ...writtenUrls(facts).urls.flatMap(connectionsOf),
    ...pending.map(pendingConnection),
  ];
});

/** The values of several knowables, or the first reason why one of them is not known. */
export function allKnown<T extends readonly Knowable<unknown>[]>(
  ...knowables: T
): Knowable<{ [K in keyof T]: T[K] extends Knowable<infer V> ? V : never }> {
  const missing = knowables.find((knowable) => !knowable.known);
  if (missing !== undefined && !missing.known) return missing;
  return known(knowables.map((knowable) => (knowable.known ? knowable.value : undefined)) as never);
}

/** A variable holds a URL for each driver that its service calls with it. */
function urlsInVariable(variable: VariableFact, facts: readonly Fact[]): readonly UrlFact[] {
  const { name: _, secret: __, value: whole, withoutPassword, ...subject } = variable;
  const outline = whole.known || withoutPassword === undefined ? undefined : known(withoutPassword);
  const value = outline ?? whole;
  const named = outline === undefined ? variable : { ...variable, value };
  const open = whole.known || outline === undefined ? {} : { passwordUnknown: whole.why };
  return driversOf(named, facts).map(({ driver, driverSettings }) => ({
    ...subject,
    kind: "url",
    url: value,
    ...open,
    driver,
    driverSettings,
  }));
}

/** The declared driver's reading; without one, what the scheme says, and libpq's as the one all tools know. */
function dialectOf({ driver }: UrlFact, text: string): Dialect {
  const row = driver.known ? driverNamed(driver.value) : undefined;
  if (row !== undefined) return row.dialect;
  return /^[a-z]+\+/i.test(text) ? SQLALCHEMY : LIBPQ;
}

/** Parts in which a problem means that the others may hold a piece of the password. */
const CUTTING: readonly string[] = ["password", "user", "host", "port"];

function connectionsOf({ fact, parsed, dialect }: WrittenUrl): readonly ConnectionFact[] {
  const { url, ...stated } = fact;
  const cut = parsed.problems.find(({ part }) => CUTTING.includes(part));
  // The parts of a URL that is cut in the wrong place must not be judged or reported.
  if (cut !== undefined)
    return [pendingConnection({ ...stated, url: unknown(`the URL's ${cut.part} is malformed`) })];
  return targetsOf(parsed.url, dialect).map(({ host, port, user, database }) => ({
    ...stated,
    kind: "connection",
    host: known(host),
    port: known(port ?? 5432),
    user:
      user === "" && isJavas(fact)
        ? unknown("Java's drivers take the user from a setting of its own")
        : known(user),
    database: known(database),
    parameters: known(parsed.url.parameters),
  }));
}

function isJavas({ driver }: UrlFact): boolean {
  return driver?.known === true && ["pgjdbc", "r2dbc"].includes(driver.value);
}

function pendingConnection({ kind: _, url, ...stated }: UrlFact): ConnectionFact {
  const why = url.known ? "" : url.why;
  const pending = unknown(why);
  return {
    ...stated,
    kind: "connection",
    host: pending,
    port: pending,
    user: pending,
    database: pending,
    parameters: pending,
  };
}
