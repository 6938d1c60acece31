import { truthOf } from "../../../../domain/truth";
import type { Repository } from "../../../reader";
import { isRelease } from "./builds";
import type { Part } from "./rust-attributes";

/** What `#if` leaves out of a program (learn.microsoft.com/dotnet/csharp: preprocessor directives). */
export function csharpParts(code: string, repository: Repository): readonly Part[] {
  const release = isRelease("cs", repository);
  const of = (name: string): boolean | undefined => {
    if (name === "true" || name === "false") return name === "true";
    if (name === "DEBUG") return release === undefined ? undefined : !release;
    if (name === "RELEASE") return release;
    return undefined;
  };
  const parts: Part[] = [];
  const open: {
    readonly before: (boolean | undefined)[];
    from: number;
    truth: boolean | undefined;
    words: string;
  }[] = [];
  const close = (to: number): void => {
    const branch = open.at(-1);
    if (branch === undefined || branch.truth === true) return;
    const why = `it is compiled only where \`#${branch.words}\` says so`;
    parts.push({ from: branch.from, to, ...(branch.truth === undefined && { why }) });
  };
  for (const match of code.matchAll(/^[ \t]*#[ \t]*(if|elif|else|endif)\b([^\n]*)/gm)) {
    const [line, word = "", condition = ""] = match;
    const from = match.index + line.length;
    const words = `${word}${condition}`.trim().slice(0, 60);
    const branch = open.at(-1);
    if (word === "if") {
      const truth = truthOf(condition, of);
      open.push({ before: [truth], from, truth, words });
      continue;
    }
    close(match.index);
    if (word === "endif") open.pop();
    else if (branch !== undefined) {
      const own = word === "else" ? true : truthOf(condition, of);
      branch.truth = after(branch.before, own);
      branch.before.push(own);
      branch.from = from;
      branch.words = words;
    }
  }
  return parts;
}

/** A branch counts where none before it did. */
function after(before: readonly (boolean | undefined)[], own: boolean | undefined): boolean | undefined {
  if (before.includes(true) || own === false) return false;
  return before.includes(undefined) ? undefined : own;
}
