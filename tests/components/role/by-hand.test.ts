import assert from "node:assert/strict";
import type { Client } from "pg";
import { PASSWORD, RoleAtPostgres } from "./role-at-postgres";
import { describeOnServers } from "./servers";

const NEXT = "n3xt/s3cret@v4lue";

describeOnServers("A role that is changed by hand at the database", function (server) {
  this.timeout(5 * 60_000);
  let at: RoleAtPostgres;
  let admin: Client;

  before(async () => {
    at = await RoleAtPostgres.open(server);
    admin = await at.admin();
  });
  after(() => at.close());
  afterEach(async () => {
    if (at.state !== undefined) await at.destroy();
    assert.deepEqual(await at.roles("^shop"), []);
  });

  async function rotated(): Promise<void> {
    await at.up();
    assert.equal(await at.up({ password: NEXT }), "shop_2");
    await at.verified();
  }

  for (const [what, statement] of [
    ["the setting by which its login acts as it", "ALTER ROLE shop_2 RESET ALL"],
    ["its login's membership", "REVOKE shop FROM shop_2"],
  ] as const) {
    it(`shows a refresh that ${what} is gone, and an update gives it again`, async () => {
      await rotated();
      await admin.query(statement);
      assert.equal((await at.refresh()).changes, true);
      await at.up({ password: NEXT });
      const session = await at.session("shop_2", NEXT);
      assert.deepEqual((await session.query("SELECT current_user::text AS role")).rows, [{ role: "shop" }]);
      assert.equal((await at.refresh()).changes, false);
    });
  }

  it("is destroyed with a login that does not act as it any more", async () => {
    await rotated();
    await admin.query("ALTER ROLE shop_2 RESET ALL");
  });

  it("shows a refresh that it no longer looks into its own schemas first", async () => {
    const own = { schemas: ["Pull 7", "pr_7"], ownSchemas: true } as const;
    await at.up(own);
    assert.equal((await at.refresh()).changes, false);
    await admin.query("ALTER ROLE shop RESET search_path");
    assert.equal((await at.refresh()).changes, true);
    await at.up(own);
    const shop = await at.session("shop", PASSWORD);
    assert.deepEqual((await shop.query("SELECT current_schema AS first")).rows, [{ first: "Pull 7" }]);
  });

  it("loses an owner that is gone, and no longer declared", async () => {
    await admin.query("CREATE ROLE migrations; GRANT migrations TO postgres");
    await at.up({ owners: ["postgres", "migrations"] });
    await admin.query("DROP OWNED BY migrations; DROP ROLE migrations");
    await at.up();
    assert.equal((await at.refresh()).changes, false);
  });

  it("says that an update has to know the administrator's new password before a refresh or a destroy", async () => {
    await at.up();
    const superuser = await at.superuser();
    await superuser.query(`ALTER ROLE postgres PASSWORD '${NEXT}'`);
    for (const attempt of [() => at.destroy(), () => at.refresh()]) {
      await assert.rejects(attempt, {
        message:
          /28P01.*databaseAdminPassword` with its present password, then `pulumi up`: a refresh and a destroy log in/,
      });
    }
    await superuser.query(`ALTER ROLE postgres PASSWORD '${at.postgres.adminPassword}'`);
  });
});
