import {
  hasCutPart,
  hasSlashlessScheme,
  isOfFramework,
  LIBPQ,
  type UrlProblem,
  type WrittenForm,
  writtenForm,
} from "../domain/connection-url";
import { type WrittenUrl, writtenUrls } from "../domain/connections";
import { DATABASE_VARIABLE } from "../domain/database-variable";
import { type Driver, driverNamed } from "../domain/driver";
import { type Fact, factsOf } from "../domain/fact";
import { isOfStore } from "../domain/placeholder-requests";
import { rule, type Undecided, type Violation } from "../domain/rule";
import { isUrlName } from "../domain/stated-urls";
import { isDeclaredUrl } from "../domain/url-drivers";
import { together, verdictOf } from "../domain/verdict";
import { notOne, passwordProblems } from "./database-password-encoding";
import { calledDriver } from "./derived/called-driver";
import { urlsForNpgsql } from "./derived/connection-string";
import { hostsOfParts } from "./derived/host-of-parts";
import { jdbcProblem } from "./derived/jdbc-url";
import { schemesForLibpq } from "./derived/libpq-commands";
import { urlsOfTools } from "./derived/migration-urls";
import { unmetNeeds } from "./derived/unmet-needs";
import { ectoViolation, strayViolation } from "./derived/url-database";
import { dialectViolation, schemeOfFlask, schemeToReplace, schemeViolation } from "./derived/url-scheme";

export const databaseUrlMalformed = rule({
  id: "database/url-malformed",
  severity: "error",
  title: "The driver can read the connection URL",
  why: "A URL that its driver cannot take apart ends the process at start, often with a piece of the password in the message.",
  fix: "Write scheme://user:password@host:port/database, with the driver's scheme.",
  edits: "`postgres://` becomes `postgresql://`.",
  reference: "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
  prevents: ["database/url-malformed"],
  check: (facts) => {
    const { urls, undecided } = writtenUrls(facts);
    const ofNet = together(urlsForNpgsql(facts), verdictOf(hostsOfParts(facts)));
    const violations = urls.flatMap((url): Violation[] => {
      const { place } = url.fact;
      const shape = "Write scheme://user:password@host:port/database.";
      return [
        ...shapeProblems(url).map(({ part, ...states }) => ({
          place,
          what: `the URL's ${part}`,
          ...states,
          fix: shape,
        })),
        ...schemeViolation(url),
        ...dialectViolation(url),
        ...blankViolation(url),
        ...wholeViolation(url, shape),
        ...ectoViolation(url),
        ...strayViolation(url),
      ];
    });
    return {
      violations: [
        ...violations,
        ...otherForms(facts),
        ...ofNet.violations,
        ...cutPairs(facts),
        ...schemesForLibpq(facts),
        ...urlsOfTools(facts),
        ...unmetNeeds(facts, "database/url-malformed"),
      ],
      undecided: [
        ...undecided,
        ...urls.flatMap(schemeToReplace),
        ...urls.flatMap(unknownReader),
        ...schemeOfFlask(facts),
        ...ofNet.undecided,
      ],
    };
  },
});

/** Which schemes a URL's reader takes, while its driver is not known. */
function unknownReader({ fact: { place, driver } }: WrittenUrl): readonly Undecided[] {
  return driver.known || place.source !== "resource" ? [] : [{ place, why: driver.why }];
}

/** Variables that are named after a URL, and hold another text. */
function otherForms(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "variable").flatMap((variable) => {
    const { name, value, place } = variable;
    // What a tool of a store replaces before the program starts is judged where placeholders are.
    if (!value.known || isOfStore(value.value)) return [];
    const driver = calledDriver(facts, variable);
    const problem = jdbcProblem(name, value.value);
    if (problem !== undefined) return { place, what: `variable ${name}`, ...problem };
    const declared = isDeclaredUrl(variable, facts);
    if (!(declared || isUrlName(name) || hasSlashlessScheme(value.value))) return [];
    const written = writtenForm(value.value);
    // A service that declares a driver of PostgreSQL has a URL of PostgreSQL there.
    const isUrl = declared || name === DATABASE_VARIABLE;
    if (driver?.name === PRISMA && OF_PRISMA.test(value.value)) return [];
    // The settings of Django, whose drivers these are, take further schemes.
    if (isOfFramework(value.value) && PSYCOPG.includes(driver?.name)) return [];
    const got = written === undefined ? undefined : formGot(written, isUrl, driver);
    if (got === undefined) return [];
    const [scheme = "postgresql"] = driver?.schemes ?? [];
    return {
      place,
      what: `variable ${name}`,
      expected: `a URL that begins with \`${scheme}://\``,
      got,
      fix: `Write ${scheme}://user:password@host:port/database, and nothing around it.`,
    };
  });
}

/** Npgsql ends at a piece without `=`, such as what a semicolon in a password without quotes leaves behind it. */
function cutPairs(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "variable").flatMap(({ name, value, place }) => {
    if (!value.known) return [];
    if (CUT_PAIRS.test(value.value.trim()) && writtenForm(value.value)?.form === "bare")
      return {
        place,
        what: `variable ${name}`,
        expected: "pairs of a name and a value, with blanks between them",
        got: "a word without `=`",
        fix: "Put quotes around a value that has a blank in it: `password='… …'`.",
      };
    if (writtenForm(value.value)?.form !== "semicolons" || !hasCutPart(value.value)) return [];
    return {
      place,
      what: `variable ${name}`,
      expected: "pairs of a name and a value, with semicolons between them",
      got: "a piece without `=`",
      fix: "Put quotes around a value that has a semicolon in it: `Password='…;…'`.",
    };
  });
}

/** libpq's pairs, of which a value with a blank in it has cut one. */
const CUT_PAIRS =
  /^(?=.*\bhost=)(?=.*\bpassword=)(?=.*\b(?:user|dbname)=)\w+=\S*(?:\s+\w+=(?:'[^']*'|\S*))*\s+[^\s=']+(?:\s+\w+=|$)/;

const NPGSQL = driverNamed("npgsql")?.name;
const PRISMA = driverNamed("prisma")?.name;
/** Prisma's own service and local server, which its client reaches by HTTP (prisma.io/docs: Accelerate, read 2026-11-30). */
const OF_PRISMA = /^\s*prisma(?:\+postgres)?:\/\//i;
const PSYCOPG: readonly (string | undefined)[] = [
  driverNamed("psycopg")?.name,
  driverNamed("psycopg2")?.name,
];

/** What is there, where no driver or not the service's own can read it; never a piece of the value itself. */
function formGot(written: WrittenForm, isUrl: boolean, driver: Driver | undefined): string | undefined {
  if (written.form === "wrapped") return `one with ${written.how} around it`;
  if (written.form === "misspelt") return "one whose scheme is misspelt";
  if (written.form === "command") return `a command of ${written.program}`;
  if (driver === undefined || !isUrl) return undefined;
  if (written.form === "empty") return "nothing";
  if (written.form === "jdbc") return "one in JDBC's form";
  if (written.form === "r2dbc") return "one in R2DBC's form";
  if (written.form === "json") return "a JSON text";
  if (written.form === "semicolons") return driver.name === NPGSQL ? undefined : "pairs of Npgsql's";
  // psycopg and psycopg2 hand it to libpq, which takes pairs too.
  if (written.form === "key-value")
    return driver.dialect === LIBPQ || driver.takesPairs === true ? undefined : "pairs of libpq's";
  if (written.form === "socket")
    return driver.name === "node-postgres" ? undefined : "a socket's place in node-postgres' form";
  return written.form === "other" ? "a URL of another kind" : "a text without a scheme";
}

/** A password that a raw delimiter has cut makes host and port wrong too: then the password alone is blamed. */
function shapeProblems(url: WrittenUrl): readonly UrlProblem[] {
  if (notOne(url.text) !== undefined) return [];
  return passwordProblems(url).length > 0 ? [] : url.parsed.problems;
}

function wholeViolation({ fact: { place }, text }: WrittenUrl, fix: string): readonly Violation[] {
  const got = notOne(text);
  return got === undefined ? [] : [{ place, what: "the value", expected: "one URL", got, fix }];
}

/** A blank behind the URL, as a pasted one has it, becomes a part of its last piece; one before it, of its scheme. */
function blankViolation({ fact, dialect }: WrittenUrl): readonly Violation[] {
  const whole = fact.url.known ? fact.url.value : "";
  // `all` leaves no blank in the URL.
  const kept = { all: /(?!)/, "but spaces behind": / \s*$/, none: /^\s|\s$/ }[dialect.leavesOut];
  if (whole.trim() === "" || !kept.test(whole) || fact.place.source !== "resource") return [];
  return [
    {
      place: fact.place,
      // libpq 18 leaves out spaces behind it, and those before it do not.
      ...(dialect === LIBPQ && /\S +$/.test(whole) && !/^\s/.test(whole) && { severity: "warning" as const }),
      what: "the URL",
      expected: "nothing around it",
      got: "a blank or a line end, which the driver takes for a part of it",
      fix: "Remove the blank.",
    },
  ];
}
