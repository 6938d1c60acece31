import assert from "node:assert/strict";
import { asAdministrator } from "../../../components/role/administrator";
import { grantAll } from "../../../components/role/grants";
import type { ManagedRole } from "../../../components/role/inputs";
import { PASSWORD, RoleAtPostgres } from "./role-at-postgres";
import { describeOnServers } from "./servers";

describeOnServers("What an update says of a role's privileges", function (server) {
  this.timeout(5 * 60_000);
  let at: RoleAtPostgres;
  before(async () => {
    at = await RoleAtPostgres.open(server);
    await (await at.admin()).query(`
      CREATE SCHEMA audit; CREATE SEQUENCE audit.numbers; CREATE TABLE audit.log (at timestamptz);
      CREATE FUNCTION audit.code() RETURNS text LANGUAGE sql AS 'SELECT ''a'''; REVOKE EXECUTE ON FUNCTION audit.code FROM PUBLIC;
      CREATE SCHEMA app; CREATE TABLE app.ships (id bigint DEFAULT nextval('audit.numbers'), code text DEFAULT audit.code());
      CREATE FUNCTION app.noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO audit.log VALUES (now()); RETURN NEW; END';
      CREATE TRIGGER noted AFTER INSERT ON app.ships FOR EACH ROW EXECUTE FUNCTION app.noted()`);
    await at.up({ schemas: ["app"] });
  });
  after(() => at.close());

  const told = async (change: Partial<Omit<ManagedRole, "manage">> = {}): Promise<string> => {
    const declared = {
      ...at.declared({ schemas: ["app"], login: "shop", ...change }),
    } as unknown as ManagedRole;
    return (await asAdministrator(declared, (one) => grantAll(one, declared))).told.join("\n");
  };

  it("names what defaults and triggers need, with the grants that let the role, and no change of its own", async () => {
    const words = await told();
    for (const one of [
      /may not use the sequence audit\.numbers.*GRANT USAGE ON SEQUENCE audit\.numbers TO shop;/,
      /may not execute audit\.code\(\).*GRANT EXECUTE ON FUNCTION audit\.code\(\) TO shop;/,
      /the trigger noted of app\.ships .*audit\.log.*GRANT INSERT ON TABLE audit\.log TO shop;/,
    ])
      assert.match(words, one);
    assert.equal((await at.refresh()).changes, false);
  });

  it("says nothing of that where the role only reads, or its privileges are another's", async () => {
    assert.equal(await told({ privileges: "read" }), "");
    assert.equal(await told({ privileges: "custom" }), "");
  });

  it("says nothing any more once the grants are typed, and the role then writes", async () => {
    const grants = [...(await told()).matchAll(/`(GRANT [^`]*)`/g)].map(([, grant]) => grant);
    assert.ok(grants.length > 0);
    const admin = await at.admin();
    for (const grant of grants) await admin.query(grant ?? "");
    assert.equal(await told(), "");
    const shop = await at.session("shop", PASSWORD);
    await shop.query("INSERT INTO app.ships DEFAULT VALUES");
    assert.equal((await at.refresh()).changes, false);
  });
});
