/** A database as others have left it, and what the service does in it. APP, ROLE_ and OTHER are names of the test's. */
export interface FreshDatabase {
  readonly superuser?: string;
  /** As the administrator, before the role is there. */
  readonly before?: string;
  /** @default APP */
  readonly schemas?: readonly string[];
  readonly owners?: readonly string[];
  /** As the administrator, once the role is there. */
  readonly later?: string;
  readonly laterAsSuperuser?: string;
  /** What must succeed as the service, before and after a rotation. */
  readonly uses: readonly string[];
  /** As the service, once it is verified. */
  readonly clears?: string;
  /** @default "pass" */
  readonly verified?: "pass" | "fail" | "not-decided";
  readonly words?: RegExp;
  readonly after?: string;
}

const OTHER_OWNER = "CREATE ROLE OTHER; GRANT OTHER TO postgres; GRANT CREATE, USAGE ON SCHEMA APP TO OTHER";

/** Written before they were run. */
export const DATABASES: Readonly<Record<string, FreshDatabase>> = {
  "with partitions of partitions, one of them attached later": {
    before: `CREATE TABLE APP.e (id int, at date) PARTITION BY RANGE (at);
      CREATE TABLE APP.y PARTITION OF APP.e FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY HASH (id);
      CREATE TABLE APP.h PARTITION OF APP.y FOR VALUES WITH (modulus 1, remainder 0)`,
    later: `CREATE TABLE APP.n (id int, at date); ALTER TABLE APP.e ATTACH PARTITION APP.n FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')`,
    uses: [
      "INSERT INTO APP.e VALUES (1, '2026-05-05'), (2, '2027-05-05')",
      "SELECT * FROM APP.n",
      "DELETE FROM APP.e",
    ],
  },
  "with a partition that is detached later": {
    before: `CREATE TABLE APP.e (id int) PARTITION BY LIST (id); CREATE TABLE APP.one PARTITION OF APP.e FOR VALUES IN (1)`,
    later: "ALTER TABLE APP.e DETACH PARTITION APP.one",
    uses: ["INSERT INTO APP.one VALUES (1)", "DELETE FROM APP.one"],
  },
  "with an identity and a serial column that come later": {
    before: "CREATE TABLE APP.t (n int)",
    later:
      "ALTER TABLE APP.t ADD COLUMN a int GENERATED ALWAYS AS IDENTITY; ALTER TABLE APP.t ADD COLUMN b serial",
    uses: ["INSERT INTO APP.t (n) VALUES (1)", "DELETE FROM APP.t"],
  },
  "with generated columns": {
    before: "CREATE TABLE APP.t (n int, twice int GENERATED ALWAYS AS (n * 2) STORED, CHECK (twice < 100))",
    uses: ["INSERT INTO APP.t (n) VALUES (1)", "SELECT twice FROM APP.t", "DELETE FROM APP.t"],
  },
  "with a materialized view of another's table": {
    superuser: `${OTHER_OWNER}; CREATE SCHEMA OTHER; CREATE TABLE OTHER.t (id int); GRANT USAGE ON SCHEMA OTHER TO postgres; GRANT SELECT ON OTHER.t TO postgres`,
    before: "CREATE MATERIALIZED VIEW APP.m AS SELECT * FROM OTHER.t; CREATE UNIQUE INDEX ON APP.m (id)",
    later: "REFRESH MATERIALIZED VIEW CONCURRENTLY APP.m",
    uses: ["SELECT * FROM APP.m"],
  },
  "with domains of enums, composites and arrays of them": {
    before: `CREATE TYPE APP.mood AS ENUM ('well', 'ill'); CREATE DOMAIN APP.known AS APP.mood CHECK (VALUE <> 'ill');
      CREATE TYPE APP.pair AS (a APP.mood, b int); CREATE TABLE APP.t (m APP.known, p APP.pair, l APP.known[])`,
    later: "ALTER TYPE APP.mood ADD VALUE 'new'",
    uses: [
      "INSERT INTO APP.t VALUES ('new', ROW('well', 1), ARRAY['well', 'new']::APP.known[])",
      "CREATE TEMP TABLE kept AS SELECT * FROM APP.t",
      "DROP TABLE kept; DELETE FROM APP.t",
    ],
  },
  "with an extension in a schema of its own that PUBLIC may use": {
    superuser:
      "CREATE SCHEMA OTHER; GRANT USAGE ON SCHEMA OTHER TO PUBLIC; CREATE EXTENSION citext SCHEMA OTHER",
    before: "CREATE TABLE APP.t (name OTHER.citext PRIMARY KEY)",
    uses: ["INSERT INTO APP.t VALUES ('Ada')", "DELETE FROM APP.t"],
    after: "DROP EXTENSION citext CASCADE",
  },
  "with an extension in a schema that is closed to it": {
    superuser:
      "CREATE SCHEMA OTHER; GRANT USAGE ON SCHEMA OTHER TO postgres; CREATE EXTENSION citext SCHEMA OTHER",
    before: "CREATE TABLE APP.t (name OTHER.citext PRIMARY KEY)",
    uses: ["SELECT * FROM APP.t"],
    words: /citext/,
    after: "DROP EXTENSION citext CASCADE",
  },
  "with default privileges by several owners": {
    superuser: OTHER_OWNER,
    owners: ["postgres", "OTHER"],
    later: "CREATE TABLE APP.a (id serial)",
    laterAsSuperuser:
      "SET ROLE OTHER; CREATE TABLE APP.b (id serial); CREATE VIEW APP.v AS SELECT * FROM APP.b; RESET ROLE",
    uses: [
      "INSERT INTO APP.a DEFAULT VALUES; INSERT INTO APP.b DEFAULT VALUES",
      "SELECT * FROM APP.v",
      "DELETE FROM APP.a; DELETE FROM APP.b",
    ],
  },
  "with an owner whose own default privileges take from PUBLIC": {
    superuser: OTHER_OWNER,
    before: "ALTER DEFAULT PRIVILEGES FOR ROLE OTHER REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
    owners: ["postgres", "OTHER"],
    laterAsSuperuser: "SET ROLE OTHER; CREATE TABLE APP.b (id int); RESET ROLE",
    uses: ["INSERT INTO APP.b VALUES (1)", "DELETE FROM APP.b"],
    after: "ALTER DEFAULT PRIVILEGES FOR ROLE OTHER GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
  },
  "with row level security that is forced and lets all in": {
    before: `CREATE TABLE APP.t (id int); ALTER TABLE APP.t ENABLE ROW LEVEL SECURITY; ALTER TABLE APP.t FORCE ROW LEVEL SECURITY;
      CREATE POLICY all_of_it ON APP.t USING (true)`,
    uses: ["INSERT INTO APP.t VALUES (1)", "DELETE FROM APP.t"],
  },
  "whose PUBLIC may neither connect nor use a schema": {
    superuser: "REVOKE ALL ON DATABASE postgres FROM PUBLIC; REVOKE ALL ON SCHEMA public FROM PUBLIC",
    before: "CREATE TABLE APP.t (id int)",
    uses: ["INSERT INTO APP.t VALUES (1)", "DELETE FROM APP.t"],
    after: "GRANT CONNECT, TEMPORARY ON DATABASE postgres TO PUBLIC; GRANT USAGE ON SCHEMA public TO PUBLIC",
  },
  "whose role has a limit of connections that leaves room": {
    before: "CREATE TABLE APP.t (id int)",
    later: "ALTER ROLE ROLE_ CONNECTION LIMIT 3",
    uses: [
      "SELECT * FROM APP.t",
      "SELECT 1 / (rolconnlimit = 3)::int FROM pg_roles WHERE rolname = session_user",
    ],
  },
  "whose role is valid for some years": {
    before: "CREATE TABLE APP.t (id int)",
    later: "ALTER ROLE ROLE_ VALID UNTIL 'infinity'",
    uses: ["SELECT * FROM APP.t"],
  },
  "whose role finds its names by a `search_path` with quotes": {
    superuser: 'CREATE SCHEMA "APP, Ä" AUTHORIZATION postgres',
    schemas: ["APP, Ä"],
    before: 'CREATE TABLE "APP, Ä".docks (id int)',
    later: 'ALTER ROLE ROLE_ SET search_path = "APP, Ä", public',
    uses: ["INSERT INTO docks VALUES (1)", "DELETE FROM docks"],
  },
  "whose role finds its names by a `search_path` in one database": {
    before: "CREATE TABLE APP.docks (id int)",
    later: "ALTER ROLE ROLE_ IN DATABASE postgres SET search_path = APP",
    uses: ["INSERT INTO docks VALUES (1)", "DELETE FROM docks"],
  },
  "whose role has settings of its own": {
    before: "CREATE TABLE APP.t (id int)",
    later: "ALTER ROLE ROLE_ SET timezone = 'Europe/Oslo'; ALTER ROLE ROLE_ SET statement_timeout = '55s'",
    uses: [
      "SELECT 1 / (current_setting('timezone') = 'Europe/Oslo')::int",
      "SELECT 1 / (current_setting('statement_timeout') = '55s')::int",
    ],
  },
  "with a view of a schema that is not declared": {
    before: `CREATE SCHEMA OTHER; CREATE TABLE OTHER.t (id int); CREATE VIEW APP.v WITH (security_barrier) AS SELECT * FROM OTHER.t`,
    uses: ["SELECT * FROM APP.v", "INSERT INTO APP.v VALUES (1)", "DELETE FROM APP.v"],
  },
  "whose role was made a member of another, and has a member": {
    superuser: "CREATE ROLE OTHER; CREATE ROLE OTHERb; GRANT OTHER TO postgres WITH ADMIN OPTION",
    before: "CREATE TABLE APP.t (id int)",
    later: "GRANT OTHER TO ROLE_",
    laterAsSuperuser: "GRANT ROLE_ TO OTHERb",
    uses: ["SELECT * FROM APP.t"],
  },
  "whose role gives defaults of its own, and owns a partition": {
    superuser: "CREATE ROLE OTHER; GRANT USAGE, CREATE ON SCHEMA APP TO OTHER",
    before: "CREATE TABLE APP.e (id int) PARTITION BY LIST (id)",
    uses: [
      "ALTER DEFAULT PRIVILEGES IN SCHEMA APP GRANT SELECT ON TABLES TO OTHER",
      "CREATE TABLE IF NOT EXISTS APP.mine (id int)",
      "INSERT INTO APP.mine VALUES (1); TABLE APP.mine; DELETE FROM APP.mine",
    ],
  },
};
