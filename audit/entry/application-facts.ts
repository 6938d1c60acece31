import path from "node:path";
import { type Fact, factsOf, known, type StartCommandFact, unknown } from "../../domain";
import { sameSubject } from "../../domain/stated";
import type { Repository } from "../reader";
import { ModuleGraph } from "../readers/code/module-graph";
import { PYTHON_LANGUAGE } from "../readers/python/language";
import type { Application } from "./application";
import { otherForm } from "./application-form";
import type { Chain } from "./chain";
import { foldersOfCommands } from "./folders";
import { importedPackages } from "./imported-packages";
import { findsBesideAlone } from "./project/beside-alone";
import { mayWrite } from "./project/missing-files";
import { requirementFacts } from "./requirements";

/** What the end of a chain says of the application that a Python server loads, and of the server's own package. */
export function applicationFacts(
  start: StartCommandFact,
  chain: Chain,
  bases: readonly string[],
  repository: Repository,
  facts: readonly Fact[],
): readonly Fact[] {
  const last = chain.steps.at(-1);
  if (chain.end.is !== "server" || last === undefined) return [];
  const subject = sameSubject(start);
  const place = chain.overrides === undefined ? last.place : start.place;
  const { application } = chain;
  const isAlone = installsNothingOwn(start, chain, bases, repository, facts);
  const [file] = application?.files ?? [];
  const other =
    application === undefined || isAlone
      ? undefined
      : otherForm(application, last.text, start, bases, repository, facts);
  return [
    ...importedPackages(start, chain.end.files, bases, repository).map((one) => ({
      ...one,
      ...subject,
      place,
    })),
    ...requirementFacts(start, last.text, bases, repository).map((one) => ({ ...one, ...subject, place })),
    ...(application?.attribute === undefined
      ? []
      : [
          {
            kind: "application",
            ...subject,
            place,
            module: application.module,
            attribute: application.attribute,
            ...(isAlone && file !== undefined && { elsewhere: path.posix.relative(bases[0] ?? "", file) }),
            missing: missingOf(application, isAlone ? [] : application.files, repository, facts, isAlone),
            ...(other !== undefined && { otherForm: other }),
          } as const,
        ]),
  ];
}

function missingOf(
  { attribute = "", module }: Application,
  [file]: readonly string[],
  repository: Repository,
  facts: readonly Fact[],
  isAlone: boolean,
) {
  if (file !== undefined) return missingName(attribute, file, repository);
  if (repository.has(".gitmodules")) return unknown<"module">(SUBMODULE);
  if (mayBeMade(module, facts)) return unknown<"module">(MADE);
  return isForeign(module, repository, isAlone) ? unknown<"module">(INSTALLED) : known("module" as const);
}

/** Whether a platform's build may write the module: a team writes by itself what has one of its own names, unless a build names it. */
function mayBeMade(module: string, facts: readonly Fact[]): boolean {
  const [first = ""] = module.split(".");
  return factsOf(facts, "platform-command").some(({ by, command }) => {
    if (by !== "build command") return false;
    if (!command.known) return true;
    return mayWrite(command.value) && (!OWN.test(module) || new RegExp(`\\b${first}\\b`).test(command.value));
  });
}

/** Whether a file has a name, such as that of an application's object. */
export function missingName(attribute: string, file: string, repository: Repository) {
  const name = attribute.split(".")[0] ?? attribute;
  const text = repository.text(file) ?? "";
  const open = /^\s*from\s+\S+\s+import\s+\*/m.test(text) || /\bglobals\(\)|__getattr__/.test(text);
  if (open) return unknown<"attribute">(UNREAD);
  // A name that is imported, bound twice or under a condition is one too.
  if (new RegExp(`\\b${name}\\b`).test(text.replaceAll(/#.*$/gm, ""))) return known("nothing" as const);
  const parsed = ModuleGraph.of(repository, PYTHON_LANGUAGE).module({ path: file, text });
  return parsed === undefined ? unknown<"attribute">(UNREAD) : known("attribute" as const);
}

const UNREAD = "its names cannot all be read";
const SUBMODULE = "the module may be a submodule's";
const MADE = "the build may write the module";
const INSTALLED = "the module may be one of a package that is installed";

/** Whether a module may come from a package that is installed. */
function isForeign(module: string, repository: Repository, isAlone: boolean): boolean {
  const first = module.split(".")[0] ?? "";
  const hasPython = ["requirements.txt", "pyproject.toml", "Pipfile", "setup.py"].some(
    (name) => repository.named(name).length > 0,
  );
  const near = !isAlone && repository.named(`${first}.py`).length > 0;
  const named = ["requirements.txt", "pyproject.toml", "Pipfile", "setup.py"]
    .flatMap((name) => repository.named(name))
    .some((file) => repository.text(file)?.toLowerCase().includes(first.toLowerCase()) === true);
  // Without any file of Python the code is somewhere else, such as in a submodule.
  return !hasPython || near || named || module.includes("$");
}

/** Names by which modules of an application's own are called, and none that is installed. */
const OWN = /^(?:main|app|server|api|wsgi|asgi|run|index|application|service|src|backend)(?:\.\w+)*$/;

/**
 * Whether a server finds modules in the folder of the command and among what the requirements list, and nowhere else: a file
 * of the module's name in another folder is not loaded.
 */
function installsNothingOwn(
  start: StartCommandFact,
  { steps, application }: Chain,
  bases: readonly string[],
  repository: Repository,
  facts: readonly Fact[],
): boolean {
  const text = steps[0]?.text ?? "";
  const isPlain = steps.length === 1 && /^(?:uvicorn|gunicorn|hypercorn|daphne|granian)\s/.test(text);
  if (!isPlain || !OWN.test(application?.module ?? "")) return false;
  if (!findsBesideAlone({ start, facts, bases, repository }, text)) return false;
  const plain = application?.module.replaceAll(".", "/");
  const names = ["", "src"].flatMap((below) =>
    [`${plain}.py`, `${plain}/__init__.py`].map((one) => path.posix.join(below, one)),
  );
  return !foldersOfCommands(facts, bases, repository).some((base) =>
    names.some((one) => !repository.lacks(path.posix.join(base, one))),
  );
}
