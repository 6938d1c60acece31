import { type Fact, factsOf } from "../../../domain";
import type { Repository } from "../../reader";
import type { ParsedModule } from "../../readers/code/module";
import { type Language, ModuleGraph } from "../../readers/code/module-graph";
import { JAVASCRIPT_LANGUAGE } from "../../readers/javascript/language";
import { PYTHON_LANGUAGE } from "../../readers/python/language";
import type { Chain } from "../chain";
import type { Entry } from "../entry";
import { type Project, subjectOf } from "../project/project";
import { startsOf } from "../starts-of";
import { expressRoutes } from "./express-routes";
import { fastapiRoutes } from "./fastapi-routes";
import { nestRoutes } from "./nest-routes";
import { followed } from "./routers";

/** The paths that the started application answers, where all of its code is followed. */
export function routeFacts(project: Project, chain: Chain, { reach }: Entry): readonly Fact[] {
  const { facts, start } = project;
  const asked = factsOf(facts, "health-check").flatMap(({ path }) =>
    path.known && path.value !== undefined && path.value !== "/" ? path.value : [],
  );
  if (
    asked.length === 0 ||
    asked.some((one) => isFile(one, project)) ||
    chain.isFront === true ||
    reach === undefined ||
    reach.open.length > 0
  )
    return [];
  if (startsOf(facts).length !== 1) return [];
  const paths = pathsOfChain(project, chain, [...reach.files]);
  // An application without any route of its own gets them from a place that is not seen.
  return paths === undefined || paths.length === 0
    ? []
    : [{ kind: "routes", ...subjectOf(project), place: start.place, paths }];
}

/** A page of the name may be answered as a file. */
function isFile(asked: string, { repository }: Project): boolean {
  const name = asked.replace(/\?.*$/, "").split("/").at(-1) ?? "";
  return ["", ".html", ".json", ".txt"].some((end) => repository.named(`${name}${end}`).length > 0);
}

function pathsOfChain(
  project: Project,
  { end, application, steps }: Chain,
  files: readonly string[],
): readonly string[] | undefined {
  const { repository } = project;
  if (end.is === "server") {
    const [file] = application?.files ?? [];
    const attribute = application?.attribute;
    const hasRoot = steps.some((step) => /--root-path/.test(step.text));
    if (file === undefined || attribute === undefined || hasRoot) return undefined;
    const read = modulesOf(repository, PYTHON_LANGUAGE, files, /FastAPI/);
    const text = read === undefined ? undefined : repository.text(file);
    const module = text === undefined ? undefined : read?.graph.module({ path: file, text });
    if (read === undefined || module === undefined) return undefined;
    return followed(() => fastapiRoutes(module, attribute, read.modules));
  }
  if (end.is !== "file") return undefined;
  const code = files.filter((path) => !path.endsWith(".json"));
  const read = modulesOf(repository, JAVASCRIPT_LANGUAGE, code, /express|NestFactory/);
  if (read === undefined) return undefined;
  return followed(() => (read.says("NestFactory") ? nestRoutes(read.modules) : expressRoutes(read.modules)));
}

/** The modules of some files, where each of them is read and one names the framework; a parser's work for no other. */
function modulesOf<Module extends ParsedModule, Wanted>(
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
