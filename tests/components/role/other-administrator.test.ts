import assert from "node:assert/strict";
import { PASSWORD, RoleAtPostgres } from "./role-at-postgres";
import { describeOnServers } from "./servers";

const DEPLOYER = { adminUser: "deployer", adminPassword: "d" } as const;

describeOnServers("An administrator that does not own the database", function (server) {
  this.timeout(5 * 60_000);
  let at: RoleAtPostgres;

  before(async () => {
    at = await RoleAtPostgres.open(server);
    const superuser = await at.superuser();
    await superuser.query(`
      CREATE ROLE deployer LOGIN CREATEROLE PASSWORD 'd';
      CREATE SCHEMA shop_data AUTHORIZATION deployer;
      CREATE SCHEMA of_postgres AUTHORIZATION postgres`);
  });
  after(() => at.close());

  it("reads the grant to type for what another owns, and has made no role", async () => {
    await assert.rejects(at.up({ ...DEPLOYER, schemas: ["shop_data"], owners: ["postgres"] }), {
      message:
        /`deployer` may not give privileges on what `postgres` makes: type .*GRANT "postgres" TO "deployer";/,
    });
    await assert.rejects(at.up({ ...DEPLOYER, schemas: ["of_postgres"], owners: ["deployer"] }), {
      message: /`deployer` may not let `shop` use the schema `of_postgres`: type as postgres or a superuser/,
    });
    assert.deepEqual(await at.roles("^shop"), []);
  });

  it("makes the role on what it owns itself, which the service then uses, and drops it", async () => {
    const login = await at.up({ ...DEPLOYER, schemas: ["shop_data"], owners: ["deployer"] });
    const deployer = await at.session("deployer", "d");
    await deployer.query("CREATE TABLE shop_data.ships (id serial, name text)");
    const shop = await at.session(login, PASSWORD);
    await shop.query("INSERT INTO shop_data.ships (name) VALUES ('Ada')");
    assert.equal((await shop.query("SELECT * FROM shop_data.ships")).rows.length, 1);
    assert.equal((await at.refresh()).changes, false);
    await at.destroy();
    assert.deepEqual(await at.roles("^shop"), []);
  });
});
