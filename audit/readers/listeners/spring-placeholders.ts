import { type Fact, known, unknown } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import type { Repository } from "../../reader";
import type { CodeInUse } from "./in-use";
import { mayTakeFromOutside } from "./outside-settings";

/** A variable without a default: what is behind a colon is one, and names of properties are in small letters. */
const PLACEHOLDER = /\$\{([A-Z][A-Z0-9_]{1,80})\}/g;
const SETTING = /^[ \t]*([A-Z][A-Z0-9_]{1,80})[ \t]*[:=]/gm;
const MAX_NAMES = 100;

/**
 * Variables without which Spring, Quarkus and Micronaut do not start: `Could not resolve placeholder`
 * (docs.spring.io/spring-boot/reference/features/external-config.html: property placeholders).
 */
export function wantedPlaceholders(file: CodeInUse, repository: Repository): readonly Fact[] {
  const { path, text } = file;
  const found = [...text.matchAll(PLACEHOLDER)].slice(0, MAX_NAMES);
  if (found.length === 0) return [];
  const required = mayTakeFromOutside(file, repository)
    ? unknown<boolean>("a server of settings, or a file that is imported, may have it")
    : known(true);
  const given = new Set([...text.matchAll(SETTING)].map(([, name = ""]) => name));
  const lineOf = (at: number): string => text.slice(text.lastIndexOf("\n", at) + 1, at);
  return found.flatMap(({ index, 1: name = "" }): readonly Fact[] => {
    const before = lineOf(index);
    // A default that refers to it is looked up only where the variable before it is not set.
    if (/^\s*[#!]|\s#\s|\$\{[^}]*$/.test(before) || file.when(index) !== "always") return [];
    // A setting of that very name gives it a value.
    if (given.has(name)) return [];
    return [{ kind: "wanted-variable", name, required, place: placeAt(path, text, index) }];
  });
}
