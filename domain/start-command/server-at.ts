import { endsAlone } from "./run";
import type { Server } from "./server";
import { SERVERS } from "./servers";

/** Behind these a word is the name of a command. */
const BEFORE = /^(?:npx|bunx|pnpx|pnpm|yarn|npm|bun|exec|dlx|x|--|-y|--yes|env|cross-env|\w+=.*)$/;

const RUNTIME = /^(?:.*\/)?(?:node|bun)$|^-/;

/** The server that the word at an index starts: `next build` serves nothing, and is no server's command. */
export function serverAt(words: readonly string[], index: number): Server | undefined {
  const name = words[index]?.split("/").at(-1) ?? "";
  const behind = words.slice(index + 1);
  return SERVERS.find(({ names, servingWords, optionsBefore, leading, ownFile }) => {
    if (ownFile !== undefined && RUNTIME.test(words[index - 1] ?? "") && ownFile.test(words[index] ?? ""))
      return true;
    if (!names.includes(name)) return false;
    if (
      leading === true &&
      (name !== words[index] || !words.slice(0, index).every((word) => BEFORE.test(word)))
    )
      return false;
    const after = optionsBefore === undefined ? behind : withoutOptions(behind, optionsBefore);
    return servingWords?.some((word) => stands(word, after)) ?? true;
  });
}

/** The first word of a command that starts a server, by its index; -1 where none does. */
export function findServer(words: readonly string[]): { readonly at: number; readonly server?: Server } {
  if (endsAlone(words)) return { at: -1 };
  for (const at of words.keys()) {
    const server = serverAt(words, at);
    if (server !== undefined) return { at, server };
  }
  return { at: -1 };
}

function withoutOptions(words: readonly string[], valued: readonly string[]): readonly string[] {
  let index = 0;
  while (words[index]?.startsWith("-") === true) index += valued.includes(words[index] ?? "") ? 2 : 1;
  return words.slice(index);
}

function stands(word: string | RegExp, [next = "", ...rest]: readonly string[]): boolean {
  if (word instanceof RegExp) return word.test(next);
  if (word === "") return next === "" || /^--?\w/.test(next);
  return word.includes(" ") ? word === `${next} ${rest[0] ?? ""}` : word === next;
}
