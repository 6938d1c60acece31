import { type Fact, factsOf, type Knowable, known, type Place, unknown } from "../../domain";
import type { VariableFact } from "../../domain/fact";
import { isJson } from "../../domain/is-json";
import { QUOTED_DOLLAR } from "../../domain/start-command/expansion";
import type { VariableLookup } from "../../domain/start-command/listener";
import { simpleCommands } from "../../domain/start-command/shell";
import { filledWords } from "../../domain/start-command/variable-words";
import { filledWord } from "./filled-word";

type Property = readonly [name: string, value: string];

const SERVES = /^(?:MANAGEMENT_SERVER_|SERVER_(?:PORT|ADDRESS|SERVLET_CONTEXTPATH)$)/;

/** `spring.datasource.url` is SPRING_DATASOURCE_URL (docs.spring.io/spring-boot: binding from environment variables). */
export const asVariable = (name: string): string =>
  name.replaceAll(".", "_").replaceAll("-", "").toUpperCase();

/** Names of one property have the same letters: Spring takes JDBC_URL for JDBCURL. */
const propertyOf = (name: string): string => name.replaceAll("_", "");

/** The properties in SPRING_APPLICATION_JSON: databases, and where the server and its management listen. */
function propertiesOfJson(text: string): readonly Property[] {
  if (!isJson(text)) return [];
  return leaves(JSON.parse(text))
    .map(([name, value]): Property => [asVariable(name), value])
    .filter(([name]) => isOfDatabase(name) || SERVES.test(name));
}

function leaves(value: unknown, path: readonly string[] = []): readonly Property[] {
  if (typeof value === "string" || typeof value === "number") return [[path.join("."), String(value)]];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
}

const isOfDatabase = (name: string): boolean => name.startsWith("SPRING_");

/** `-Dspring.datasource.url=…`, and behind an archive `--spring.datasource.url=…`; where the server listens is read elsewhere. */
function named(words: readonly string[], form: RegExp): readonly Property[] {
  return words.flatMap((word): readonly Property[] => {
    const [, name, value = ""] = form.exec(word) ?? [];
    return name !== undefined && isOfDatabase(asVariable(name)) ? [[asVariable(name), value]] : [];
  });
}

const SYSTEM = /^-D([\w.-]+)=(.*)$/s;
const ARGUMENT = /^--([\w.-]+)=(.*)$/s;

/** A text of Spring's that refers to another property, which nothing here filled in. */
const REFERS = /\$\{/;

/**
 * Variables with what takes their place in a program of Spring's: the JVM's own properties, and over them those of JSON
 * (docs.spring.io/spring-boot: externalized configuration, the order of property sources; read 2026-12-01).
 *
 * @param filledIn fills in what a value refers to
 */
export function withSpringProperties(
  facts: readonly Fact[],
  filledIn: (value: string) => string,
): readonly Fact[] {
  const of = (variable: string, read: (text: string) => readonly Property[]) =>
    factsOf(facts, "variable")
      .filter(({ name, value }) => name === variable && value.known)
      .flatMap(({ place, value }) =>
        value.known
          ? read(value.value).map(([name, text]) => fact(name, place, settled(filledIn(text), variable)))
          : [],
      );
  const ofJvm = (text: string) => named(text.split(/\s+/), SYSTEM);
  return [
    of("JAVA_TOOL_OPTIONS", ofJvm),
    of("JDK_JAVA_OPTIONS", ofJvm),
    of("SPRING_APPLICATION_JSON", propertiesOfJson),
  ].reduce(inPlaceOf, facts);
}

const settled = (text: string, variable: string): Knowable<string> =>
  REFERS.test(text) ? unknown(`${variable} refers to what is not set here`) : known(text);

const fact = (name: string, place: Place, value: Knowable<string>): VariableFact => ({
  kind: "variable",
  place,
  name,
  value,
  secret: true,
});

/** Facts with others that take the place of those of the same property. */
export function inPlaceOf(facts: readonly Fact[], others: readonly VariableFact[]): readonly Fact[] {
  const replaced = new Set(others.map(({ name }) => propertyOf(name)));
  return [
    ...facts.filter((one) => one.kind !== "variable" || !replaced.has(propertyOf(one.name))),
    ...others,
  ];
}

/**
 * The properties of Spring's that a command of Java hands on: before the archive to the JVM, behind it to the program.
 * They take the place of the variables'. What only the running shell knows states nothing.
 */
export function propertiesOfCommand(
  command: string,
  place: Place,
  look: VariableLookup,
): readonly VariableFact[] {
  return simpleCommands(command).flatMap(({ words: written }) => {
    const words = filledWords(written, look);
    const java = words.findIndex((word) => /^(?:\S*\/)?java$/.test(word));
    const jar = words.indexOf("-jar", java);
    if (java < 0 || jar < 0) return [];
    const properties = [...named(words.slice(java, jar), SYSTEM), ...named(words.slice(jar + 2), ARGUMENT)];
    return properties.flatMap(([name, text]) => {
      // What a shell leaves, Spring fills in.
      const value = filledWord(text.replaceAll(QUOTED_DOLLAR, "$"), look);
      return value === undefined ? [] : [fact(name, place, known(value))];
    });
  });
}
