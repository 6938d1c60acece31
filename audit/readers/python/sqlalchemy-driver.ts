import type { SyntaxNode } from "@lezer/common";
import { type Knowable, known, unknown } from "../../../domain";
import type { Repository } from "../../reader";
import { ModuleGraph } from "../code/module-graph";
import { PYTHON_LANGUAGE } from "./language";
import { isRequired, lockedVersion } from "./locked-version";
import type { PythonModule } from "./module";
import { putTogetherUrl } from "./put-together-url";
import { pythonValue } from "./values";

/** Calls that make an engine. */
const ENGINE = /^(?:(?:sqlalchemy|sa)\.(?:ext\.asyncio\.)?)?(create_engine|create_async_engine)$/;
/** The driver of each URL scheme; a plain `postgresql:` may be one of several. */
const SCHEMES: Readonly<Record<string, string>> = {
  "postgresql+asyncpg": "sqlalchemy-asyncpg",
  "postgresql+psycopg": "sqlalchemy-psycopg",
  "postgresql+psycopg_async": "sqlalchemy-psycopg",
  "postgresql+psycopg2": "sqlalchemy-psycopg2",
  "postgresql+pg8000": "pg8000",
};

/**
 * SQLAlchemy's default driver for a plain `postgresql:`: psycopg2, and psycopg 3 from 2.1 on (sqlalchemy:
 * doc/build/changelog/migration_21.rst). Without a version that is locked or pinned it is psycopg2 where nothing says
 * that psycopg 3 is installed, and else open.
 */
function plainDriver(module: PythonModule, repository: Repository): Knowable<string> {
  const isNewer = takesPsycopg(module, repository);
  if (isNewer !== undefined) return known(isNewer ? "sqlalchemy-psycopg" : "sqlalchemy-psycopg2");
  return isRequired(repository, "psycopg")
    ? unknown("the version of SQLAlchemy decides, and no lock file says it")
    : known("sqlalchemy-psycopg2");
}

/** Whether `postgresql:` alone means psycopg 3 to the version that is locked; undefined where none is. */
export function takesPsycopg({ path }: PythonModule, repository: Repository): boolean | undefined {
  const [major = 0, minor = 0] = (lockedVersion(repository, path, "sqlalchemy") ?? "").split(".").map(Number);
  return major > 0 ? major > 2 || (major === 2 && minor >= 1) : undefined;
}

/**
 * Whether code that the module loads names the driver in a scheme of its own: it puts that in place of the plain
 * `postgresql:` which platforms write.
 */
export function replacesScheme(
  { path, text }: PythonModule,
  driver: Knowable<string>,
  repository: Repository,
): boolean {
  if (!driver.known || !driver.value.startsWith("sqlalchemy-")) return false;
  const name = driver.value.slice("sqlalchemy-".length);
  // A whole URL is one to fall back on, and replaces nothing.
  const names = new RegExp(`^[^#\\n]*["']postgres(?:ql)?\\+${name}(?:_async)?(?:://)?["'{]`, "m");
  if (names.test(text)) return true;
  const { files } = ModuleGraph.of(repository, PYTHON_LANGUAGE).reach([path]);
  return [...files].some((file) => names.test(repository.text(file) ?? ""));
}

const OTHER_DRIVERS = ["asyncpg", "psycopg", "pg8000", "pymysql", "mysqlclient", "aiosqlite"];

/** What the file mentions, where the URL does not say it. */
function engineDriver(
  module: PythonModule,
  asynchronous: boolean,
  repository: Repository,
): Knowable<string> | undefined {
  const drivers = asynchronous ? ["asyncpg", "psycopg"] : ["psycopg2", "psycopg"];
  const mentioned = drivers.filter((driver) => new RegExp(`\\b${driver}\\b`).test(module.text));
  if (mentioned.length === 1) return known(`sqlalchemy-${mentioned[0]}`);
  const has = (name: string): boolean => isRequired(repository, name);
  // Of the drivers that an asynchronous engine takes the project has one alone.
  if (asynchronous && has("asyncpg") && !has("psycopg")) return known("sqlalchemy-asyncpg");
  if (asynchronous) return unknown("the driver is in the engine's URL, which this file does not hold");
  // A synchronous engine is as often that of migrations, of SQLite or of MySQL: where psycopg is the only driver, not.
  const second = has("psycopg2") || has("psycopg2-binary");
  const others = OTHER_DRIVERS.filter(has);
  if (second && others.length === 0) return known("sqlalchemy-psycopg2");
  if (second || others.length !== 1 || others[0] !== "psycopg") return undefined;
  // Without psycopg2 an older SQLAlchemy reaches psycopg 3 by a scheme that names it, and by no other.
  return takesPsycopg(module, repository) === undefined
    ? plainDriver(module, repository)
    : known("sqlalchemy-psycopg");
}

/**
 * The driver of an engine of SQLAlchemy's; undefined of another call, and of another database.
 *
 * @param url the engine's
 */
export function sqlalchemyDriver(
  module: PythonModule,
  callee: string,
  url: SyntaxNode | undefined,
  repository: Repository,
): Knowable<string> | undefined {
  const engine = ENGINE.exec(callee)?.[1];
  if (engine === undefined) return undefined;
  const value = url === undefined ? undefined : pythonValue(module, url);
  const written = value?.is === "variable" ? value.fallback : value;
  // A fallback of another database, such as SQLite, is for a developer's machine alone.
  if (value?.is === "literal" || (written?.is === "literal" && /^postgres/.test(written.text))) {
    const scheme =
      written?.is === "literal" ? (/^([a-z0-9]+(?:\+[a-z0-9_]+)?):/.exec(written.text)?.[1] ?? "") : "";
    if (scheme === "postgresql") return plainDriver(module, repository);
    return Object.hasOwn(SCHEMES, scheme) ? known(SCHEMES[scheme] ?? "") : undefined;
  }
  const put = url === undefined ? undefined : putTogetherUrl(module, url);
  if (put !== undefined && Object.hasOwn(SCHEMES, put.scheme)) return known(SCHEMES[put.scheme] ?? "");
  return engineDriver(module, engine === "create_async_engine", repository);
}
