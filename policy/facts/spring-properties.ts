import { simpleCommands } from "../../domain/start-command/shell";

type Property = readonly [name: string, value: string];

/** What is read of them here: databases, and where the server and its management listen. */
const READ = /^(?:SPRING_|MANAGEMENT_SERVER_|SERVER_(?:PORT|ADDRESS|SERVLET_CONTEXT_PATH)$)/;

/** `spring.datasource.url` is SPRING_DATASOURCE_URL (docs.spring.io/spring-boot: binding from environment variables). */
export const asVariable = (name: string): string =>
  name.replaceAll(".", "_").replaceAll("-", "").toUpperCase();

const named = (properties: readonly Property[]): readonly Property[] =>
  properties.flatMap(([name, value]): readonly Property[] =>
    READ.test(asVariable(name)) ? [[asVariable(name), value]] : [],
  );

/** The properties in SPRING_APPLICATION_JSON, by the names of variables that say the same; none where it is no JSON. */
export function propertiesOfJson(text: string): readonly Property[] {
  try {
    return named(leaves(JSON.parse(text)));
  } catch {
    return [];
  }
}

function leaves(value: unknown, path: readonly string[] = []): readonly Property[] {
  if (typeof value === "string" || typeof value === "number") return [[path.join("."), String(value)]];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
}

/** `-Dspring.datasource.url=…` of the JVM's own variable. */
export function propertiesOfJvm(options: string): readonly Property[] {
  return named(options.split(/\s+/).flatMap(systemProperty)).filter(([name]) => name.startsWith("SPRING_"));
}

function systemProperty(word: string): readonly Property[] {
  const [, name, value = ""] = /^-D([\w.-]+)=(.*)$/s.exec(word) ?? [];
  return name === undefined ? [] : [[name, value]];
}

/**
 * The properties of Spring's that a command of Java hands on: before the archive to the JVM, behind it to the program
 * (docs.spring.io/spring-boot: externalized configuration; read 2026-12-01). Where the server listens is read of the
 * command elsewhere.
 */
export function propertiesOfCommand(command: string): readonly Property[] {
  return simpleCommands(command).flatMap(({ words }) => {
    const java = words.findIndex((word) => /^(?:\S*\/)?java$/.test(word));
    const jar = words.indexOf("-jar", java);
    if (java < 0 || jar < 0) return [];
    const before = words.slice(java, jar).flatMap(systemProperty);
    const behind = words.slice(jar + 2).flatMap((word): readonly Property[] => {
      const [, name, value = ""] = /^--([\w.-]+)=(.*)$/s.exec(word) ?? [];
      return name === undefined ? [] : [[name, value]];
    });
    return named([...before, ...behind]).filter(([name]) => name.startsWith("SPRING_"));
  });
}
