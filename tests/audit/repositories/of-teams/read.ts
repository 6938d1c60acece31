import { readFileSync } from "node:fs";
import path from "node:path";
import type { SmallRepository } from "../repository";

/** A repository of a list, with what must be found in it: any of the places, each `rule file:line`. */
export interface RepositoryOfTeam extends SmallRepository {
  readonly anyOf: readonly string[];
}

const RULE_FIRST = /^[a-z-]+\/[a-z0-9-]+ /;
const ASKED = /^(\S+) (\S+)(?: <<(.*)>>)?$/;

/** The line of a text, counted from 1, of the first that holds the words. */
function lineOf(file: string, content: string | undefined, words: string): number {
  const at = (content ?? "").split("\n").findIndex((line) => line.includes(words));
  if (at === -1) throw new Error(`${file} holds no ${words}`);
  return at + 1;
}

function repository(text: string): RepositoryOfTeam {
  const [head = "", ...parts] = text.split(/^--- (?=\S)/m);
  const [name = "", ...notes] = head.split("\n");
  const files = Object.fromEntries(
    parts.map((part) => {
      const end = part.indexOf("\n");
      return end === -1 ? [part, ""] : [part.slice(0, end), part.slice(end + 1)];
    }),
  );
  let rule = "";
  const anyOf = notes
    .filter((note) => note.startsWith("finds "))
    .flatMap((note) => note.slice("finds ".length).split(" | "))
    .map((one) => {
      const asked = ASKED.exec(RULE_FIRST.test(one) ? one : `${rule} ${one}`);
      if (asked === null) throw new Error(`${name}: ${one}`);
      const [, named = "", file = "", words] = asked;
      rule = named;
      return words === undefined
        ? `${named} ${file}:`
        : `${named} ${file}:${lineOf(file, files[file], words)}`;
    });
  return { name: name.trim(), files, anyOf, isWhole: true };
}

/** The repositories of a list: `=== name`, notes, then `--- file` and its content for each file. */
export const repositoriesOf = (list: string): readonly RepositoryOfTeam[] =>
  readFileSync(path.join(__dirname, `${list}.txt`), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map(repository);
