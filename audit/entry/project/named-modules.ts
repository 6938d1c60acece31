import path from "node:path";
import { type Fact, factsOf, known, type Place, readStartCommand, unknown } from "../../../domain";
import { flagValue } from "../../../domain/start-command/flag-value";
import { placeAt } from "../../../domain/text-place";
import { isRequired } from "../../readers/python/locked-version";
import { missingName } from "../application-facts";
import type { Chain } from "../chain";
import type { Entry } from "../entry";
import { foldersOfCommands } from "../folders";
import { interpreted } from "../interpreter";
import { startedWords } from "../wrappers";
import { findsBesideAlone } from "./beside-alone";
import { djangoSettings } from "./django-settings";
import { type Missing, type Named, setInManifest, withoutProse } from "./named";
import { fileOfProject, imageOf, type Project, subjectOf } from "./project";
import { mayBeInstalled, moduleOfFolders, pythonModule } from "./python-module";

/** Modules that a worker, an interpreter, a variable, a configuration or the program itself names. */
export function namedModules(project: Project, chain: Chain, entry: Entry): readonly Fact[] {
  const last = chain.steps.at(-1);
  if (last === undefined) return [];
  const place = chain.overrides === undefined ? last.place : project.start.place;
  const words = startedWords(last.text);
  return [
    ...ofWorker(words, chain, place, project),
    ...ofInterpreter(words, chain, place, project),
    ...ofProgram(chain, project),
    ...ofGunicorn(chain, project),
    ...ofFlask(words, chain, project),
    ...djangoSettings(project, chain, entry),
  ].flatMap((named) => {
    const missing = named.missing ?? missingOf(named, project);
    if (missing.known ? missing.value === "nothing" : !isDoubtful(named, project)) return [];
    const { module, attribute = "", place: at } = named;
    return [
      { kind: "application", ...subjectOf(project), place: at, module, attribute, missing, by: "name" },
    ];
  });
}

/** What is not known is said only where all that is built is here, and no list of packages explains it. */
function isDoubtful({ module }: Named, { repository, facts }: Project): boolean {
  const isNative = factsOf(facts, "platform").some(({ runtime }) => runtime === "python");
  return repository.isWhole === true && isNative && !mayBeInstalled(module, repository);
}

function missingOf({ module, attribute, bases, isOwn }: Named, project: Project): Missing {
  const { repository, facts, start } = project;
  const isAlone =
    repository.isWhole === true && start.command.known && findsBesideAlone(project, start.command.value);
  const found = isAlone
    ? moduleOfFolders(module, foldersOfCommands(facts, bases, repository), repository, isOwn === true)
    : pythonModule(module, bases, repository);
  return attribute === undefined || found.file === undefined
    ? found.missing
    : missingName(attribute, found.file, repository);
}

/** Workers that an option names the application or the settings of (docs.celeryq.dev; python-rq.org/docs/workers). */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  celery: ["-A", "--app"],
  rq: ["-c", "--config"],
};

/** `proj.tasks.app` may be a module, or a name in the module before. */
function ofWorker(
  words: readonly string[],
  { end }: Chain,
  place: Place,
  project: Project,
): readonly Named[] {
  if (end.is !== "worker") return [];
  const [program = "", ...given] = words[1] === "-m" ? words.slice(2) : words;
  const name = path.posix.basename(program);
  const flags = OPTIONS[name];
  if (flags === undefined && !/^(?:dramatiq|arq|taskiq|huey_consumer(?:\.py)?)$/.test(name)) return [];
  const folder = flagValue(given, ["--workdir", "--app-dir", "-fsd", "--path"]);
  const bases = project.bases.map((base) => path.posix.join(base, folder ?? ""));
  const reference =
    flags === undefined
      ? given.find((word) => !word.startsWith("-") && word !== "worker")
      : flagValue(given, flags);
  const [, module, attribute] = /^([A-Za-z_]\w*(?:\.\w+)*)(?::(\w+))?$/.exec(reference ?? "") ?? [];
  if (module === undefined) return [];
  const named = { module, place, bases, isOwn: true } as const;
  const whole = missingOf(named, project);
  if (attribute !== undefined)
    return [{ ...named, attribute, missing: missingOf({ ...named, attribute }, project) }];
  const [, before, last] = /^(.*)\.(\w+)$/.exec(module) ?? [];
  if ((whole.known && whole.value === "nothing") || before === undefined || last === undefined)
    return [{ ...named, missing: whole }];
  const inBefore = missingOf({ ...named, module: before, attribute: last }, project);
  if (!inBefore.known) return [{ ...named, missing: whole.known ? unknown<"module">(inBefore.why) : whole }];
  if (inBefore.value === "attribute" && name === "arq")
    return [{ ...named, module: before, attribute: last, missing: inBefore }];
  return [{ ...named, missing: inBefore.value === "nothing" ? known("nothing") : whole }];
}

/** `python -m shop.server` */
function ofInterpreter(
  [program = "", ...rest]: readonly string[],
  { end }: Chain,
  place: Place,
  { bases }: Project,
): readonly Named[] {
  const name = path.posix.basename(program);
  if (!/^(?:open|file)$/.test(end.is) || !/^python[\d.]*$/.test(name)) return [];
  const module = interpreted(rest, name)?.module;
  return module === undefined ? [] : [{ module, place, bases }];
}

/** `uvicorn.run("main:app")` in the file that is started, whose folder is where modules are looked for. */
function ofProgram({ end }: Chain, { repository, bases }: Project): readonly Named[] {
  const [file] = end.is === "file" ? end.files : [];
  const text = file?.endsWith(".py") === true ? repository.text(file) : undefined;
  if (file === undefined || text === undefined || /\bsys\.path\b|\bos\.chdir\b|\bapp_dir\b/.test(text))
    return [];
  const call =
    /\b(?:uvicorn\.(?:run|Config)|Granian)\(\s*(?:(?:app|target)\s*=\s*)?["']([A-Za-z_][\w.]*):(\w+)["']/g;
  return [...withoutProse(text).matchAll(call)].map(({ index, 1: module = "", 2: attribute = "" }) => ({
    module,
    attribute,
    place: placeAt(file, text, index),
    bases: [...new Set([path.posix.dirname(file), ...bases])],
  }));
}

/** docs.gunicorn.org/en/stable/settings.html: wsgi_app, which the command's own application replaces. */
function ofGunicorn(
  { application, settings, steps }: Chain,
  { repository, bases }: Project,
): readonly Named[] {
  const [file] = settings;
  const text = file === undefined ? undefined : repository.text(file);
  const isGunicorn = readStartCommand(steps.at(-1)?.text ?? "")?.program === "gunicorn";
  if (file === undefined || text === undefined || application !== undefined || !isGunicorn) return [];
  const [found, ...more] = withoutProse(text).matchAll(/^wsgi_app\s*=\s*["']([\w.]+)(?::(\w+)[^"']*)?["']/gm);
  if (found === undefined || more.length > 0 || /^(?:chdir|pythonpath)\s*=|\bsys\.path\b/m.test(text))
    return [];
  const [, module = "", attribute] = found;
  const named = { module, place: placeAt(file, text, found.index), bases };
  return [attribute === undefined ? named : { ...named, attribute }];
}

/** flask.palletsprojects.com/en/stable/cli: application discovery, environment variables from dotenv. */
function ofFlask(words: readonly string[], { end }: Chain, project: Project): readonly Named[] {
  const { facts, bases, repository } = project;
  const at = words.findIndex((word) => path.posix.basename(word) === "flask");
  const given = words.slice(at + 1);
  if (end.is !== "server" || at < 0) return [];
  const option = flagValue(given, ["--app", "-A"]);
  const set = setInManifest("FLASK_APP", facts);
  const stated = factsOf(facts, "variable").some(({ name }) => name === "FLASK_APP");
  const values =
    option === undefined
      ? stated
        ? set
        : ofFlaskFile(project)
      : [{ value: option, place: project.start.place }];
  return values.flatMap(({ value, place }): readonly Named[] => {
    const [, module, file, attribute] = /^([\w./]+?)(\.py)?(?::(\w+).*)?$/.exec(value) ?? [];
    if (module === undefined || module.startsWith("/")) return [];
    const plain = module.replace(/^\.\//, "");
    const named = { module: plain.replaceAll("/", "."), place, bases, isOwn: true } as const;
    // No package that is installed is a file of this folder.
    const isLacking =
      file !== undefined &&
      repository.named(`${path.posix.basename(plain)}.py`).length === 0 &&
      bases.every((base) => repository.lacks(path.posix.join(base, `${plain}.py`)));
    if (isLacking && !WRITES.test(imageOf(project)?.text ?? ""))
      return [{ ...named, missing: known("module") }];
    return [attribute === undefined ? named : { ...named, attribute }];
  });
}

/** An image may write a file, or have it from elsewhere. */
const WRITES = /^\s*(?:RUN\b[^\n]*\.py\b|ADD\s+(?:https?:|git@)|COPY\s+[^\n]*\.py\b)/m;

/** What flask loads by itself, where python-dotenv is installed. */
function ofFlaskFile(project: Project): readonly { value: string; place: Place }[] {
  const { file, text = "" } = fileOfProject(project, ".flaskenv") ?? {};
  const found = /^\s*(?:export\s+)?FLASK_APP\s*=\s*["']?([\w./:]+)["']?\s*$/m.exec(text);
  if (file === undefined || found === null || !isRequired(project.repository, "python-dotenv")) return [];
  return [{ value: found[1] ?? "", place: placeAt(file, text, found.index) }];
}
