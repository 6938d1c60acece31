import path from "node:path";
import type { WantedVariableFact } from "../../domain";
import type { Repository } from "../reader";
import { fileOf } from "../services/service-folders";
import type { Entry } from "./entry";

/** A setting that holds PORT: `port: Number(process.env.PORT)`, `PORT = os.environ["PORT"]`, `exports.port = …`. */
const HOLDS = /(?:^|[\s{,(.])([A-Za-z_]\w*)["']?\s*(?::\s*[\w.[\]| ]+)?\s*[:=](?![=:])[^,=:{]*\bPORT\b/;
/** The line of a module's own names, or that begins what it exports as one. */
const TOP =
  /^(?:export\s+default\s*\{|module\.exports\s*=\s*\{|(?:export\s+)?(?:const|let|var)\s+\w+\s*=\s*(?!\{)|(?:module\.)?exports\.\w+\s*=|[A-Za-z_]\w*(?:\s*:\s*\w+)?\s*=(?!=))/;

/**
 * Whether the service's code listens on PORT: `opened` where code does so that is read, `none` where PORT is a setting
 * of a file that nothing asks for, and otherwise not known.
 */
export function useOfPort(
  takes: readonly WantedVariableFact[],
  entries: readonly Entry[],
  repository: Repository,
): "opened" | "none" | "unknown" {
  if (takes.some(({ opens }) => opens === true)) return "opened";
  const reached = new Set(entries.flatMap(({ reach }) => [...(reach?.files ?? [])]));
  const isWhole = entries.every(({ reach }) => reach?.open.length === 0);
  const isUnused = takes.every((fact) => isUnusedSetting(fact, reached, repository));
  return isWhole && isUnused ? "none" : "unknown";
}

function isUnusedSetting(
  fact: WantedVariableFact,
  reached: ReadonlySet<string>,
  repository: Repository,
): boolean {
  const file = fileOf(fact);
  const own = repository.text(file) ?? "";
  const line = fact.place.source === "file" ? (own.split("\n")[(fact.place.line ?? 1) - 1] ?? "") : "";
  const name = HOLDS.exec(line)?.[1];
  if (name === undefined || named(own.replace(line, ""), name)) return false;
  const before = own.slice(0, own.indexOf(line)).split("\n");
  const isTop = TOP.test(/^\s/.test(line) ? (before.findLast((one) => /^\S/.test(one)) ?? "") : line);
  return [...reached].every((other) => {
    const text = other === file ? "" : (repository.text(other) ?? "");
    return !named(text, name) && !givesWhole(text, file, isTop);
  });
}

/** Whether a text asks for a name: as a key of its own, `port: 3000` and `port=3000`, it does not. */
function named(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b(?!["']?\\s*[:=](?!=))`).test(text);
}

/**
 * Whether a text hands on all that a file exports, or asks for it by a computed name.
 *
 * @param isTop whether the setting is a name of the file's own: then its other names do not hold it
 */
function givesWhole(text: string, file: string, isTop: boolean): boolean {
  const base = path.posix.basename(file).replace(/\.\w+$/, "");
  const module =
    base === "index" || base === "__init__" ? path.posix.basename(path.posix.dirname(file)) : base;
  const imports = text
    .split("\n")
    .filter((line) => /\b(?:import|require|from)\b/.test(line) && line.includes(module));
  const rest = imports.reduce((left, line) => left.replace(line, ""), text);
  if (imports.some((line) => !PLAIN.test(line) && !(isTop && OF_SEVERAL_LINES.test(line)))) return true;
  const names = imports.flatMap((line) =>
    /\*(?!\s*as\b)/.test(line) || /^\s*export\b/.test(line) ? [""] : (bound(line, isTop).match(NAMES) ?? []),
  );
  return names.some(
    (one) =>
      one === "" ||
      new RegExp(`(?<![\\w"'/-]|[^.]\\.)${one}\\b(?!\\s*(?:\\.\\s*\\w|["'\\w-]))(?!\\(\\.)`).test(rest),
  );
}

/** An import that binds names on its one line, and does nothing else with the file. */
const PLAIN =
  /^\s*(?:(?:const|let|var)\s+[\w\s{},:]+=\s*require\([^()]*\)(?:\.\w+)?|import\s+[\w\s{},*]+\sfrom\s+["'][^"']*["'][^()]*|(?:from\s+[\w.]+\s+)?import\s+[\w\s.,*]+)\s*;?\s*(?:(?:#|\/\/).*)?$/;
/** The first or the last line of one that picks names on several. */
const OF_SEVERAL_LINES = /^\s*(?:\}\s*from\s+["'][^"']*["']\s*;?|from\s+[\w.]+\s+import\s*\()\s*$/;

/** The words of an import that are no names. */
const NAMES = /\b(?!(?:const|let|var|import|from|require|as|export|await|type|js|ts|mjs|cjs)\b)[A-Za-z_]\w*/g;

/** An import without the names that it picks of a file. */
function bound(line: string, isTop: boolean): string {
  return isTop ? line.replace(/\{[^}]*\}/, "").replace(/^(\s*from\s+\S+\s+import)\s.*$/, "$1") : line;
}
