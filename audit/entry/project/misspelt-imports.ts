import type { Fact } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import { ModuleGraph } from "../../readers/code/module-graph";
import { JAVASCRIPT_LANGUAGE } from "../../readers/javascript/language";
import { PYTHON_LANGUAGE } from "../../readers/python/language";
import type { Entry } from "../entry";
import { type Project, patternOf, subjectOf } from "./project";

const ENDINGS = [".ts", ".tsx", ".js", ".mjs", ".cjs", ".mts", ".cts", ".jsx"];

/** Imports of own files that the service loads, and that only another spelling of the file's name would find. */
export function misspeltImports(project: Project, entry: Entry): readonly Fact[] {
  const { repository } = project;
  const all = [...(entry.reach?.files ?? [])];
  const javaScript = all.filter((file) => JAVASCRIPT_LANGUAGE.accepts(file));
  const python = all.filter((file) => PYTHON_LANGUAGE.accepts(file));
  return [
    ...misspelt(
      project,
      ENDINGS,
      javaScript.length === 0 ? [] : ModuleGraph.of(repository, JAVASCRIPT_LANGUAGE).unresolved(javaScript),
    ),
    ...misspelt(
      project,
      [".py"],
      (python.length === 0 ? [] : ModuleGraph.of(repository, PYTHON_LANGUAGE).unresolved(python)).map(
        ({ wanted: { level, module }, ...lost }) => ({
          ...lost,
          wanted: `${".".repeat(level)}${module.join(".")}`,
          // Of packages that are installed too the first name has to be a folder's own.
          exact: level > 0 ? "" : (module[0] ?? ""),
        }),
      ),
    ),
  ];
}

interface Lost {
  readonly file: string;
  readonly wanted: string;
  readonly targets: readonly string[];
  /** A folder on the way that must be written as it is. */
  readonly exact?: string;
}

function misspelt(project: Project, endings: readonly string[], lost: readonly Lost[]): readonly Fact[] {
  if (lost.length === 0) return [];
  const { repository } = project;
  const spelt = new Map(
    endings.flatMap((ending) => repository.ending(ending)).map((file) => [file.toLowerCase(), file]),
  );
  return lost.flatMap(({ file, wanted, targets, exact = "" }): readonly Fact[] => {
    const actual = targets
      .map((target) => spelt.get(target.toLowerCase()))
      .find((found) => found !== undefined && (exact === "" || found.split("/").includes(exact)));
    if (actual === undefined) return [];
    const text = repository.text(file) ?? "";
    const written = patternOf(wanted);
    const at = text.search(
      new RegExp(`["'\`]${written}["'\`]|(?<=^[ \\t]*(?:from|import)[ \\t]+)${written}(?![\\w.])`, "m"),
    );
    return [
      {
        kind: "misspelt-import",
        ...subjectOf(project),
        place: placeAt(file, text, Math.max(0, at)),
        wanted,
        file: actual,
      },
    ];
  });
}
