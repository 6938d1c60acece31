import { asVariable } from "./spring-properties";

/** A reference of Spring's to another property, with its default behind a colon: `${DB_PORT:5432}`. */
const REFERENCE = /\$\{([A-Za-z_][\w.-]*)(?::([^${}]*))?\}/g;

/** How often a filled in value may name a further one; Spring ends at a circle. */
const DEPTH = 5;

/**
 * Variables as a program of Spring reads them: each is a property, and Spring fills in what its value refers to
 * (docs.spring.io/spring-boot: externalized configuration, property placeholders; read 2026-12-01). What refers to
 * nothing that is set, and has no default, stays. Of any other program they are what they are.
 */
export function withSpringReferences(variables: ReadonlyMap<string, string>): (value: string) => string {
  if (![...variables.keys()].some((name) => /^SPRING_/.test(name))) return (value) => value;
  const filled = (value: string, depth: number): string =>
    depth === 0 || !value.includes("${")
      ? value
      : value.replaceAll(REFERENCE, (whole, name: string, fallback: string | undefined) => {
          const set = variables.get(name) ?? variables.get(asVariable(name));
          return set === undefined ? (fallback ?? whole) : filled(set, depth - 1);
        });
  return (value) => filled(value, DEPTH);
}
