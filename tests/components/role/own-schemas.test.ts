import assert from "node:assert/strict";
import { asAdministrator } from "../../../components/role/administrator";
import type { ManagedRole } from "../../../components/role/inputs";
import { ensureOwnSchemas } from "../../../components/role/own-schemas";
import { PASSWORD, RoleAtPostgres } from "./role-at-postgres";
import { describeOnServers } from "./servers";

describeOnServers("A role's own schemas that are no longer declared", function (server) {
  this.timeout(5 * 60_000);
  let at: RoleAtPostgres;
  before(async () => {
    at = await RoleAtPostgres.open(server);
  });
  after(() => at.close());

  const own = { schemas: ["pr_7", "Pull 8"], ownSchemas: true } as const;
  const declared = (changed: object) =>
    ({ ...at.declared(changed), login: "shop" }) as unknown as ManagedRole;

  it("stay with all that is in them, and are said with what drops them", async () => {
    await at.up(own);
    const [before, now] = [declared(own), declared({ ...own, schemas: ["pr_7"] })];
    const left = await asAdministrator(now, (administrator) => ensureOwnSchemas(administrator, now, before));
    assert.deepEqual(left, [
      'The schema `Pull 8` was made with the role and stays, with all that is in it. Where it is not needed type `DROP SCHEMA "Pull 8" CASCADE;`',
    ]);
    assert.deepEqual(await asAdministrator(now, (one) => ensureOwnSchemas(one, before, now)), []);
  });

  it("are no longer all that the role looks into where it has none of its own", async () => {
    const admin = await at.admin();
    await admin.query("CREATE TABLE public.ships (id int)");
    await at.up({ schemas: ["pr_7", "public"] });
    const shop = await at.session("shop", PASSWORD);
    assert.equal((await shop.query("SELECT * FROM ships")).rowCount, 0);
    assert.equal((await at.refresh()).changes, false);
    await at.destroy();
    const { rowCount } = await admin.query("SELECT FROM pg_namespace WHERE nspname IN ('pr_7', 'Pull 8')");
    assert.equal(rowCount, 2);
  });
});
