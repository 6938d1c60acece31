import { type Fact, factsOf } from "../../domain/fact";
import type { Knowable } from "../../domain/knowable";
import type { SecretFilesFact } from "../../domain/repository-fact";
import type { Undecided } from "../../domain/rule";

/** Render lays all secret files of a service into one folder (render.com/docs/configure-environment-variables). */
export function foldedNames({ place, names }: SecretFilesFact): readonly Undecided[] {
  const folded = names.known ? names.value.filter((name) => /[/\\]/.test(name)) : [];
  return folded.map((name) => ({
    place,
    why: `secret file ${name}: its name has a folder in it, and all secret files are in one`,
  }));
}

/** A file of variables that a command cannot do without: a shell that reads it, node and env-cmd. */
const READ =
  /(?:(?:^|[\s;&|(])(?:source|\.)\s+|\bnode\s[^;&|]*--env-file[= ]|\benv-cmd\s[^;&|]*-f\s*)["']?(?:\.\/)?(\.env[\w.-]*)/g;

/** What git ignores in nearly every repository, and no secret file brings. */
export function ignoredFiles(
  facts: readonly Fact[],
  names: Knowable<readonly string[]>,
): readonly Undecided[] {
  if (!names.known) return [];
  return factsOf(facts, "start-command").flatMap(({ place, command }) => {
    const text = command.known && place.source === "resource" ? command.value : "";
    const read = [...text.matchAll(READ)].flatMap(({ 1: name = "", index }) =>
      isThere(name, text, index) ? [] : [name],
    );
    return [...new Set(read)]
      .filter((name) => !names.value.includes(name))
      .map((name) => ({
        place,
        why: `${name}: git usually ignores such a file, and the program declares no secret file of this name`,
      }));
  });
}

/** Whether the line makes the file before, asks for it, or does without. */
function isThere(name: string, text: string, at: number): boolean {
  const file = `["']?(?:\\./)?${name.replaceAll(".", "\\.")}(?![\\w.-])`;
  const asked = `(?:\\s(?:-[efrs]|-[oO]|--output)[\\s=]|>|\\b(?:touch|tee)\\s[^;&|\\n]*)\\s*${file}`;
  // What is copied must be there; the copy is named last.
  const copied = `\\b(?:cp|mv|ln|install)\\s[^;&|\\n]*\\s${file}["']?\\s*(?:[;&|\\n]|$)`;
  return (
    new RegExp(`${asked}|${copied}`).test(text.slice(0, at + 1)) ||
    /^[^;&\n]*(?:\|\||2>)/.test(text.slice(at + 1))
  );
}
