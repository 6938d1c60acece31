import type { Repository } from "../../reader";
import type { ParsedModule } from "../../readers/code/module";
import { type Language, ModuleGraph } from "../../readers/code/module-graph";

/** The modules of some files, where each of them is read and one names the framework; a parser's work for no other. */
export function modulesOf<Module extends ParsedModule, Wanted>(
  repository: Repository,
  language: Language<Module, Wanted>,
  files: readonly string[],
  framework: RegExp,
) {
  const sources = files
    .filter((path) => language.accepts(path))
    .map((path) => ({ path, text: repository.text(path) ?? "" }));
  if (!sources.some(({ text }) => framework.test(text))) return undefined;
  const graph = ModuleGraph.of(repository, language);
  const modules = sources.map((source) => graph.module(source));
  if (!modules.every((one) => one !== undefined)) return undefined;
  return { graph, modules, says: (word: string) => sources.some(({ text }) => text.includes(word)) };
}
