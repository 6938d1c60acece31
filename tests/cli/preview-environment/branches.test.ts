import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";
import { down } from "../../../cli/preview-environment/down";
import { expire } from "../../../cli/preview-environment/expire";
import { up } from "../../../cli/preview-environment/up";
import { type Postgres, startPostgres } from "../../../rehearsal/postgres";
import { type EmbeddedSupabase, startSupabase } from "../../../rehearsal/supabase";
import { ENVIRONMENT, Kept, STAGING } from "./kept";

const PARENT = "abcdefghijklmnopqrst";
const POOLER = "aws-0-us-west-1.pooler.supabase.com";
const OWN = "aws-1-eu-west-2.pooler.supabase.com";
const NAME = "shop-pr-7";

describe("A pull request's Supabase branch", function () {
  this.timeout(60_000);
  let postgres: Postgres;
  let supabase: EmbeddedSupabase;
  let kept: Kept;
  let migrates: () => Promise<void>;
  let said: string[];
  const environment = { ...process.env };

  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());
  beforeEach(async () => {
    await open();
    said = [];
  });
  afterEach(async () => {
    process.env = { ...environment };
    await supabase.stop();
    rmSync(kept.project, { recursive: true, force: true });
  });

  async function open(more: { readonly sameNames?: boolean } = {}) {
    migrates = async () => {};
    supabase = await startSupabase({
      ...{ projects: [PARENT], tenants: {}, poolerHost: OWN, ...more },
      // One server for all: what is asked here is which branches there are.
      startDatabase: async () => ({ ...postgres, stop: async () => {} }),
      migrate: () => migrates(),
    });
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-test-"));
    writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    const database = {
      ...{ supabase: { projectRef: PARENT, poolerHost: POOLER, connection: "session" } },
      ...{ role: "shop", extensions: ["vector"], previewBranch: true },
    };
    const { "portcullis:databaseAdminPassword": _, ...config } = STAGING.config;
    kept = new Kept(folder, {
      ...STAGING,
      config: { ...config, "portcullis:database": database, "supabase:endpoint": supabase.endpoint },
    });
    process.env.SUPABASE_ACCESS_TOKEN = supabase.accessToken;
  }

  const { signal } = new AbortController();
  const doing = (point?: string, stopped = signal) => ({
    ...{ project: kept.project, pulumi: kept.pulumi(point), signal: stopped },
    report: (line: string) => void said.push(line),
  });
  const typedUp = (point?: string, stopped?: AbortSignal) =>
    up({ environment: ENVIRONMENT, ...doing(point, stopped) });
  const typedDown = (point?: string) => down({ stack: "pr-7", from: "staging", ...doing(point) });
  const names = () => supabase.branches.of(PARENT).map(({ name }) => name);
  const written = () => parse(readFileSync(kept.file("pr-7"), "utf8")).config;

  it("takes the place of the role and the schema, with its owner's password as a secret", async () => {
    const { result, instances } = await typedUp();
    assert.deepEqual([result, instances.branches, names()], ["up", 1, [NAME]]);
    const [branch] = supabase.branches.of(PARENT);
    assert.deepEqual([branch?.gitBranch, branch?.persistent], ["change", false]);
    assert.deepEqual(written()["portcullis:database"], {
      supabase: { projectRef: branch?.ref, poolerHost: OWN, connection: "session" },
      role: "postgres",
      manageRole: false,
    });
    assert.deepEqual(kept.typed, [postgres.adminPassword]);
    assert.deepEqual(written()["portcullis:previewEnvironment"].branches, [{ parent: PARENT, name: NAME }]);
    assert.equal(written()["supabase:endpoint"], undefined);
    assert.ok(said.some((line) => line.endsWith("is ready")));
    assert.doesNotMatch(said.join("\n"), new RegExp(`${supabase.accessToken}|${postgres.adminPassword}`));
  });

  for (const point of ["stack init", "refresh", "refresh, done", "config cp, done", "config set", "up"]) {
    it(`is made once where \`up\` is interrupted at \`pulumi ${point}\` and typed again, and removed by \`down\``, async () => {
      await assert.rejects(typedUp(point), /interrupted/);
      assert.deepEqual(names(), /stack init|refresh/.test(point) ? [] : [NAME]);
      assert.equal((await typedUp()).result, "up");
      assert.deepEqual(names(), [NAME]);
      assert.equal((await typedDown()).result, "removed");
      assert.deepEqual([names(), [...kept.stacks]], [[], ["staging"]]);
    });
  }

  it("is made once where its answer is lost, or a signal comes while it comes up", async () => {
    supabase.loseNextAnswer();
    const controller = new AbortController();
    let release = () => {};
    migrates = () =>
      new Promise((resolve) => {
        release = resolve;
        controller.abort(new Error("interrupted"));
      });
    await assert.rejects(typedUp(undefined, controller.signal), /interrupted/);
    release();
    assert.equal((await typedUp()).result, "up");
    assert.deepEqual(names(), [NAME]);
  });

  for (const sameNames of [false, true]) {
    it(`is one of two runs at once, whether Supabase ${sameNames ? "makes" : "refuses"} a second one of its name`, async () => {
      await supabase.stop();
      await open({ sameNames });
      await typedUp("up").catch(() => {});
      for (const branch of supabase.branches.of(PARENT)) await supabase.branches.remove(branch);
      const both = await Promise.all([typedUp(), typedUp()]);
      assert.deepEqual(
        both.map(({ result }) => result),
        ["up", "up"],
      );
      assert.equal((await typedUp()).result, "up");
      assert.deepEqual(names(), [NAME]);
      assert.equal(
        written()["portcullis:database"].supabase.projectRef,
        supabase.branches.of(PARENT)[0]?.ref,
      );
    });
  }

  it("is Supabase's own where its GitHub integration has made one, which stays", async () => {
    supabase.branches.create(PARENT, { name: "change", gitBranch: "change", persistent: false });
    supabase.branches.create(PARENT, { name: "staging", gitBranch: "staging", persistent: true });
    assert.equal((await typedUp()).result, "up");
    assert.deepEqual(names(), ["change", "staging"]);
    assert.equal((await typedDown()).result, "removed");
    assert.deepEqual(names(), ["change", "staging"]);
  });

  it("is not that of another pull request or another project which deploy the same git branch", async () => {
    for (const name of ["shop-pr-6", "store-pr-7"])
      supabase.branches.create(PARENT, { name, gitBranch: "change", persistent: false });
    assert.equal((await typedUp()).result, "up");
    assert.deepEqual(names(), ["shop-pr-6", "store-pr-7", NAME]);
    assert.equal((await typedDown()).result, "removed");
    assert.deepEqual(names(), ["shop-pr-6", "store-pr-7"]);
  });

  it("is resumed where Supabase has paused it since", async () => {
    await typedUp();
    for (const branch of supabase.branches.of(PARENT)) supabase.branches.pause(branch);
    assert.equal((await typedUp()).result, "up");
    assert.ok(said.includes(`  resuming the Supabase branch ${NAME}`));
    assert.equal(supabase.branches.of(PARENT)[0]?.projectStatus, "ACTIVE_HEALTHY");
  });

  for (const fresh of [false, true]) {
    const where = fresh ? ", from a fresh checkout too" : "";
    it(`that is declared no more is removed with the environment, and its password is no role's${where}`, async () => {
      await typedUp();
      if (fresh) rmSync(kept.file("pr-7"));
      const branched = parse(readFileSync(kept.file("staging"), "utf8"));
      const { previewBranch: _, ...database } = branched.config["portcullis:database"];
      const admin = { "portcullis:databaseAdminPassword": { secure: "v1:staging:admin" } };
      const config = { ...branched.config, ...admin, "portcullis:database": database };
      writeFileSync(kept.file("staging"), stringify({ ...branched, config }));
      assert.equal((await typedUp()).result, "up");
      assert.deepEqual([written()["portcullis:database"].role, kept.typed.length], ["shop_pr_7", 2]);
      assert.notEqual(kept.typed[1], postgres.adminPassword);
      assert.equal((await typedDown()).result, "removed");
      assert.deepEqual(names(), []);
    });
  }

  it("that fails says where its log is, and `down` removes it with the stack, from a fresh checkout too", async () => {
    migrates = async () => Promise.reject(new Error("no such table"));
    const { result, detail } = await typedUp();
    assert.equal(result, "failed");
    assert.match(
      detail,
      /the Supabase branch shop-pr-7: the project's migrations failed on it; its log is in/,
    );
    rmSync(kept.file("pr-7"), { force: true });
    assert.equal((await typedDown()).result, "removed");
    assert.deepEqual([names(), [...kept.stacks]], [[], ["staging"]]);
  });

  const expired = async () => {
    const now = Date.parse("2027-01-01T00:00:00Z");
    const { environments } = await expire({ ...doing(), now });
    return environments.map(({ stack, result }) => [stack, result]);
  };

  it("is removed once the environment's time is over, by its newest update alone", async () => {
    await typedUp();
    rmSync(kept.file("pr-7"));
    assert.deepEqual(await expired(), [["pr-7", "removed"]]);
    assert.deepEqual(names(), []);
  });

  it("has an end before it is made: a scheduled run removes it where it fails or `up` is interrupted", async () => {
    migrates = async () => Promise.reject(new Error("no such table"));
    assert.deepEqual([(await typedUp()).result, names()], ["failed", [NAME]]);
    rmSync(kept.file("pr-7"));
    assert.deepEqual([await expired(), names()], [[["pr-7", "removed"]], []]);
    migrates = async () => {};
    for (const point of ["refresh, done", "config cp", "config cp, done", "up"]) {
      await assert.rejects(typedUp(point), /interrupted/);
      rmSync(kept.file("pr-7"));
      assert.deepEqual([await expired(), names()], [[["pr-7", "removed"]], []], point);
    }
  });

  it("is remembered by that update where no stack declares it any more", async () => {
    migrates = async () => Promise.reject(new Error("no such table"));
    await typedUp();
    rmSync(kept.file("pr-7"));
    writeFileSync(kept.file("staging"), stringify({ config: { "supabase:endpoint": supabase.endpoint } }));
    assert.deepEqual([await expired(), names()], [[["pr-7", "removed"]], []]);
  });

  it("of a project that has another name by now is removed as well as the one that follows it", async () => {
    await typedUp();
    writeFileSync(path.join(kept.project, "Pulumi.yaml"), "name: store\nruntime: nodejs\n");
    await typedUp();
    assert.deepEqual(names(), [NAME, "store-pr-7"]);
    assert.equal((await typedDown()).result, "removed");
    assert.deepEqual(names(), []);
  });

  it("that is ready is looked for once by `up`", async () => {
    const left = async () => {
      const headers = { authorization: `Bearer ${supabase.accessToken}` };
      const answer = await fetch(`${supabase.endpoint}/v1/projects/${PARENT}/branches`, { headers });
      return Number(answer.headers.get("x-ratelimit-remaining"));
    };
    await typedUp();
    const before = await left();
    await typedUp();
    assert.equal(before - (await left()) - 1, 1);
  });

  it("stays with its stack where it cannot be removed, and is removed the next time", async () => {
    await typedUp();
    process.env.SUPABASE_ACCESS_TOKEN = supabase.readOnlyToken;
    const { result, detail } = await typedDown();
    assert.equal(result, "failed");
    assert.match(detail, /403 .*branching_development_delete/);
    assert.deepEqual([names(), [...kept.stacks]], [[NAME], ["staging", "pr-7"]]);
    process.env.SUPABASE_ACCESS_TOKEN = supabase.accessToken;
    assert.equal((await typedDown()).result, "removed");
    assert.deepEqual(names(), []);
  });

  it("stays where the stack file that may declare it cannot be read, which is said", async () => {
    await typedUp();
    const text = readFileSync(kept.file("staging"), "utf8");
    writeFileSync(kept.file("staging"), `${text}  portcullis:database: [`);
    const { result, detail } = await typedDown();
    assert.equal(result, "failed");
    assert.match(detail, /^Pulumi\.staging\.yaml: not valid YAML/);
    assert.deepEqual(names(), [NAME]);
    writeFileSync(kept.file("staging"), text);
    assert.equal((await typedDown()).result, "removed");
    assert.deepEqual(names(), []);
  });

  it("is not begun without a token that may make it: one sentence says what to type", async () => {
    delete process.env.SUPABASE_ACCESS_TOKEN;
    await assert.rejects(typedUp(), /access token, got none\. Make one at .* set SUPABASE_ACCESS_TOKEN/);
    const config = { ...parse(readFileSync(kept.file("staging"), "utf8")).config };
    writeFileSync(
      kept.file("staging"),
      stringify({ config: { ...config, "supabase:accessToken": "sbp_pl4in" } }),
    );
    await assert.rejects(typedUp(), (error: Error) => {
      assert.match(error.message, /supabase:accessToken: expected a secret, got plain text/);
      return !error.message.includes("sbp_pl4in");
    });
    assert.ok(!existsSync(kept.file("pr-7")));
    const secret = { "supabase:accessToken": { secure: "v1:staging:token" } };
    writeFileSync(kept.file("staging"), stringify({ config: { ...config, ...secret } }));
    const pulumi = kept.refusing((args) => args[1] === "get");
    await assert.rejects(
      up({ environment: ENVIRONMENT, ...doing(), pulumi }),
      /^CommandError: supabase:accessToken of the stack staging cannot be read: incorrect passphrase\n.*set its passphrase/,
    );
    writeFileSync(
      kept.file("staging"),
      stringify({ config: { ...config, "supabase:endpoint": "http://api.example.com" } }),
    );
    process.env.SUPABASE_ACCESS_TOKEN = supabase.accessToken;
    await assert.rejects(typedUp(), /supabase:endpoint: expected an address with https/);
    assert.deepEqual([names(), [...kept.stacks]], [[], ["staging"]]);
  });
});
