import assert from "node:assert/strict";
import { Client } from "pg";
import { askDatabase, type ExpectedAccess } from "../../probes";
import { type Postgres, startPostgres } from "../../rehearsal/postgres";

const PASSWORD = "c4nary/s3cret@v4lue";

/** A function of the schema audit that no role but its owner may execute. */
const closed = (name: string, args: string, returns: string, body: string): string =>
  `CREATE FUNCTION audit.used_${name}(${args}) RETURNS ${returns} LANGUAGE sql IMMUTABLE AS '${body}';
   REVOKE EXECUTE ON FUNCTION audit.used_${name}(${args}) FROM PUBLIC;`;
const FITS = closed("fits", "text", "boolean", "SELECT true");
const SAME = `${closed("same", "text, text", "boolean", "SELECT $1 OPERATOR(pg_catalog.=) $2")}
  CREATE OPERATOR audit.=~= (LEFTARG = text, RIGHTARG = text, FUNCTION = audit.used_same);`;
const TRIGGER = (body: string, more = "") => `CREATE TABLE used.ships (id int, code text); ${more};
  CREATE FUNCTION used.noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN new; END $$;
  CREATE TRIGGER noted BEFORE INSERT ON used.ships FOR EACH ROW EXECUTE FUNCTION used.noted()`;
const CODE = `CREATE FUNCTION used.make_code(int) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
  REVOKE EXECUTE ON FUNCTION used.make_code(int) FROM PUBLIC`;

type Expected = "fail" | "not-decided" | "clean";

/** An INSERT that leaves an array or a composite out goes through. The SQL, which is to be granted to the role as far as tables and sequences go; an INSERT that shows who is right. */
const CASES: Readonly<Record<string, readonly [sql: string, insert: string, Expected, words?: RegExp]>> = {
  "a column of an array of a domain that asks a closed function": [
    `${FITS} CREATE DOMAIN used.code AS text CHECK (audit.used_fits(value)); CREATE TABLE used.ships (codes used.code[])`,
    "INSERT INTO used.ships VALUES (ARRAY['a']::used.code[])",
    "not-decided",
    /audit\.used_fits\(text\), which the check .* inside of a column of used\.ships calls/,
  ],
  "a column of a composite with a domain that asks a closed function": [
    `${FITS} CREATE DOMAIN used.code AS text CHECK (audit.used_fits(value)); CREATE TYPE used.tag AS (name text, code used.code);
     CREATE TABLE used.ships (tag used.tag)`,
    "INSERT INTO used.ships VALUES (('a', 'b'))",
    "not-decided",
    /audit\.used_fits\(text\), which the check .* inside of a column of used\.ships calls/,
  ],
  "a column of an array of such a composite": [
    `${FITS} CREATE DOMAIN used.code AS text CHECK (audit.used_fits(value)); CREATE TYPE used.tag AS (name text, code used.code);
     CREATE TABLE used.ships (tags used.tag[])`,
    "INSERT INTO used.ships VALUES (ARRAY[('a', 'b')::used.tag])",
    "not-decided",
    /audit\.used_fits\(text\), which the check .* inside of a column of used\.ships calls/,
  ],
  "a column of a range of a domain that asks a closed function": [
    `${FITS} CREATE DOMAIN used.code AS text CHECK (audit.used_fits(value)); CREATE TYPE used.codes AS RANGE (SUBTYPE = used.code);
     CREATE TABLE used.ships (codes used.codes)`,
    "INSERT INTO used.ships VALUES ('[a,b]')",
    "not-decided",
    /audit\.used_fits\(text\), which the check .* inside of a column of used\.ships calls/,
  ],
  "a generated column that calls a closed function": [
    `${FITS} CREATE TABLE used.ships (code text, fits boolean GENERATED ALWAYS AS (audit.used_fits(code)) STORED)`,
    "INSERT INTO used.ships VALUES ('a')",
    "fail",
    /audit\.used_fits\(text\), which the default of used\.ships \(fits\) calls/,
  ],
  "a column of an array of a domain that asks an open function": [
    "CREATE DOMAIN used.code AS text CHECK (length(value) > 0); CREATE TABLE used.ships (codes used.code[])",
    "INSERT INTO used.ships VALUES (ARRAY['a']::used.code[])",
    "clean",
  ],
  "a column of a composite with a domain whose default calls a closed function": [
    `${closed("code", "", "text", "SELECT ''a''::text")} CREATE DOMAIN used.code AS text DEFAULT audit.used_code();
     CREATE TYPE used.tag AS (name text, code used.code); CREATE TABLE used.ships (id int, tag used.tag)`,
    "INSERT INTO used.ships (id) VALUES (1)",
    "clean",
  ],
  "a check with an operator of a closed function": [
    `${SAME} CREATE TABLE used.ships (code text CHECK (code OPERATOR(audit.=~=) code))`,
    "INSERT INTO used.ships VALUES ('a')",
    "fail",
    /audit\.used_same\(text, text\), which the check .* of used\.ships calls/,
  ],
  "a default with an operator of a closed function": [
    `${SAME} CREATE TABLE used.ships (id int, same boolean DEFAULT ('a' OPERATOR(audit.=~=) 'a'))`,
    "INSERT INTO used.ships (id) VALUES (1)",
    "fail",
    /audit\.used_same\(text, text\), which the default of used\.ships/,
  ],
  "an index of an expression with an operator of a closed function": [
    `${SAME} CREATE TABLE used.ships (code text); CREATE INDEX ON used.ships ((code OPERATOR(audit.=~=) 'a'))`,
    "INSERT INTO used.ships VALUES ('a')",
    "fail",
    /audit\.used_same\(text, text\), which the index .* calls/,
  ],
  "a policy with an operator of a closed function": [
    `${SAME} CREATE TABLE used.ships (code text); ALTER TABLE used.ships ENABLE ROW LEVEL SECURITY;
     CREATE POLICY own ON used.ships USING (code OPERATOR(audit.=~=) 'a') WITH CHECK (true)`,
    "SELECT * FROM used.ships",
    "fail",
    /audit\.used_same\(text, text\), which the policy own of used\.ships calls/,
  ],
  "a check with an operator of an open function": [
    "CREATE TABLE used.ships (code text CHECK (code <> '' AND code = ANY (ARRAY['a', 'b'])))",
    "INSERT INTO used.ships VALUES ('a')",
    "clean",
  ],
  "a trigger whose function calls a closed function without its schema": [
    TRIGGER("new.code := make_code(new.id);", CODE),
    "INSERT INTO used.ships VALUES (1)",
    "not-decided",
    /runs used\.noted\(\) as navigator, which calls used\.make_code\(integer\)/,
  ],
  "a trigger whose function calls a closed function in a query": [
    TRIGGER("SELECT make_code(new.id) INTO new.code;", CODE),
    "INSERT INTO used.ships VALUES (1)",
    "not-decided",
    /which calls used\.make_code\(integer\)/,
  ],
  "a trigger whose function calls one of two of a name, of which one is open": [
    TRIGGER(
      "new.code := make_code(new.code);",
      `${CODE}; CREATE FUNCTION used.make_code(text) RETURNS text LANGUAGE sql AS 'SELECT $1'`,
    ),
    "INSERT INTO used.ships VALUES (1)",
    "clean",
  ],
  "a trigger whose function calls one of PostgreSQL's own names": [
    TRIGGER(
      "new.code := upper(coalesce(new.code, 'a'));",
      `CREATE FUNCTION used.upper(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
       REVOKE EXECUTE ON FUNCTION used.upper(text) FROM PUBLIC`,
    ),
    "INSERT INTO used.ships VALUES (1)",
    "clean",
  ],
  "a trigger whose function writes columns of a table that is named as a closed function": [
    TRIGGER("INSERT INTO make_code (id) VALUES (1);", `CREATE TABLE used.make_code (id int); ${CODE}`),
    "INSERT INTO used.ships VALUES (1)",
    "clean",
  ],
  "a trigger whose function names a closed function in a text and a comment": [
    TRIGGER("-- make_code(1)\n RAISE NOTICE 'make_code(1)';", CODE),
    "INSERT INTO used.ships VALUES (1)",
    "clean",
  ],
  "a trigger whose function finds an open function by its own search_path": [
    `${TRIGGER("new.code := make_code(new.id);", CODE)};
     CREATE FUNCTION audit.make_code(int) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
     GRANT USAGE ON SCHEMA audit TO navigator; ALTER FUNCTION used.noted() SET search_path = audit`,
    "INSERT INTO used.ships VALUES (1)",
    "clean",
  ],
  "a trigger whose function calls an open function that writes what the role may not": [
    TRIGGER(
      "new.code := kept(new.id);",
      `CREATE TABLE IF NOT EXISTS audit.used_log (id int);
       CREATE FUNCTION used.kept(int) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO audit.used_log VALUES ($1); RETURN ''; END $f$`,
    ),
    "INSERT INTO used.ships VALUES (1)",
    "not-decided",
    /runs used\.noted\(\) as navigator, which .*audit\.used_log/,
  ],
};

describe("What columns, operators and calls of a table need beside its grants", function () {
  this.timeout(5 * 60_000);
  let postgres: Postgres;
  let schemas = 0;
  const { signal } = new AbortController();
  const session = async (login: {
    readonly user: string;
    readonly password?: string;
    readonly host: string;
  }) => {
    const client = new Client({ ...login, port: postgres.port, database: "postgres" });
    await client.connect();
    return client;
  };
  const run = async (text: string) => {
    const admin = await session({ host: postgres.socketDirectory, user: postgres.superuser });
    await admin.query(text).finally(() => admin.end());
  };

  before(async () => {
    postgres = await startPostgres();
    await run(`CREATE ROLE navigator LOGIN PASSWORD '${PASSWORD}'; CREATE SCHEMA audit`);
  });
  after(() => postgres.stop());

  /** Whether the statement goes through, as the role. */
  async function works(statement: string): Promise<boolean> {
    const role = await session({ host: "127.0.0.1", user: "navigator", password: PASSWORD });
    try {
      await role.query(statement);
      return true;
    } catch (error) {
      assert.match(String(error), /permission denied|does not exist/);
      return false;
    } finally {
      await role.end();
    }
  }

  for (const [what, [sql, statement, expected, words]] of Object.entries(CASES))
    it(`${what}: ${expected}`, async () => {
      const used = `used_${++schemas}`;
      const named = (text: string): string =>
        text.replaceAll("used", used).replaceAll("=~=", `=${"~".repeat(schemas)}=`);
      await run(`CREATE SCHEMA ${used}; REVOKE ALL ON SCHEMA audit FROM navigator; GRANT USAGE ON SCHEMA ${used} TO navigator;
        ${named(sql)}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${used} TO navigator;
        ALTER ROLE navigator SET search_path = ${used}`);
      const url = `postgresql://navigator:${encodeURIComponent(PASSWORD)}@127.0.0.1:${postgres.port}/postgres`;
      const access: ExpectedAccess = { schemas: [used], privileges: "read-write" };
      const ask = () => askDatabase({ url, addresses: {}, access, timeout: 60_000 }, signal);
      assert.equal(await works(named(statement)), expected === "clean", "what PostgreSQL itself does");
      const { outcome, reason, correctiveAction = "" } = await ask();
      const plain = reason.replaceAll(used, "used");
      if (expected === "clean") return assert.match(plain, /may read (?:the one table|all \d+ tables)$/);
      assert.equal(outcome, expected, plain);
      if (words !== undefined) assert.match(plain, words);
      await run(correctiveAction.replace(/^[^:]*: /, ""));
      assert.ok(await works(named(statement)), correctiveAction);
      assert.match((await ask()).reason, /may read (?:the one table|all \d+ tables)$/);
    });
});
