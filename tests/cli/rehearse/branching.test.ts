import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { startBranching } from "../../../cli/rehearse/branching";
import type { Source } from "../../../cli/rehearse/source/sources";
import type { StackFile } from "../../../cli/stacks/stack-file";
import type { Tenant } from "../../../rehearsal/pooler";

const PROJECT = "abcdefghijklmnopqrst";
const ASKED = { name: "shop-pr-7", gitBranch: "change", persistent: false };

const supabase = { projectRef: PROJECT, poolerHost: "aws-0-us-west-1.pooler.supabase.com" };
const only = (previewBranch: boolean) => ({
  "portcullis:database": { supabase, role: "shop", previewBranch },
});
const stack = (config: Record<string, unknown>): StackFile => ({
  ...{ stack: "staging", config, secretKeys: [], secretPlaces: [] },
});

describe("The Supabase branches of a rehearsal", function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-test-"));
    mkdirSync(path.join(folder, "supabase/migrations"), { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const begin = (config: Record<string, unknown>, tenants: Record<string, Tenant> = {}) => {
    const sources = [{ repository: "https://github.com/acme/shop", folder }] as unknown as readonly Source[];
    const { signal } = new AbortController();
    return startBranching({ stacks: [stack(config)], sources, signal, tenants });
  };

  it("are there where a stack declares them, and nowhere else", async () => {
    assert.equal(await begin(only(false)), undefined);
  });

  it("are there whatever other databases the stack has", async () => {
    const main = { host: "db.internal", role: "shop" };
    const databases = { main, reports: { supabase, role: "reports", previewBranch: true } };
    const begun = await begin({ "portcullis:databases": databases });
    assert.ok(begun !== undefined);
    await begun.stop();
  });

  it("have the migrations of the repository, and fail where one of them does", async () => {
    writeFileSync(path.join(folder, "supabase/migrations/1_orders.sql"), "CREATE TABLE orders (id int);");
    const tenants: Record<string, Tenant> = {};
    const supabase = await begin(only(true), tenants);
    assert.ok(supabase !== undefined);
    try {
      const branch = supabase.branches.create(PROJECT, ASKED);
      await branch?.work;
      assert.equal(branch?.status, "MIGRATIONS_PASSED");
      assert.deepEqual(Object.keys(tenants), [branch.ref]);
      const { host, port, adminUser: user, adminPassword: password } = branch.server ?? {};
      const session = new Client({ host, port, user, password, database: "postgres" });
      await session.connect();
      assert.equal((await session.query("SELECT * FROM orders")).rowCount, 0);
      await session.end();
      writeFileSync(path.join(folder, "supabase/migrations/2_more.sql"), "ALTER TABLE order ADD total int;");
      const failing = supabase.branches.create(PROJECT, { ...ASKED, name: "shop-pr-8" });
      await failing?.work;
      assert.equal(failing?.status, "MIGRATIONS_FAILED");
    } finally {
      await supabase.stop();
    }
    assert.deepEqual(tenants, {});
  });
});
