import path from "node:path";
import { known, type RequirementFact, readStartCommand, type StartCommandFact, unknown } from "../../domain";
import type { Repository } from "../reader";
import { packageName } from "../readers/python/package-name";
import { fileOf, IMAGE_FILE } from "../services/service-folders";
import { folderName } from "./folders";
import { lackingInLock } from "./lacking-locks";
import { lockedForDevelopment } from "./locked-groups";
import { mayBringServer } from "./plain-requirements";
import { workerOf } from "./worker-class";

/** Servers that are packages of Python, by the name under which they are installed. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  uvicorn: [
    ...["uvicorn", "fastapi[standard]", "fastapi[all]", "fastapi-cli", "uvicorn-worker"],
    // What these serve with, and so bring.
    ...["gradio", "chainlit", "nicegui", "mcp", "fastmcp", "litestar[standard]", "litellm[proxy]"],
    ...["chromadb", "mlflow", "prefect", "bentoml", "marimo", "shiny", "datasette", "responder"],
    ...["crewai", "openai-agents", "google-adk", "langchain-mcp-adapters", "fastapi-cache2"],
  ],
  gunicorn: ["gunicorn", "mlflow", "apache-superset", "apache-airflow", "uvicorn-worker"],
  hypercorn: ["hypercorn", "quart"],
  daphne: ["daphne"],
  granian: ["granian", "reflex"],
  "waitress-serve": ["waitress", "mlflow"],
  streamlit: ["streamlit"],
  sanic: ["sanic", "sanic-ext"],
  litestar: ["litestar"],
  chainlit: ["chainlit"],
};

/** What gunicorn imports for a worker class, by its name (docs.gunicorn.org: worker_class). */
const WORKERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^uvicorn\.workers\./, PACKAGES.uvicorn ?? []],
  [/^uvicorn_worker\./, ["uvicorn-worker"]],
  [/^(?:gevent|gevent_wsgi|gevent_pywsgi|gunicorn\.workers\.ggevent\.\w+)$/, ["gevent", "locust"]],
  [/^(?:eventlet|gunicorn\.workers\.geventlet\.\w+)$/, ["eventlet"]],
  [/^tornado$/, ["tornado", "streamlit", "jupyterlab", "notebook", "panel", "bokeh"]],
];

/** The packages that a server's command needs, and whether they are among what is installed. */
export function requirementFacts(
  start: StartCommandFact,
  text: string,
  bases: readonly string[],
  repository: Repository,
): readonly Omit<RequirementFact, "place">[] {
  const program = readStartCommand(text)?.program ?? "";
  const worker = program === "gunicorn" ? workerOf(text, start, bases, repository) : undefined;
  const [, ofWorker] = WORKERS.find(([name]) => worker !== undefined && name.test(worker)) ?? [];
  const needs = [
    { program, names: Object.hasOwn(PACKAGES, program) ? PACKAGES[program] : undefined },
    { program: worker ?? "", names: ofWorker, role: "worker class" as const },
  ];
  return needs.flatMap(({ program: needing, names, role }): readonly Omit<RequirementFact, "place">[] => {
    const [name] = names ?? [];
    if (names === undefined || name === undefined) return [];
    const build = repository.text(fileOf(start)) ?? "";
    const tool = lockedForDevelopment(name, build, text, bases, repository);
    if (tool !== undefined)
      return [
        {
          kind: "requirement",
          program: needing,
          package: name,
          file: "pyproject.toml",
          listed: known(false),
          tool,
          ...(role && { role }),
        } as const,
      ];
    const lacking = lackingInLock(name, fileOf(start), text, bases.map(folderName), repository);
    if (lacking !== undefined)
      return [{ kind: "requirement", program: needing, ...lacking, ...(role && { role }) } as const];
    if (installsItself(start, name, repository)) return [];
    const listed = listedAs(names, bases, repository);
    return listed === undefined
      ? []
      : [{ kind: "requirement", program: needing, ...listed, ...(role && { role }) } as const];
  });
}

/** An image, a build command or a build script may install the server beside the requirements. */
export function installsItself(start: StartCommandFact, name: string, repository: Repository): boolean {
  const file = fileOf(start);
  if (IMAGE_FILE.test(file)) {
    // Of several files, it is not known which one the image is built with.
    const isTheOne = repository.named("requirements.txt").length === 1;
    if (!isTheOne || !installsRequirements(repository.text(file) ?? "", name)) return true;
  }
  const builds = ["build.sh", "render-build.sh", "render_build.sh", "setup.sh", "Makefile", "Dockerfile"];
  const texts = [file, ...builds.flatMap((build) => repository.named(build))].map(
    (path) => repository.text(path) ?? "",
  );
  const installs = new RegExp(`\\binstall\\b[^\\n]*\\b${name}\\b`);
  return texts.some((text) => installs.test(text) || OTHER_REQUIREMENTS.test(text));
}

/** Stages of an image that have Python's own image below them, and no program but what their requirements bring. */
const FROM_PYTHON = /^FROM\s+(?:--\S+\s+)?(?:docker\.io\/)?(?:library\/)?python:\S+(?:\s+as\s+\S+)?\s*$/i;
const PIP_INSTALL = /\b(?:pip3?|uv\s+pip)\s+install\b([^\n&|;]*)/g;
const OTHER_INSTALL = /\b(?:poetry|pipenv|pdm|conda|mamba|uv\s+(?:sync|add)|uvx|pipx|easy_install)\b/;

/** Whether an image installs by pip alone, and of requirements.txt and pip's own tools alone. */
function installsRequirements(image: string, name: string): boolean {
  const text = image.replaceAll(/\\\r?\n/g, " ").replaceAll(/^\s*#.*$/gm, "");
  const stages = text.match(/^FROM\s.*$/gim) ?? [];
  if (stages.length === 0 || !stages.every((stage) => FROM_PYTHON.test(stage))) return false;
  if (OTHER_INSTALL.test(text) || new RegExp(`\\b(?:apt|apt-get|apk)\\b.*\\b${name}\\b`).test(text))
    return false;
  const installs = [...text.matchAll(PIP_INSTALL)].map(([, words = ""]) => words.trim().split(/\s+/));
  return (
    installs.some((words) => words.some((word) => word.endsWith("requirements.txt"))) &&
    installs.every((words) =>
      words.every((word) => /^-|requirements\.txt["']?$|^(?:pip|setuptools|wheel)$/.test(word)),
    )
  );
}

/** `pip install -r app/requirements.txt`: what is in requirements.txt is not all, or none, of what is installed. */
const OTHER_REQUIREMENTS =
  /\binstall\b[^\n]*(?:\s-r\s*|--requirement[= ])(?!["']?(?:\.\/)?requirements\.txt\b)\S/;

type Listed = Pick<RequirementFact, "package" | "listed" | "file">;

/** The lines of the one list of requirements that is installed, as packages are compared; undefined where it is not the only one. */
export function listedIn(
  bases: readonly string[],
  repository: Repository,
): { readonly file: string; readonly listed: readonly string[] } | undefined {
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
  if (file === undefined || more.length > 0 || others.some((name) => inBases(name).length > 0))
    return undefined;
  const text = repository.text(file) ?? "";
  if (/^\s*(?:-r|-c|--requirement|-e|\.|git\+|https?:)/m.test(text)) return undefined;
  const listed = text
    .split(/\r?\n/)
    .map((line) => packageName(line.replace(/#.*$/, "").replaceAll(/\s/g, "")));
  return { file, listed };
}

/** @param names under which it is installed, the likeliest first */
function listedAs(
  names: readonly string[],
  bases: readonly string[],
  repository: Repository,
): Listed | undefined {
  const { file, listed = [] } = listedIn(bases, repository) ?? {};
  if (file === undefined) return undefined;
  const has = names.some((name) => {
    const plain = name.replace(/[[\]]/g, "\\$&");
    // `channels[daphne]` brings it by an extra of another package.
    return listed.some((line) =>
      new RegExp(`^${plain}(?:$|[<>=!~;@,[])|\\[(?:.*,)?${plain}[,\\]]`).test(line),
    );
  });
  const other = has ? undefined : mayBringServer(listed);
  const decided =
    other === undefined ? known(has) : unknown<boolean>(`${other} may bring ${names[0] ?? "it"}`);
  return { package: names[0] ?? "", listed: decided, file };
}
