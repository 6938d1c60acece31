import assert from "node:assert/strict";
import { Client } from "pg";
import { askDatabase, type ExpectedAccess, judgeAccess } from "../../probes";
import { type Postgres, startPostgres } from "../../rehearsal/postgres";

const PASSWORD = "c4nary/s3cret@v4lue";

describe("What a role may use of its database", () => {
  let postgres: Postgres;
  const { signal } = new AbortController();
  const url = () =>
    `postgresql://navigator:${encodeURIComponent(PASSWORD)}@127.0.0.1:${postgres.port}/postgres`;

  const administrator = async (): Promise<Client> => {
    const { socketDirectory: host, port, superuser: user } = postgres;
    const admin = new Client({ host, port, user, database: "postgres" });
    await admin.connect();
    return admin;
  };

  const asked = (access: ExpectedAccess) =>
    askDatabase({ url: url(), addresses: {}, access, timeout: 60_000 }, signal);
  const run = async (text: string) => {
    const admin = await administrator();
    await admin.query(text);
    await admin.end();
  };
  before(async () => {
    postgres = await startPostgres();
    await run(`CREATE ROLE navigator LOGIN PASSWORD '${PASSWORD}'; ALTER ROLE navigator SET search_path = used;
      CREATE SCHEMA used; GRANT USAGE ON SCHEMA used TO navigator;
      CREATE TABLE used.ships (id bigserial PRIMARY KEY, name text); INSERT INTO used.ships (name) VALUES ('Ada');
      CREATE TABLE used.alembic_version (version_num text); CREATE VIEW used.names AS SELECT name FROM used.ships;
      CREATE SCHEMA bare; CREATE SCHEMA closed; CREATE TABLE closed.secrets (id int)`);
  });
  after(() => postgres.stop());

  const CASES: readonly [string, string, ExpectedAccess, "pass" | "fail", RegExp, RegExp?][] = [
    [
      "passes where no table is there yet",
      "",
      { schemas: ["bare"], privileges: "read-write" },
      "pass",
      /no table yet/,
    ],
    [
      "fails where none can be read, whatever is declared",
      "",
      { schemas: ["used"] },
      "fail",
      /navigator may read none of the 3 tables/,
      /GRANT SELECT ON TABLE used\.alembic_version, used\.names, used\.ships TO navigator;/,
    ],
    [
      "passes where some can be read and nothing is declared, and says which cannot",
      "GRANT SELECT ON used.ships TO navigator",
      { schemas: ["used"] },
      "pass",
      /may read 1 of 3 tables, not used\.alembic_version, used\.names/,
    ],
    [
      "fails where the migrations' table is closed to a role that is to read",
      "",
      { schemas: ["used"], privileges: "read" },
      "fail",
      /may not read used\.alembic_version, used\.names, although its privileges are `read`/,
      /GRANT SELECT ON TABLE used\.alembic_version, used\.names TO navigator;/,
    ],
    [
      "passes where everything can be read and that is enough",
      "GRANT SELECT ON ALL TABLES IN SCHEMA used TO navigator",
      { schemas: ["used"], privileges: "read" },
      "pass",
      /may read all 3 tables/,
    ],
    [
      "fails where a table cannot be written, nor its sequence used",
      "",
      { schemas: ["used"], privileges: "read-write" },
      "fail",
      /may not write used\.alembic_version, used\.ships, and may not use the sequence used\.ships_id_seq/,
      /GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE .* GRANT USAGE, SELECT ON SEQUENCE used\.ships_id_seq TO navi/,
    ],
    [
      "says so and passes where nothing is declared, for the role may be there to read",
      "GRANT INSERT ON used.ships TO navigator",
      { schemas: ["used"] },
      "pass",
      /3 tables; may not write used.*; navigator may not use the sequence used\.ships_id_seq, .* \(`GRANT USAGE ON SEQUENCE used\.sh/,
    ],
    [
      "passes where it reads, writes and counts",
      "GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA used TO navigator; GRANT USAGE ON ALL SEQUENCES IN SCHEMA used TO navigator",
      { schemas: ["used"], privileges: "read-write" },
      "pass",
      /may read all 3 tables$/,
    ],
    [
      "fails where each session of a role that is to write is read only",
      "ALTER ROLE navigator SET default_transaction_read_only = on",
      { schemas: ["used"], privileges: "read-write" },
      "fail",
      /navigator cannot write, .* `default_transaction_read_only` is on \(set in: user\)/,
      /ALTER ROLE navigator RESET default_transaction_read_only;/,
    ],
    ["and passes where it is to read", "", { schemas: ["used"], privileges: "read" }, "pass", /3 tables$/],
    ["says so where nothing is declared", "", { schemas: ["used"] }, "pass", /writes none: its sessions are/],
    [
      "says where it is set for the whole database, as Supabase does where a disk is full",
      `ALTER ROLE navigator RESET default_transaction_read_only;
       ALTER DATABASE postgres SET default_transaction_read_only = on`,
      { schemas: ["used"], privileges: "read-write" },
      "fail",
      /set in: database\)/,
      /full disk .* ALTER DATABASE postgres RESET default_transaction_read_only;/,
    ],
    [
      "names the schema that is closed",
      "SET transaction_read_only = off; ALTER DATABASE postgres RESET default_transaction_read_only",
      { schemas: ["used", "closed"], privileges: "read-write" },
      "fail",
      /may not read closed\.secrets/,
      /GRANT USAGE ON SCHEMA closed TO navigator;/,
    ],
    [
      "tells row level security that hides every row",
      "ALTER TABLE used.ships ENABLE ROW LEVEL SECURITY",
      { schemas: ["used"], privileges: "read-write" },
      "pass",
      /hides every row of used\.ships from navigator.*ALTER ROLE navigator BYPASSRLS;/,
    ],
    [
      "and where the only policies show rows to who is signed in at Supabase, or to none",
      "CREATE POLICY own ON used.ships USING ((SELECT auth.uid()) = gen_random_uuid()); CREATE POLICY bare ON used.ships",
      { schemas: ["used"], privileges: "read-write" },
      "pass",
      /hides every row of used\.ships from navigator: no policy is for it, or each asks who is signed in/,
    ],
    [
      "and does not where such a policy has another way to a row",
      "CREATE POLICY other ON used.ships FOR SELECT USING (name IS NOT NULL OR auth.uid() IS NOT NULL)",
      { schemas: ["used"], privileges: "read-write" },
      "pass",
      /may read all 3 tables$/,
    ],
    [
      "and does not where a policy lets it see some",
      "DROP POLICY other ON used.ships; CREATE POLICY seen ON used.ships FOR SELECT TO navigator USING (true)",
      { schemas: ["used"], privileges: "read-write" },
      "pass",
      /may read all 3 tables$/,
    ],
  ];
  for (const [what, first, access, outcome, reason, fix] of CASES) {
    it(what, async () => {
      if (first !== "") await run(first);
      const answer = await asked(access);
      assert.equal(answer.outcome, outcome, answer.reason);
      assert.match(answer.reason, reason);
      if (fix !== undefined) assert.match(answer.correctiveAction ?? "", fix);
    });
  }

  it("gives grants that mend it when they are typed", async () => {
    const access: ExpectedAccess = { schemas: ["used", "closed"], privileges: "read-write" };
    const { correctiveAction = "" } = await asked(access);
    await run(correctiveAction.slice(correctiveAction.indexOf(": ") + 2));
    assert.equal((await asked(access)).outcome, "pass");
  });

  it("says which extensions it does not find, and is let in by what it prints", async () => {
    const access: ExpectedAccess = { schemas: ["used"], privileges: "read-write" };
    await run("CREATE EXTENSION pg_trgm WITH SCHEMA extensions");
    const closed =
      /navigator may not use the schema extensions, and finds nothing of pg_trgm \(`(GRANT USAGE ON SCHEMA extensions TO navigator;)`/;
    const { outcome, reason } = await asked(access);
    assert.equal(outcome, "pass");
    await run(closed.exec(reason)?.[1] ?? "");
    assert.doesNotMatch((await asked(access)).reason, /extensions/);
  });

  it("takes a server that follows another for no verdict where the role is to write", () => {
    const standby = { standby: true, source: "default", login: "navigator", database: "postgres" };
    const judged = (access: ExpectedAccess) => judgeAccess("navigator", [], access, standby).outcome;
    assert.deepEqual(
      [judged({ privileges: "read-write" }), judged({ privileges: "read" }), judged({})],
      ["not-decided", "pass", "pass"],
    );
  });

  it("quotes a role in what is to be typed, where its name needs it", () => {
    const table = { schema: "used", name: "ships", owner: "postgres", sequence: false };
    const hidden = { ...table, reached: true, reads: true, writes: true, hidden: true };
    const { reason } = judgeAccess("shop.main", [hidden], { privileges: "read-write" });
    assert.match(reason, /type `ALTER ROLE "shop\.main" BYPASSRLS;`/);
  });
});
