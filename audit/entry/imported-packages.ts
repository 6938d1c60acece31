import { known, type RequirementFact, type StartCommandFact, unknown } from "../../domain";
import type { Repository } from "../reader";
import { fileOf, IMAGE_FILE } from "../services/service-folders";
import { isAnywhere } from "./project/python-module";
import { installsItself, listedIn } from "./requirements";

/** Modules by their first names, and the packages that have them, the likeliest first (by their metadata, 30 November 2026). */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  redis: ["redis"],
  requests: ["requests"],
  sqlalchemy: ["sqlalchemy"],
  alembic: ["alembic"],
  psycopg2: ["psycopg2-binary", "psycopg2"],
  asyncpg: ["asyncpg"],
  pymongo: ["pymongo"],
  motor: ["motor"],
  jwt: ["pyjwt"],
  dotenv: ["python-dotenv"],
  yaml: ["pyyaml"],
  httpx: ["httpx"],
  celery: ["celery"],
  boto3: ["boto3"],
  stripe: ["stripe"],
  openai: ["openai"],
  numpy: ["numpy"],
  pandas: ["pandas"],
  PIL: ["pillow"],
  bs4: ["beautifulsoup4"],
};

/** Packages of which all that they require is known, and which of these modules they bring beside their own. */
const BRINGS: Readonly<Record<string, readonly string[]>> = {
  fastapi: [],
  starlette: [],
  pydantic: [],
  uvicorn: [],
  "uvicorn[standard]": ["yaml", "dotenv"],
  hypercorn: [],
  gunicorn: [],
  flask: [],
  "flask-cors": [],
  "flask-sqlalchemy": ["sqlalchemy"],
  "flask-migrate": ["sqlalchemy", "alembic"],
  alembic: ["sqlalchemy"],
  ...Object.fromEntries(
    ["sqlalchemy", "psycopg2", "psycopg2-binary", "asyncpg", "pyjwt", "pyyaml", "requests", "redis"].map(
      (name) => [name, []],
    ),
  ),
  ...Object.fromEntries(
    ["python-dotenv", "python-multipart", "jinja2", "httpx", "pymongo"].map((name) => [name, []]),
  ),
};

const IMPORT = /^(?:from[ \t]+(\w+)[\w.]*[ \t]+import\b|import[ \t]+([\w., \t]+))/gm;

/** Packages that the started file imports before anything else, and that the image's requirements do not bring. */
export function importedPackages(
  start: StartCommandFact,
  files: readonly string[],
  bases: readonly string[],
  repository: Repository,
): readonly Omit<RequirementFact, "place">[] {
  const [file] = files;
  const text = file === undefined ? undefined : repository.text(file);
  if (text === undefined || !IMAGE_FILE.test(fileOf(start)) || /\bsys\.path\b/.test(text)) return [];
  const requirements = listedIn(bases, repository);
  if (requirements === undefined) return [];
  const written = requirements.listed.map((line) => /^[a-z\d][\w.-]*(?:\[[^\]]*\])?/.exec(line)?.[0] ?? "");
  const listed = written.filter((name) => name !== "");
  return modulesOf(text).flatMap((module): readonly Omit<RequirementFact, "place">[] => {
    const names = Object.hasOwn(PACKAGES, module) ? PACKAGES[module] : undefined;
    const [name] = names ?? [];
    if (names === undefined || name === undefined) return [];
    if (listed.some((one) => names.includes(one.replace(/\[.*$/, "")))) return [];
    if (listed.some((one) => Object.hasOwn(BRINGS, one) && BRINGS[one]?.includes(module))) return [];
    if (isAnywhere(repository, module) || installsItself(start, name, repository)) return [];
    const other = listed.find((one) => !Object.hasOwn(BRINGS, one));
    const decided = other === undefined ? known(false) : unknown<boolean>(`${other} may bring ${name}`);
    const what = { program: module, package: name, file: requirements.file, listed: decided };
    return [{ kind: "requirement", ...what, role: "module" }];
  });
}

/** The modules of imports that are under no condition and in no text. */
function modulesOf(text: string): readonly string[] {
  const plain = text.replaceAll(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, "");
  const found = [...plain.matchAll(IMPORT)].flatMap(([, from, list = ""]) =>
    from === undefined ? list.split(",").map((one) => one.trim().split(/[.\s]/)[0] ?? "") : [from],
  );
  return [...new Set(found)];
}
