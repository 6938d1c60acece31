import { LIBPQ, SQLALCHEMY } from "../../domain/connection-url";
import type { WrittenUrl } from "../../domain/connections";
import { driverNamed } from "../../domain/driver";
import type { Edit } from "../../domain/edit";
import { type Fact, factsOf } from "../../domain/fact";
import type { Undecided, Violation } from "../../domain/rule";
import { calledDriver } from "./called-driver";

/** The names of Django's own backends, which dj-database-url reads before the driver does. */
const OF_DJANGO = /^(?:postgis|timescale(?:gis)?)$/;

/** A scheme that the declared driver does not take. */
export function schemeViolation({ fact, parsed }: WrittenUrl): readonly Violation[] {
  const driver = fact.driver.known ? driverNamed(fact.driver.value) : undefined;
  const { scheme } = parsed.url;
  const takesIt = driver?.schemes.includes(scheme) || (fact.takesPlain && scheme === "postgresql");
  if (driver === undefined || takesIt) return [];
  const [first = ""] = driver.schemes;
  const expected = driver.schemes.join(" or ");
  const said = { place: fact.place, what: "the URL's scheme", expected, got: scheme };
  // Platforms write `postgres://` and `postgresql://`, and much code puts SQLAlchemy's driver in.
  const mayBeReplaced =
    (driver.dialect === SQLALCHEMY && /^postgres(?:ql)?$/.test(scheme)) ||
    (driver.dialect === LIBPQ && OF_DJANGO.test(scheme));
  return [
    {
      ...said,
      ...(mayBeReplaced && { severity: "warning" as const }),
      fix: `Write \`${first}://\`${mayBeReplaced ? ", unless the code replaces the scheme" : ""}.`,
      ...schemeEdit(expected, scheme),
    },
  ];
}

/** SQLAlchemy's dialect for psycopg 3 has the package's name (docs.sqlalchemy.org: PostgreSQL, psycopg). */
export function dialectViolation({ fact, parsed }: WrittenUrl): readonly Violation[] {
  const { scheme } = parsed.url;
  if (fact.driver.known || !/^postgres(?:ql)?\+psycopg3$/.test(scheme)) return [];
  return [
    {
      place: fact.place,
      what: "the URL's scheme",
      expected: "a dialect of SQLAlchemy's",
      got: scheme,
      fix: "Write `postgresql+psycopg://`, which is psycopg 3.",
    },
  ];
}

/** A program's resource does not show whether its code replaces a scheme that SQLAlchemy refuses. */
export function schemeToReplace({ fact, parsed }: WrittenUrl): readonly Undecided[] {
  const driver = fact.driver.known ? driverNamed(fact.driver.value) : undefined;
  if (fact.place.source !== "resource" || driver?.dialect !== SQLALCHEMY) return [];
  const { scheme } = parsed.url;
  if (!/^postgres(?:ql)?$/.test(scheme) || driver.schemes.includes(scheme)) return [];
  if (fact.takesPlain === true && scheme === "postgresql") return [];
  const why = `${driver.name} takes no \`${scheme}://\`, and nothing here shows that the code replaces it`;
  return [{ place: fact.place, why }];
}

/** A variable of Flask-SQLAlchemy's name (flask-sqlalchemy.palletsprojects.com, Configuration) has its reader in it. */
export function schemeOfFlask(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "variable").flatMap((variable) => {
    const { name, place, value } = variable;
    if (place.source !== "resource" || !value.known || !/(?:^|_)SQL_?ALCHEMY_/.test(name)) return [];
    if (!/^\s*postgres:\/\//i.test(value.value) || calledDriver(facts, variable) !== undefined) return [];
    return [
      { place, why: `SQLAlchemy takes no \`postgres://\`, and nothing here shows that the code replaces it` },
    ];
  });
}

/** SQLAlchemy took `postgres://` until 1.4; every driver takes `postgresql://`, and it says the same. */
function schemeEdit(expected: string, got: string): { readonly edit?: Edit } {
  if (got !== "postgres" || !expected.split(" or ").includes("postgresql")) return {};
  return { edit: { replace: "postgres://", by: "postgresql://" } };
}
