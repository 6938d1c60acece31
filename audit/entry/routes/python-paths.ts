import path from "node:path";
import { factsOf } from "../../../domain";
import { ModuleGraph } from "../../readers/code/module-graph";
import { PYTHON_LANGUAGE } from "../../readers/python/language";
import type { Chain } from "../chain";
import { setInManifest } from "../project/named";
import type { Project } from "../project/project";
import { djangoRoutes, type FindModule } from "./django-routes";
import { fastapiRoutes } from "./fastapi-routes";
import { flaskRoutes } from "./flask-routes";
import { modulesOf } from "./read-modules";
import { followed } from "./routers";

/** The paths of what a Python server loads. */
export function pathsOfPython(
  project: Project,
  { application, steps }: Chain,
  files: readonly string[],
): readonly string[] | undefined {
  const { repository, facts } = project;
  const [file] = application?.files ?? [];
  const attribute = application?.attribute;
  const isMoved =
    steps.some((step) => /--root-path|SCRIPT_NAME/.test(step.text)) ||
    factsOf(facts, "variable").some(({ name }) => name === "SCRIPT_NAME");
  const text = file === undefined ? undefined : repository.text(file);
  if (file === undefined || text === undefined || isMoved) return undefined;
  if (MAKES_DJANGO.test(text))
    return attribute === undefined || attribute === "application"
      ? pathsOfDjango(project, steps, text)
      : undefined;
  const read = modulesOf(repository, PYTHON_LANGUAGE, files, /FastAPI|\bFlask\b/);
  const module = read?.graph.module({ path: file, text });
  if (read === undefined || module === undefined) return undefined;
  if (!read.says("FastAPI")) return followed(() => flaskRoutes(module, attribute, read.modules));
  return attribute === undefined ? undefined : followed(() => fastapiRoutes(module, attribute, read.modules));
}

/** A file of Django's that makes the application, and wraps it in nothing (docs.djangoproject.com: How to deploy with WSGI). */
const MAKES_DJANGO = /^application\s*=\s*get_[wa]sgi_application\(\)\s*$/m;
const NAME = "DJANGO_SETTINGS_MODULE";
const SETS =
  /os\.environ(?:\.setdefault\(\s*|\[\s*)["']DJANGO_SETTINGS_MODULE["']\s*(?:,|\]\s*=)\s*["']([\w.]+)["']/;

function pathsOfDjango(
  { repository, facts, bases }: Project,
  steps: Chain["steps"],
  text: string,
): readonly string[] | undefined {
  if (steps.some((step) => step.text.includes(NAME)) || (text.match(/\bapplication\s*=/g)?.length ?? 0) > 1)
    return undefined;
  const isSet = factsOf(facts, "variable").some(({ name }) => name === NAME);
  const [set] = setInManifest(NAME, facts);
  const name = isSet ? set?.value : SETS.exec(text)?.[1];
  const graph = ModuleGraph.of(repository, PYTHON_LANGUAGE);
  const find: FindModule = (wanted) => {
    const plain = wanted.replaceAll(".", "/");
    const found = bases
      .flatMap((base) => [`${plain}.py`, `${plain}/__init__.py`].map((end) => path.posix.join(base, end)))
      .find((one) => repository.has(one));
    const code = found === undefined ? undefined : repository.text(found);
    return found === undefined || code === undefined ? undefined : graph.module({ path: found, text: code });
  };
  const settings = name === undefined ? undefined : find(name);
  return settings && followed(() => djangoRoutes(settings, find));
}
