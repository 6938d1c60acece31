/** What of a file is part of the program that is deployed, and where that depends on something. */
import type { Repository } from "../../../reader";
import type { SourceFile } from "../../../walk/source-file";
import { blank, blanked } from "./blanked";
import { csharpParts } from "./csharp-symbols";
import { isLeftOut } from "./go-constraints";
import { type Part, rustParts } from "./rust-attributes";

/** A file without what is no part of the program; each line and column is as it was. */
export interface CodeInUse extends SourceFile {
  /** Why it is not known whether what is at an index is part of the program; undefined where it is. */
  why(at: number): string | undefined;
}

export function codeInUse(file: SourceFile, repository: Repository): CodeInUse {
  const { path, text } = file;
  if (/\.go$/.test(path) && isLeftOut(path, text, repository))
    return { path, text: "", why: () => undefined };
  const parts = blanked(path, text);
  if (parts === undefined) return { ...file, why: () => undefined };
  const conditional = conditionalParts(path, parts, repository);
  const out = conditional.filter(({ why }) => why === undefined);
  return {
    path,
    text: without(parts.code, out),
    why: (at) => conditional.find(({ from, to, why }) => why !== undefined && from <= at && at < to)?.why,
  };
}

function conditionalParts(
  path: string,
  parts: NonNullable<ReturnType<typeof blanked>>,
  repository: Repository,
): readonly Part[] {
  if (path.endsWith(".rs")) return rustParts(parts, repository);
  return path.endsWith(".cs") ? csharpParts(parts.code, repository) : [];
}

function without(code: string, parts: readonly Part[]): string {
  let text = "";
  let at = 0;
  for (const { from, to } of parts) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    text += code.slice(at, start) + blank(code.slice(start, to));
    at = to;
  }
  return text + code.slice(at);
}
