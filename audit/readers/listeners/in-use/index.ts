/** What of a file is part of the program that is deployed, and where that depends on something. */
import type { Repository } from "../../../reader";
import type { SourceFile } from "../../../walk/source-file";
import { environmentOfSettings } from "../kestrel";
import { type Blanked, blank, blanked } from "./blanked";
import { BraceConditions } from "./brace-conditions";
import { csharpParts } from "./csharp-symbols";
import { endConditions } from "./end-conditions";
import { isLeftOut } from "./go-constraints";
import { meaningOf } from "./meanings";
import { type Part, rustParts } from "./rust-attributes";
import { documentConditions, withoutReplaced } from "./spring-documents";
import { together, type When } from "./when";

/** A file without what is no part of the program; each line and column is as it was. */
export interface CodeInUse extends SourceFile {
  /** When what is at an index runs. */
  when(at: number): When;
}

export function codeInUse(file: SourceFile, repository: Repository): CodeInUse {
  const { path, text } = file;
  if (/\.exs?$|\.rb$/.test(path)) return { ...file, when: endConditions(path, text) };
  if (/\.(?:properties|ya?ml)$/.test(path))
    return { path, text: withoutReplaced(text), when: documentConditions(path, text) };
  if (/\.go$/.test(path) && isLeftOut(path, text, repository)) return { path, text: "", when: () => "never" };
  const parts = blanked(path, text);
  if (parts === undefined) return { ...file, when: () => environmentOfSettings(path) ?? "always" };
  const conditional = conditionalParts(path, parts, repository);
  const out = conditional.filter(({ why }) => why === undefined);
  let braces: BraceConditions | undefined;
  return {
    path,
    text: without(parts.code, out),
    when(at) {
      const compiled = conditional.flatMap(({ from, to, why }): readonly When[] =>
        why !== undefined && from <= at && at < to ? [{ why }] : [],
      );
      braces ??= new BraceConditions(parts, meaningOf(path, text, repository), !/\.(?:rs|go)$/.test(path));
      return together([...compiled, braces.at(at)]);
    },
  };
}

function conditionalParts(path: string, parts: Blanked, repository: Repository): readonly Part[] {
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
