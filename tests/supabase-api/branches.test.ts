import assert from "node:assert/strict";
import { Client } from "pg";
import { startPooler, type Tenant } from "../../rehearsal/pooler";
import { startPostgres } from "../../rehearsal/postgres";
import { type EmbeddedSupabase, startSupabase } from "../../rehearsal/supabase";
import { RETRY_POLICY } from "../../render-api";
import {
  branchEnd,
  createBranch,
  listBranches,
  readBranchDatabase,
  removeBranch,
  SupabaseClient,
} from "../../supabase-api";

const PROJECT = "abcdefghijklmnopqrst";
const POOLER = "aws-0-us-west-1.pooler.supabase.com";
const ASKED = { name: "shop-pr-7", gitBranch: "change" };
const ONCE = { ...RETRY_POLICY, failurePauses: [], rateLimitPauses: [] };

describe("A branch of a Supabase project", () => {
  const tenants: Record<string, Tenant> = {};
  let supabase: EmbeddedSupabase;
  /** How often a PostgreSQL was started. */
  let started = 0;

  before(async () => {
    supabase = await startSupabase({
      ...{ projects: [PROJECT], tenants, poolerHost: POOLER, requestsPerMinute: 40 },
      startDatabase: () => {
        started += 1;
        return startPostgres();
      },
      migrate: async ({ host, port, adminUser: user, adminPassword: password }) => {
        const client = new Client({ host, port, user, password, database: "postgres" });
        await client.connect();
        await client.query("CREATE TABLE orders (id int)");
        await client.end();
      },
    });
  });
  after(() => supabase.stop());

  const client = (accessToken = supabase.accessToken, more = {}) =>
    new SupabaseClient({ endpoint: supabase.endpoint, accessToken, retry: ONCE, ...more });

  it("has the project's migrations once it is ready, at the pooler by its own reference, and is gone once it is removed", async () => {
    const asking = client();
    await createBranch(asking, PROJECT, ASKED);
    const find = async () => (await listBranches(asking, PROJECT)).find(({ name }) => name === ASKED.name);
    const [coming] = await Promise.all([find(), supabase.branches.of(PROJECT)[0]?.work.then(() => {})]);
    const ready = await find();
    assert.ok(coming !== undefined && ready !== undefined);
    assert.deepEqual([branchEnd(coming), branchEnd(ready)], ["coming", "ready"]);
    assert.deepEqual(
      [ready.isDefault, ready.persistent, ready.gitBranch, ready.pullRequest],
      [false, false, "change", undefined],
    );
    const pooler = await startPooler({ tenants });
    const { user, password, projectRef, poolerHost } = await readBranchDatabase(asking, ready);
    const at = { host: "127.0.0.1", port: pooler.sessionPort, ssl: { rejectUnauthorized: false } };
    const session = new Client({ ...at, user: `${user}.${projectRef}`, password, database: "postgres" });
    await session.connect();
    assert.equal((await session.query("SELECT * FROM orders")).rowCount, 0);
    await session.end();
    await pooler.stop();
    assert.equal(poolerHost, POOLER);
    await removeBranch(asking, ready);
    await removeBranch(asking, ready);
    assert.deepEqual([await find(), tenants], [undefined, {}]);
    assert.equal(started, 1);
  });

  it("is refused with what to type: a token that is wrong or may not make one, and a project that is not there", async () => {
    await assert.rejects(
      listBranches(client("sbp_wr0ng"), PROJECT),
      /answered 401 .*make one at .*set SUPABASE_ACCESS_TOKEN/,
    );
    const reader = client(supabase.readOnlyToken);
    await assert.rejects(createBranch(reader, PROJECT, ASKED), /403 .*branching_development_create/);
    await assert.rejects(
      listBranches(client(), "z".repeat(20)),
      /404 .*There is no project z+ .*compare `projectRef`/,
    );
    assert.equal(started, 1);
  });

  it("is asked for no more often than Supabase says, with a word on the pause", async () => {
    const controller = new AbortController();
    const onPause = (words: string) => controller.abort(new Error(words));
    const hasty = client(supabase.accessToken, { retry: { ...ONCE, rateLimitPauses: [1] }, onPause });
    const asked = async () => {
      for (;;) await listBranches(hasty, PROJECT, controller.signal);
    };
    await assert.rejects(asked, /answered 429; next attempt in (?:[1-9]|[1-5]\d|60) s/);
  });

  it("comes up, is ready, or says why it will not be; a state that is new is waited for", async () => {
    const branch = {
      ...{ name: "b", projectRef: PROJECT, isDefault: false, persistent: false, createdAt: "" },
      ...{ gitBranch: undefined, pullRequest: undefined, deletion: undefined },
    };
    const end = (status: string, projectStatus?: string, deletion?: string): string => {
      const found = branchEnd({ ...branch, status, projectStatus, deletion });
      return typeof found === "string" ? found : found.failed;
    };
    assert.equal(end("MIGRATIONS_PASSED", "ACTIVE_HEALTHY"), "ready");
    assert.equal(end("FUNCTIONS_FAILED", "ACTIVE_HEALTHY"), "ready");
    assert.equal(end("MIGRATIONS_PASSED", "COMING_UP"), "coming");
    assert.equal(end("RUNNING_MIGRATIONS", "ACTIVE_HEALTHY"), "coming");
    assert.equal(end("SOMETHING_NEW", "ACTIVE_HEALTHY"), "coming");
    assert.equal(end("MIGRATIONS_PASSED", "SOMETHING_NEW"), "coming");
    assert.match(end("MIGRATIONS_FAILED", "ACTIVE_HEALTHY"), /migrations failed/);
    assert.match(end("CREATING_PROJECT", "INIT_FAILED"), /could not be started/);
    assert.equal(end("FUNCTIONS_DEPLOYED", "INACTIVE"), "paused");
    assert.equal(end("MIGRATIONS_PASSED", "PAUSING"), "coming");
    assert.match(end("FUNCTIONS_DEPLOYED", "ACTIVE_HEALTHY", "2026-12-01T00:00:00Z"), /to be removed at/);
  });
});
