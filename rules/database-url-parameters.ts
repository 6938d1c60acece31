import { providerOf } from "../databases";
import { allKnown, connections } from "../domain/connections";
import { type Driver, driverNamed, fateOf } from "../domain/driver";
import { type Fact, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { nearest } from "../domain/nearest";
import { rule, type Verdict } from "../domain/rule";
import { isNoSslMode } from "../domain/url-parameters";
import { together, verdictOf } from "../domain/verdict";
import { parametersForLibpq } from "./derived/libpq-commands";
import { parametersOfTools } from "./derived/migration-urls";
import { npgsqlWords } from "./derived/npgsql-words";
import { refusedArguments } from "./derived/refused-arguments";

export const databaseUrlParameters = rule({
  id: "database/url-parameters",
  severity: "error",
  title: "The driver understands every URL parameter",
  why: "An unknown key is an error in libpq, a keyword argument in SQLAlchemy, and a server setting in asyncpg, which PostgreSQL then refuses.",
  fix: "Remove the parameter, or write the driver's own name for it.",
  edits: "`sslmode=` becomes `ssl=` for SQLAlchemy with asyncpg.",
  reference: "https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.connection.connect",
  prevents: ["database/unsupported-parameter", "database/driver-mismatch"],
  check: (facts, settings) => {
    const ofUrls = judgeEach(
      connections(facts),
      ({ parameters, driver }) => allKnown(parameters, driver),
      ([parameters, driverName], { place, host, port }) => {
        const driver = driverNamed(driverName);
        if (driver === undefined) return [];
        const isPooled =
          host.known &&
          port.known &&
          providerOf(host.value, settings).poolMode({ host: host.value, port: port.value }) === "transaction";
        return Object.entries(parameters).flatMap(([key, value]) => {
          const flaw =
            flawOf(driver, key, value) ??
            (key === "options" && isPooled && sets(value) ? lostOptions() : undefined);
          return flaw === undefined ? [] : { place, ...flaw };
        });
      },
    );
    const ofPutTogether = judgeEach(
      factsOf(facts, "put-together-url"),
      ({ driver }) => driver,
      (driverName, { place, parameters }) => {
        const driver = driverNamed(driverName);
        if (driver === undefined) return [];
        return Object.entries(parameters).flatMap(([key, value]) => {
          const flaw = flawOf(driver, key, value);
          return flaw === undefined ? [] : { place, ...flaw };
        });
      },
    );
    return together(
      ofUrls,
      ofPutTogether,
      npgsqlWords(facts),
      refusedArguments(facts),
      wordsForModes(facts),
      modesOfVersions(facts),
      verdictOf(parametersForLibpq(facts)),
      verdictOf(parametersOfTools(facts)),
    );
  },
});

/** Drivers that refuse no word for `sslmode`. */
const GUESSING: readonly string[] = ["prisma", "node-postgres", "postgres-js"];

/**
 * A word for `sslmode` that is none: Prisma's engine takes it for `prefer` (prisma-engines: quaint, PostgreSQL's URL), and
 * node-postgres, postgres.js and Prisma's adapters verify.
 */
function wordsForModes(facts: readonly Fact[]): Verdict {
  const open = connections(facts).filter(({ parameters, driver }) => {
    const mode = parameters.known ? parameters.value.sslmode : undefined;
    return mode !== undefined && driver.known && GUESSING.includes(driver.value) && isNoSslMode(mode);
  });
  const why = "`sslmode` has no value that is known, and whether the driver verifies then depends on it";
  return { violations: [], undecided: open.map(({ place }) => ({ place, why })) };
}

/** lib/pq refuses `prefer` and `allow` before 1.12, of March 2026 (lib/pq: CHANGELOG.md, 1270). */
function modesOfVersions(facts: readonly Fact[]): Verdict {
  const open = connections(facts).filter(({ parameters, driver }) => {
    const mode = parameters.known ? parameters.value.sslmode : undefined;
    return driver.known && driver.value === "lib-pq" && (mode === "prefer" || mode === "allow");
  });
  const why = "lib/pq takes this `sslmode` from 1.12 on, and ends at it before; `require` is taken by all";
  return { violations: [], undecided: open.map(({ place }) => ({ place, why })) };
}

/** What a driver says of one parameter alone; of a value that is put in, only the key is judged. */
function flawOf(driver: Driver, key: string, value: string | undefined) {
  if (fateOf(driver, key, value) === "refused") return refused(driver, key);
  if (value !== undefined && SECOND.test(value)) return secondMark(key);
  return value !== undefined && isWrongTls(driver, key, value) ? wrongTls(driver, key) : undefined;
}

/** `pgbouncer=true?connection_limit=1`: only the first `?` begins parameters (RFC 3986, 3.4). */
const SECOND = /\?[a-z_][a-z0-9_.]*=/i;

function secondMark(key: string) {
  return {
    what: /^[a-z_][a-z0-9_.]*$/i.test(key) ? `URL parameter \`${key}\`` : "a URL parameter",
    expected: "`&` before the next parameter",
    got: "a second `?`, so that the next one is a part of its value",
    fix: "Write `&` in place of the second `?`.",
  };
}

function refused(driver: Driver, key: string) {
  const [tlsKey, tlsValue] = Object.entries(driver.tls)[0] ?? [];
  const right =
    key.startsWith("ssl") && tlsKey !== undefined && key !== tlsKey
      ? `${tlsKey}=${tlsValue}`
      : nearest(key, driver.parameters);
  const elsewhere = driver.unprepared !== undefined && key in driver.unprepared;
  const fix = elsewhere
    ? "Remove it from the URL, and pass it where the code connects."
    : right === undefined
      ? "Remove it."
      : `Remove it, or write \`${right}\`.`;
  return {
    what: /^[a-z_][a-z0-9_.]*$/i.test(key) ? `URL parameter \`${key}\`` : "a URL parameter that is no word",
    expected: `one that ${driver.name} understands`,
    got: "one that it refuses or the server does",
    fix,
    // SQLAlchemy hands the key to asyncpg as it is, which takes the same values under its own name.
    ...(key === "sslmode" &&
      tlsKey === "ssl" && { edit: { replace: "sslmode=", by: "ssl=", after: ["?", "&"] } }),
  };
}

/** Whether the server's options set anything: the tenant (`reference=…`) is the pooler's own. */
function sets(options: string): boolean {
  return /(?:^|\s)(?:-c\s*|--)(?!reference=)[a-z_.]+=/i.test(options.replaceAll("+", " "));
}

/** Supavisor takes none of them to the server (supabase/supavisor#206), and PgBouncer refuses the connection. */
function lostOptions() {
  return {
    severity: "warning" as const,
    what: "URL parameter `options`",
    expected: "none that sets something, since a pooler in transaction mode has no session to set it for",
    got: "one that the pooler ignores or refuses",
    fix: "Set it where the query runs (`SET LOCAL`, or a schema before the table's name), for the role in the database, or use session mode.",
  };
}

function isWrongTls(driver: Driver, key: string, value: string): boolean {
  return key in driver.tls && driver.tlsValues !== undefined && !driver.tlsValues.includes(value);
}

/** The value is not quoted: it may be a piece of a cut password. */
function wrongTls(driver: Driver, key: string) {
  return {
    what: `URL parameter \`${key}\``,
    expected: (driver.tlsValues ?? []).join(", "),
    got: "another value",
    fix: `Write \`${key}=require\`.`,
  };
}
