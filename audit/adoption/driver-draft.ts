import path from "node:path";
import { connections, DRIVERS, type DriverName, type Fact, factsOf, writtenUrls } from "../../domain";
import { DATABASE_VARIABLE } from "../../domain/database-variable";
import type { Repository } from "../reader";
import { assumed, type DraftField, read } from "./draft-field";
import type { Language } from "./languages";

/** The packages of drivers, the one that says most first. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
  [/"@prisma\/client"\s*:/, "prisma"],
  [/"postgres"\s*:/, "postgres-js"],
  [/"pg"\s*:/, "node-postgres"],
  [/^[\s"']*tortoise-orm\[[^\]]*\basyncpg\b/m, "tortoise-asyncpg"],
  [/^[\s"']*asyncpg\b/m, "asyncpg"],
  [/^[\s"']*psycopg\b(?!2)/m, "psycopg"],
  [/^[\s"']*psycopg2\b/m, "psycopg2"],
  [/\bjackc\/pgx\b/, "pgx"],
];

/** Packages that reach a database through SQLAlchemy, by any of its drivers. */
const OVER_SQLALCHEMY = /^[\s"']*(?:flask[-_])?(?:sqlalchemy|sqlmodel)\b/im;

const PACKAGE_FILES = ["requirements.txt", "pyproject.toml", "package.json", "go.mod"];

/** Where a service's packages are listed. */
interface Packages {
  readonly folder: string;
  readonly repository: Repository;
}

/** The driver by which a service reaches its database; nothing of a service that names no database. */
export function driverOf(
  facts: readonly Fact[],
  language: Language | undefined,
  packages: Packages,
): readonly DraftField[] {
  // A URL whose scheme names its driver says it where the code does not.
  const found = [...factsOf(facts, "driver"), ...connections(facts)].find(({ driver }) => driver.known);
  if (found?.driver.known !== true || !Object.hasOwn(DRIVERS, found.driver.value)) {
    if (!usesDatabase(facts)) return [];
    const listed = listedDriver(packages);
    if (listed !== undefined) return [listed];
    const known = `one of ${Object.keys(DRIVERS).join(", ")}`;
    const likely = likelyDriver(facts, language);
    if (likely !== undefined) return [assumed("driver", likely, known)];
    return [assumed("driver", "asyncpg", `not known, no file says in what language it is written; ${known}`)];
  }
  const { driver, driverSettings, place } = found;
  const settings = driverSettings.known ? driverSettings.value : {};
  return [
    read("driver", driver.value, place),
    ...(Object.keys(settings).length === 0 ? [] : [read("driverSettings", settings, place)]),
  ];
}

/** The driver that most services of a language have. */
const LIKELY: Readonly<Record<Language, DriverName>> = {
  python: "asyncpg",
  node: "node-postgres",
  go: "pgx",
  ruby: "active-record",
  elixir: "postgrex",
  rust: "sqlx",
  java: "pgjdbc",
  csharp: "npgsql",
};

function likelyDriver(facts: readonly Fact[], language: Language | undefined): DriverName | undefined {
  // Of calls, only that of SQLAlchemy's asynchronous engine leaves its driver to the URL.
  const [engine] = factsOf(facts, "driver");
  if (language === "python" && engine !== undefined) return "sqlalchemy-asyncpg";
  return language === undefined ? undefined : LIKELY[language];
}

/** The driver that reads a variable's URL, as its scheme or the code says, where it is another than the service's. */
export function ownDriverOf(facts: readonly Fact[], variable: string, service: unknown): string | undefined {
  const names = writtenUrls(facts).urls.flatMap(({ fact: { place, driver } }) =>
    place.source === "file" && place.key === variable && driver.known ? [driver.value] : [],
  );
  const [name] = names;
  return name === undefined || names.includes(String(service)) || !Object.hasOwn(DRIVERS, name)
    ? undefined
    : name;
}

function listedDriver({ folder, repository }: Packages): DraftField | undefined {
  for (const name of PACKAGE_FILES) {
    const file = path.posix.join(folder, name);
    const text = repository.text(file) ?? "";
    const driver = PACKAGES.find(([pattern]) => pattern.test(text))?.[1];
    if (driver === undefined) continue;
    const over = `sqlalchemy-${driver}`;
    const named = OVER_SQLALCHEMY.test(text) && Object.hasOwn(DRIVERS, over) ? over : driver;
    return assumed("driver", named, `by ${file}`);
  }
  return undefined;
}

/** Whether the service has, or asks for, a database's address. */
export function usesDatabase(facts: readonly Fact[]): boolean {
  if (factsOf(facts, "driver").length > 0 || connections(facts).length > 0) return true;
  return facts.some(
    (fact) =>
      (fact.kind === "variable" || fact.kind === "wanted-variable") && fact.name === DATABASE_VARIABLE,
  );
}
