import { every, negated, some, type Truth, truthOf } from "../../../../domain/truth";
import type { Repository } from "../../../reader";
import { isRelease } from "./builds";
import type { Part } from "./rust-attributes";

/** What `#if` leaves out of a program (learn.microsoft.com/dotnet/csharp: preprocessor directives). */
export function csharpParts(code: string, repository: Repository): readonly Part[] {
  const release = isRelease("cs", repository);
  const of = (name: string): Truth => {
    if (name === "true" || name === "false") return name === "true";
    if (name === "DEBUG") return negated(release);
    return name === "RELEASE" ? release : undefined;
  };
  const parts: Part[] = [];
  const open: {
    readonly before: Truth[];
    from: number;
    truth: Truth;
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
      // A branch counts where none before it did.
      branch.truth = every([negated(some(branch.before)), own]);
      branch.before.push(own);
      branch.from = from;
      branch.words = words;
    }
  }
  return parts;
}
