import assert from "node:assert/strict";
import { addressesOf, pooledProjects, serverOf } from "../../../cli/rehearse/addresses";
import { declaredDatabases, typedUrlsOf } from "../../../cli/rehearse/database/declared-databases";
import type { StackFile } from "../../../cli/stacks/stack-file";

const PORTS = { session: 1, transaction: 2, direct: 3 };
const REF = "abcdefghijklmnopqrst";
const POOLER = "aws-0-us-west-1.pooler.supabase.com";
const stack = (config: Record<string, unknown>): StackFile => ({
  ...{ stack: "staging", secretKeys: [], secretPlaces: [] },
  config: Object.fromEntries(Object.entries(config).map(([key, value]) => [`portcullis:${key}`, value])),
});
const of = (config: Record<string, unknown>): Record<string, string> => {
  const { "staging.database-of-a-typed-url.invalid:5432": _, ...rest } = addressesOf(stack(config), PORTS);
  return rest;
};

describe("the addresses of a rehearsed stack", () => {
  it("are those of its declared databases, several too", () => {
    assert.deepEqual(
      of({
        databases: {
          main: { supabase: { projectRef: REF, poolerHost: POOLER } },
          jobs: { host: "jobs.internal", port: 6000 },
        },
      }),
      {
        "jobs.internal:6000": "127.0.0.1:3",
        [`db.${REF}.supabase.co:5432`]: "[100::1]:5432",
        [`db.${REF}.supabase.co:6543`]: "[100::1]:6543",
        [`${POOLER}:5432`]: "127.0.0.1:1",
        [`${POOLER}:6543`]: "127.0.0.1:2",
      },
    );
  });

  it("are of a server for each place that databases are at, whichever host leads to a project", () => {
    const databases = {
      main: { supabase: { projectRef: REF, poolerHost: POOLER } },
      same: { host: POOLER, port: 6543, role: `reader.${REF}` },
      jobs: { host: "jobs.internal", port: 6000, name: "jobs" },
      more: { host: "jobs.internal", port: 6000, name: "more" },
      typed: { url: "made up" },
    };
    const file = stack({ databases });
    assert.deepEqual(declaredDatabases(file).map(serverOf), [
      REF,
      REF,
      "jobs.internal:6000",
      "jobs.internal:6000",
      "",
    ]);
    assert.equal(serverOf({ host: `db.${REF}.supabase.co` }), REF);
    const directOf = (database: Parameters<typeof serverOf>[0]) => (serverOf(database) === REF ? 3 : 4);
    assert.equal(addressesOf(file, { ...PORTS, directOf })["jobs.internal:6000"], "127.0.0.1:4");
  });

  it("are the pooler's, and out of reach, for Supabase's hosts that are declared as any other", () => {
    const database = { host: POOLER, port: 5432, role: `postgres.${REF}` };
    const pooled = { [`${POOLER}:5432`]: "127.0.0.1:1", [`${POOLER}:6543`]: "127.0.0.1:2" };
    assert.deepEqual(of({ database }), pooled);
    assert.deepEqual(pooledProjects(stack({ database })), [{ projectRef: REF, poolerHost: POOLER }]);
    assert.deepEqual(of({ database: { ...database, role: "postgres" } }), pooled);
    const direct = `db.${REF}.supabase.co`;
    assert.deepEqual(of({ database: { host: direct } }), { [`${direct}:5432`]: "[100::1]:5432" });
  });

  it("are those of a URL that is typed plainly, and of every variable that holds one", () => {
    const config = {
      databaseUrl: `postgresql+asyncpg://postgres.${REF}:s3cret@${POOLER}:6543/postgres`,
      service: { environment: { REPORTS_URL: "postgres://reports:pw@reports.example.com/reports", A: "b" } },
      services: {
        api: { environment: { DIRECT_URL: `postgresql://postgres:pw@db.${REF}.supabase.co/postgres` } },
      },
    };
    const found = of(config);
    assert.equal(found[`${POOLER}:6543`], "127.0.0.1:2");
    assert.equal(found["reports.example.com:5432"], "127.0.0.1:3");
    assert.equal(found[`db.${REF}.supabase.co:5432`], "[100::1]:5432");
    assert.deepEqual(pooledProjects(stack(config)), [{ projectRef: REF, poolerHost: POOLER }]);
    assert.deepEqual(
      typedUrlsOf(stack(config)).map(({ user, password, database }) => [user, password, database]),
      [
        [`postgres.${REF}`, "s3cret", "postgres"],
        ["reports", "pw", "reports"],
        ["postgres", "pw", "postgres"],
      ],
    );
  });
});
