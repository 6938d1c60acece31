import { providerOf } from "../../databases";
import { parseConnectionUrl } from "../../domain/connection-url";
import { type WrittenUrl, writtenUrls } from "../../domain/connections";
import { driverNamed, fateOf } from "../../domain/driver";
import type { Fact, UrlFact } from "../../domain/fact";
import { known } from "../../domain/knowable";
import { oncePerFacts } from "../../domain/once-per-facts";
import type { Knowledge, Undecided, Violation } from "../../domain/rule";
import { type HandedToTool, handedToTools, toolOfVariable, urlForTool } from "../../domain/tool-urls";
import { driversOf } from "../../domain/url-drivers";
import { schemeViolation } from "./url-scheme";

interface ToolUrl {
  readonly handed: HandedToTool;
  readonly url: WrittenUrl;
  readonly fix: string;
}

/**
 * URLs that a migration tool reads from the variable of the service's own driver, and by another driver than it: the tool
 * may refuse what the service takes.
 */
const shared = oncePerFacts((facts): readonly ToolUrl[] =>
  handedToTools(facts).flatMap((handed) => {
    const { from, place, tool } = handed;
    if (!("variable" in from) || !from.variable.value.known || toolOfVariable(facts).has(from.variable))
      return [];
    const stated = urlForTool(handed, from.variable.value.value);
    if (stated === undefined || !stated.url.known || !stated.driver.known) return [];
    const name = stated.driver.value;
    if (driversOf(from.variable, facts).some(({ driver }) => driver.known && driver.value === name))
      return [];
    const fact: UrlFact = { kind: "url", place, ...stated };
    const text = stated.url.value.trim();
    const row = driverNamed(name);
    const parsed = parseConnectionUrl(text, row?.dialect);
    const fix = `Hand ${tool.name} a variable of its own.`;
    return row === undefined || parsed === undefined
      ? []
      : [{ handed, url: { fact, text, dialect: row.dialect, parsed }, fix }];
  }),
);

/** Schemes and signs that the tool refuses, and URLs that it takes in JDBC's notation alone. */
export const urlsOfTools = (facts: readonly Fact[]): readonly Violation[] => [
  ...shared(facts).flatMap(({ url, fix, handed: { tool, from } }) => {
    if (tool.ofJdbc === true) return [];
    const schemes = schemeViolation(url).map((one) => ({
      ...one,
      what: `the URL's scheme for ${tool.name}`,
      fix,
    }));
    return schemes.length > 0 || url.parsed.problems.length === 0 || isWrongForAll(facts, from)
      ? schemes
      : [
          {
            place: url.fact.place,
            what: `the URL for ${tool.name}`,
            expected: "one that its driver can take apart",
            got: "one with a sign that it refuses",
            fix: "Percent-encode the password.",
          },
        ];
  }),
  ...handedToTools(facts).flatMap(inJdbc),
];

/** What the service's own driver cannot read either is said where the variable is. */
const isWrongForAll = (facts: readonly Fact[], from: HandedToTool["from"]): boolean =>
  "variable" in from &&
  writtenUrls(facts).urls.some(
    ({ fact, parsed }) => fact.place === from.variable.place && parsed.problems.length > 0,
  );

const PLAIN = /^\s*postgres(?:ql)?(?:\+\w+)?:\/\//i;

function inJdbc({ tool, from, place }: HandedToTool): readonly Violation[] {
  const given = "text" in from ? known(from.text) : from.variable.value;
  if (tool.ofJdbc !== true || !given.known || !PLAIN.test(given.value)) return [];
  return [
    {
      place,
      what: `the URL for ${tool.name}`,
      expected: "one of JDBC's, `jdbc:postgresql://host:port/database`",
      got: "one without `jdbc:`",
      fix: "Write `jdbc:postgresql://host:port/database`, and user and password as options of their own.",
    },
  ];
}

/**
 * Parameters that the tool's driver sends to the server as settings, which PostgreSQL refuses where it does not know them;
 * whether a pooler hands them on is its own matter.
 */
export const parametersOfTools = (facts: readonly Fact[]): readonly Undecided[] =>
  shared(facts).flatMap(({ handed: { tool }, url: { fact, parsed } }) => {
    const driver = fact.driver.known ? driverNamed(fact.driver.value) : undefined;
    if (driver === undefined || driver.otherParameters === "ignored") return [];
    const [key] = Object.entries(parsed.url.parameters).filter(
      ([name, value]) =>
        fateOf(driver, name, value) === "refused" ||
        (name in driver.tls && driver.tlsValues?.includes(value) === false),
    );
    if (key === undefined) return [];
    const named = /^[a-z_][a-z0-9_.]*$/i.test(key[0]) ? `\`${key[0]}\`` : "a parameter that is no word";
    return [
      {
        place: fact.place,
        why: `${tool.name} asks by ${driver.name}, which does not take ${named} of its URL`,
      },
    ];
  });

/** Tools that keep what transaction mode may lose, and are given its URL. */
export const lostByTools = (facts: readonly Fact[], settings: Knowledge): readonly Undecided[] =>
  handedToTools(facts).flatMap((handed) => {
    const { from, place, tool, keeps } = handed;
    const given = "text" in from ? known(from.text) : from.variable.value;
    if (keeps === undefined || !given.known) return [];
    const stated = urlForTool(handed, given.value);
    const parsed = stated?.url.known === true ? parseConnectionUrl(stated.url.value) : undefined;
    if (parsed === undefined) return [];
    const { host, port = 5432 } = parsed.url;
    if (providerOf(host, settings).poolMode({ host, port }) !== "transaction") return [];
    const why = `${tool.name} is given ${"text" in from ? "a URL" : from.variable.name} of transaction mode, and keeps ${keeps}`;
    return [{ place, why }];
  });
