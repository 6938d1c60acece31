import { type Fact, known, type StartCommandFact, unknown } from "../../domain";
import { sameSubject } from "../../domain/stated";
import type { Repository } from "../reader";
import { ModuleGraph } from "../readers/code/module-graph";
import { PYTHON_LANGUAGE } from "../readers/python/language";
import type { Chain } from "./chain";
import { importedPackages } from "./imported-packages";
import { requirementFacts } from "./requirements";

/** What the end of a chain says of the application that a Python server loads, and of the server's own package. */
export function applicationFacts(
  start: StartCommandFact,
  chain: Chain,
  bases: readonly string[],
  repository: Repository,
): readonly Fact[] {
  const last = chain.steps.at(-1);
  if (chain.end.is !== "server" || last === undefined) return [];
  const subject = sameSubject(start);
  const place = chain.overrides === undefined ? last.place : start.place;
  const { application } = chain;
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
            missing: missingOf(application.attribute, application.files, application.module, repository),
          } as const,
        ]),
  ];
}

function missingOf(attribute: string, [file]: readonly string[], module: string, repository: Repository) {
  if (file !== undefined) return missingName(attribute, file, repository);
  return isForeign(module, repository) ? unknown<"module">(INSTALLED) : known("module" as const);
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
const INSTALLED = "the module may be one of a package that is installed";

/** Whether a module may come from a package that is installed. */
function isForeign(module: string, repository: Repository): boolean {
  const first = module.split(".")[0] ?? "";
  const hasPython = ["requirements.txt", "pyproject.toml", "Pipfile", "setup.py"].some(
    (name) => repository.named(name).length > 0,
  );
  const near = repository.named(`${first}.py`).length > 0;
  const named = ["requirements.txt", "pyproject.toml", "Pipfile", "setup.py"]
    .flatMap((name) => repository.named(name))
    .some((file) => repository.text(file)?.toLowerCase().includes(first.toLowerCase()) === true);
  // Without any file of Python the code is somewhere else, such as in a submodule.
  return !hasPython || near || named || module.includes("$");
}
