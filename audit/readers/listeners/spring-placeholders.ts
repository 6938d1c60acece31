import { type Fact, known } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import type { CodeInUse } from "./in-use";

/** A variable without a default: what is behind a colon is one, and names of properties are in small letters. */
const PLACEHOLDER = /\$\{([A-Z][A-Z0-9_]{1,80})\}/g;
const MAX_NAMES = 100;

/**
 * Variables without which Spring, Quarkus and Micronaut do not start: `Could not resolve placeholder`
 * (docs.spring.io/spring-boot/reference/features/external-config.html: property placeholders).
 */
export function wantedPlaceholders(file: CodeInUse): readonly Fact[] {
  const { path, text } = file;
  const lineOf = (at: number): string => text.slice(text.lastIndexOf("\n", at) + 1, at);
  return [...text.matchAll(PLACEHOLDER)]
    .slice(0, MAX_NAMES)
    .flatMap(({ index, 1: name = "" }): readonly Fact[] => {
      const before = lineOf(index);
      // A default that refers to it is looked up only where the variable before it is not set.
      if (/^\s*[#!]|\s#\s|\$\{[^}]*$/.test(before) || file.when(index) !== "always") return [];
      return [{ kind: "wanted-variable", name, required: known(true), place: placeAt(path, text, index) }];
    });
}
