import assert from "node:assert/strict";
import { type Engine, findEngine } from "../../../engine";
import { CANARY, type Run, type StackChange, VerifiedProject } from "../verified-project";

const NEXT = "n3xt-c4nary-s3cret-v4lue";
const STACK = "staging";
const MANAGED: StackChange = { manageRole: true };

describe("A stack that makes its role on a database that was there before", function () {
  this.timeout(30 * 60_000);
  this.bail(true); // Each step begins where the one before ended.
  let engine: Engine;
  let project: VerifiedProject;

  before(async () => {
    engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    project = await VerifiedProject.open(engine);
    const admin = await project.session();
    await admin.query(`
      CREATE TABLE ships (id serial PRIMARY KEY, name text);
      CREATE VIEW named_ships AS SELECT name FROM ships;
      CREATE FUNCTION ship_count() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.ships';
      REVOKE EXECUTE ON FUNCTION ship_count FROM PUBLIC;
      CREATE TABLE alembic_version (version_num varchar PRIMARY KEY)`);
    await admin.end();
  });
  after(() => project.close());

  const pulumi = (...words: readonly string[]): Promise<Run> => project.pulumi([...words, "-s", STACK]);

  async function up(change: StackChange): Promise<Run> {
    await project.write(STACK, change);
    const run = await pulumi("up", "--yes", "--skip-preview");
    for (const secret of [CANARY, NEXT]) assert.ok(!run.output.includes(secret));
    return run;
  }

  async function soundUp(change: StackChange): Promise<string> {
    const { status, output } = await up(change);
    assert.equal(status, 0, output);
    return output;
  }

  /**
   * A refresh finds what was made, and a preview after it has nothing to do. After a password that was changed by hand
   * and a role that is given up, changes.test.ts asks the provider that.
   */
  async function settled(): Promise<void> {
    const { status, output } = await pulumi("preview", "--refresh", "--expect-no-changes");
    assert.equal(status, 0, output);
    assert.doesNotMatch(output, /\b(?:updated|changed)\b/);
  }

  async function opens(user: string, password: string): Promise<boolean> {
    const session = await project.session(user, password).catch(() => undefined);
    await session?.end();
    return session !== undefined;
  }

  it("lets the service use all of it, and the verification sees that", async () => {
    const output = await soundUp({ ...MANAGED, database: { extensions: ["plpgsql"] } });
    await settled();
    assert.match(output, /answered a query as navigator_staging \(.*; may read all 3 tables/);
    const created = [...output.matchAll(/(\S+) created \(/g)].map(([, name]) => name);
    const web = created.indexOf("navigator-staging-service-web");
    const role = created.indexOf("navigator-staging-database-role");
    const closed = created.indexOf("navigator-staging-database-closed-logins");
    assert.ok(role >= 0 && role < web && web < closed, created.join(", "));
    const service = await project.session("navigator_staging", CANARY);
    await service.query(`
      INSERT INTO ships (name) VALUES ('Ada'); SELECT ship_count(); SELECT * FROM named_ships;
      UPDATE alembic_version SET version_num = 'a'; CREATE TABLE orders (ship int REFERENCES ships)`);
    await service.end();
  });

  it("has drifted once a right or its login was taken by hand, and an update gives it again", async () => {
    const drift = () => project.portcullis(["drift", STACK, "--no-rules"]);
    assert.equal((await drift()).status, 0);
    const admin = await project.session();
    await admin.query("REVOKE SELECT ON ships FROM navigator_staging");
    const taken = await drift();
    assert.equal(taken.status, 1, taken.output);
    assert.match(taken.output, /navigator-staging-database-role .*\n {4}missing: \[\] → \["GRANT SELECT/);
    await admin.query("ALTER ROLE navigator_staging NOLOGIN");
    await admin.end();
    assert.equal((await drift()).status, 1);
    await pulumi("up", "--yes", "--skip-preview", "--refresh");
    const again = await drift();
    assert.equal(again.status, 0, again.output);
  });

  it("keeps the login of the deploy that runs where the one with a new password fails", async () => {
    const { status, output } = await up({ ...MANAGED, password: NEXT, environment: { EXIT: "3" } });
    assert.notEqual(status, 0);
    assert.match(output, /navigator-staging failed its verification/);
    assert.ok(await opens("navigator_staging", CANARY));
    assert.ok(await opens("navigator_staging_2", NEXT));

    const mended = await soundUp({ ...MANAGED, password: NEXT });
    assert.match(mended, /answered a query as navigator_staging \(/);
    assert.ok(!(await opens("navigator_staging", CANARY)));
    assert.ok(await opens("navigator_staging_2", NEXT));
  });

  it("takes another name, with the one before until the deploy is verified", async () => {
    const renamed = { ...MANAGED, password: NEXT, database: { role: "harbour" } };
    await project.write(STACK, renamed);
    const preview = await pulumi("preview", "--diff", "--refresh");
    assert.match(preview.output, /"navigator_staging_2" => "harbour"/);
    assert.doesNotMatch(preview.output, /\b(?:updated|changed)\b/);
    await soundUp(renamed);
    await settled();
    assert.ok(await opens("harbour", NEXT));
    assert.ok(!(await opens("navigator_staging_2", NEXT)));
    const service = await project.session("harbour", NEXT);
    await service.query("INSERT INTO orders VALUES (NULL); ALTER TABLE orders ADD COLUMN paid boolean");
    await service.end();
  });

  it("sees a password that was changed by hand, and sets it again", async () => {
    const admin = await project.session();
    await admin.query("ALTER ROLE harbour PASSWORD 'by hand'");
    await admin.end();
    const { status, output } = await pulumi("up", "--refresh", "--yes", "--skip-preview");
    assert.equal(status, 0, output);
    assert.match(output, /database-role updated/);
    assert.ok(await opens("harbour", NEXT));
  });

  it("leaves the role as it is where it is given up, and takes it over again", async () => {
    const role = { role: "harbour" };
    await soundUp({ password: NEXT, database: role });
    assert.ok(await opens("harbour", NEXT));
    const refused = await up({ ...MANAGED, password: NEXT, database: role });
    assert.notEqual(refused.status, 0);
    assert.match(refused.output, /The role `harbour` is already there at .*importRole true/);
    await soundUp({ ...MANAGED, password: NEXT, database: { ...role, importRole: true } });
    await settled();
  });

  it("is destroyed with what the role owns, which the administrator gets, and has kept no secret", async () => {
    for (const secret of [CANARY, NEXT]) assert.ok(!(await project.everythingKept()).includes(secret));
    const { status, output } = await pulumi("destroy", "--yes", "--skip-preview");
    assert.equal(status, 0, output);
    const admin = await project.session();
    const { rows } = await admin.query("SELECT tableowner FROM pg_tables WHERE tablename = 'orders'");
    assert.deepEqual(rows, [{ tableowner: "postgres" }]);
    const roles = await admin.query("SELECT rolname FROM pg_roles WHERE rolname ~ '^(harbour|navigator_)'");
    assert.deepEqual(roles.rows, []);
    await admin.end();
  });
});
