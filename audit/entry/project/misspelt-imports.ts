import type { Fact } from "../../../domain";
import { ModuleGraph } from "../../readers/code/module-graph";
import { JAVASCRIPT_LANGUAGE } from "../../readers/javascript/language";
import type { Entry } from "../entry";
import { type Project, placeAt, subjectOf } from "./project";

const ENDINGS = [".ts", ".tsx", ".js", ".mjs", ".cjs", ".mts", ".cts", ".jsx"];

/** Relative imports of JavaScript that the service loads, and that only another spelling of the file's name would find. */
export function misspeltImports(project: Project, entry: Entry): readonly Fact[] {
  const { repository } = project;
  const files = [...(entry.reach?.files ?? [])].filter((file) => JAVASCRIPT_LANGUAGE.accepts(file));
  if (files.length === 0) return [];
  const lost = ModuleGraph.of(repository, JAVASCRIPT_LANGUAGE).unresolved(files);
  if (lost.length === 0) return [];
  const spelt = new Map(
    ENDINGS.flatMap((ending) => repository.ending(ending)).map((file) => [file.toLowerCase(), file]),
  );
  return lost.flatMap(({ file, wanted, targets }): readonly Fact[] => {
    const actual = targets
      .map((target) => spelt.get(target.toLowerCase()))
      .find((found) => found !== undefined);
    if (actual === undefined) return [];
    const text = repository.text(file) ?? "";
    const at = Math.max(
      0,
      text.search(new RegExp(`["'\`]${wanted.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}["'\`]`)),
    );
    return [
      {
        kind: "misspelt-import",
        ...subjectOf(project),
        place: placeAt(file, text, at),
        wanted,
        file: actual,
      },
    ];
  });
}
