import { type Fact, factsOf } from "../../../domain";
import { ModuleGraph } from "../../readers/code/module-graph";
import { JAVASCRIPT_LANGUAGE } from "../../readers/javascript/language";
import { PYTHON_LANGUAGE } from "../../readers/python/language";
import type { Chain } from "../chain";
import type { Entry } from "../entry";
import { type Project, subjectOf } from "../project/project";
import { startsOf } from "../starts-of";
import { expressRoutes } from "./express-routes";
import { fastapiRoutes } from "./fastapi-routes";
import { nestRoutes } from "./nest-routes";

/** The paths that the started application answers, where all of its code is followed. */
export function routeFacts(project: Project, chain: Chain, { reach }: Entry): readonly Fact[] {
  const { facts, start } = project;
  const isAsked = factsOf(facts, "health-check").some(({ path }) => path.known && path.value !== "/");
  if (!isAsked || chain.isFront === true || reach === undefined || reach.open.length > 0) return [];
  if (startsOf(facts).length !== 1) return [];
  const paths = pathsOfChain(project, chain, [...reach.files]);
  return paths === undefined ? [] : [{ kind: "routes", ...subjectOf(project), place: start.place, paths }];
}

function pathsOfChain(
  { repository }: Project,
  { end, application, steps }: Chain,
  files: readonly string[],
): readonly string[] | undefined {
  const texts = files.map((path) => ({ path, text: repository.text(path) ?? "" }));
  if (end.is === "server") {
    const [file] = application?.files ?? [];
    const python = ModuleGraph.of(repository, PYTHON_LANGUAGE);
    const text = file === undefined ? undefined : repository.text(file);
    const hasRoot = steps.some((step) => /--root-path/.test(step.text));
    if (file === undefined || text === undefined || application?.attribute === undefined || hasRoot)
      return undefined;
    const module = python.module({ path: file, text });
    const modules = texts
      .filter(({ path }) => PYTHON_LANGUAGE.accepts(path))
      .map((source) => python.module(source));
    if (module === undefined || !modules.every((one) => one !== undefined)) return undefined;
    return fastapiRoutes(module, application.attribute, modules);
  }
  if (end.is !== "file") return undefined;
  const javaScript = ModuleGraph.of(repository, JAVASCRIPT_LANGUAGE);
  const sources = texts.filter(({ path }) => JAVASCRIPT_LANGUAGE.accepts(path) && !path.endsWith(".json"));
  const modules = sources.map((source) => javaScript.module(source));
  if (modules.length === 0 || !modules.every((one) => one !== undefined)) return undefined;
  return sources.some(({ text }) => text.includes("NestFactory"))
    ? nestRoutes(modules)
    : expressRoutes(modules);
}
