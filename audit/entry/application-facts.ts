import path from "node:path";
import { type Fact, known, readStartCommand, type StartCommandFact, unknown } from "../../domain";
import { sameSubject } from "../../domain/stated";
import type { Repository } from "../reader";
import { ModuleGraph } from "../readers/code/module-graph";
import { PYTHON_LANGUAGE } from "../readers/python/language";
import { fileOf, IMAGE_FILE } from "../services/service-folders";
import type { Chain } from "./chain";

/** Servers that are packages of Python, by the name under which they are installed. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  uvicorn: ["uvicorn", "fastapi[standard]", "fastapi[all]", "fastapi-cli"],
  gunicorn: ["gunicorn"],
  hypercorn: ["hypercorn"],
  daphne: ["daphne"],
  granian: ["granian"],
  "waitress-serve": ["waitress"],
  streamlit: ["streamlit"],
  sanic: ["sanic"],
  litestar: ["litestar"],
  chainlit: ["chainlit"],
};

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
  const program = readStartCommand(last.text)?.program ?? "";
  const requirement = installsItself(start, program, repository)
    ? undefined
    : requirementOf(program, bases, repository);
  const { application } = chain;
  return [
    ...(requirement === undefined
      ? []
      : [{ kind: "requirement", ...subject, place, program, ...requirement } as const]),
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

/** An image, a build command or a build script may install the server beside the requirements. */
function installsItself(start: StartCommandFact, program: string, repository: Repository): boolean {
  const file = fileOf(start);
  if (IMAGE_FILE.test(file)) return true;
  const builds = ["build.sh", "render-build.sh", "render_build.sh", "setup.sh", "Makefile", "Dockerfile"];
  const texts = [file, ...builds.flatMap((name) => repository.named(name))].map(
    (path) => repository.text(path) ?? "",
  );
  const installs = new RegExp(`\\binstall\\b[^\\n]*\\b${program.replace("-serve", "")}\\b`);
  return texts.some((text) => installs.test(text) || OTHER_REQUIREMENTS.test(text));
}

/** `pip install -r app/requirements.txt`: what is in requirements.txt is not all, or none, of what is installed. */
const OTHER_REQUIREMENTS =
  /\binstall\b[^\n]*(?:\s-r\s*|--requirement[= ])(?!["']?(?:\.\/)?requirements\.txt\b)\S/;

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

function requirementOf(
  program: string,
  bases: readonly string[],
  repository: Repository,
):
  | { readonly package: string; readonly listed: ReturnType<typeof known<boolean>>; readonly file: string }
  | undefined {
  const names = Object.hasOwn(PACKAGES, program) ? PACKAGES[program] : undefined;
  // Where several tools keep requirements, it is not known which one is installed.
  const others = [
    "pyproject.toml",
    "Pipfile",
    "setup.py",
    "setup.cfg",
    "environment.yml",
    "uv.lock",
    "poetry.lock",
  ];
  const inBases = (name: string): readonly string[] =>
    [...new Set(bases.map((base) => path.posix.join(base, name)))].filter((file) => repository.has(file));
  const [file, ...more] = inBases("requirements.txt");
  if (
    names === undefined ||
    file === undefined ||
    more.length > 0 ||
    others.some((name) => inBases(name).length > 0)
  )
    return undefined;
  const text = repository.text(file) ?? "";
  if (/^\s*(?:-r|-c|--requirement|-e|\.|git\+|https?:)/m.test(text)) return undefined;
  const listed = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, "").replaceAll(/\s/g, "").toLowerCase().replaceAll("_", "-"));
  const has = names.some((name) => {
    const plain = name.replace(/[[\]]/g, "\\$&");
    // `channels[daphne]` brings it by an extra of another package.
    return listed.some((line) =>
      new RegExp(`^${plain}(?:$|[<>=!~;@,[])|\\[(?:.*,)?${plain}[,\\]]`).test(line),
    );
  });
  return { package: names[0] ?? program, listed: known(has), file };
}
