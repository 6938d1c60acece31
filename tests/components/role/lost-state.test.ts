import assert from "node:assert/strict";
import { PASSWORD, RoleAtPostgres } from "./role-at-postgres";
import { describeOnServers } from "./servers";

const SECOND = "a second/c4nary";
const THIRD = "a third/c4nary";

describeOnServers("The role, whose stack loses its state in the middle of a rotation", function (server) {
  this.timeout(5 * 60_000);
  let at: RoleAtPostgres;
  beforeEach(async () => {
    at = await RoleAtPostgres.open(server);
  });
  afterEach(() => at.close());

  it("is taken over with the password of the deploy that runs, rotates again, and is gone after a destroy", async () => {
    await at.up();
    // The deploy with the new password fails: nothing is closed.
    const rotated = await at.up({ password: SECOND });
    assert.notEqual(rotated, "shop");
    assert.deepEqual([await at.opens("shop", PASSWORD), await at.opens(rotated, SECOND)], [true, true]);
    at.fresh();
    await assert.rejects(at.up(), /importRole/);
    assert.equal(await at.up({ importRole: true }), "shop");
    assert.equal((await at.refresh()).changes, false);
    const again = await at.up({ importRole: true, password: THIRD });
    assert.deepEqual([await at.opens("shop", PASSWORD), await at.opens(again, THIRD)], [true, true]);
    await at.verified();
    assert.deepEqual([await at.opens("shop", PASSWORD), await at.opens(again, THIRD)], [false, true]);
    await at.endSessions();
    await at.destroy();
    assert.deepEqual(await at.roles("^shop"), []);
    assert.equal(await at.up(), "shop");
    assert.equal((await at.refresh()).changes, false);
  });

  it("is not taken over with a password that does not open it", async () => {
    await at.up();
    at.fresh();
    await assert.rejects(at.up({ importRole: true, password: SECOND }), (error: Error) => {
      assert.match(error.message, /password/);
      assert.doesNotMatch(error.message, /c4nary/);
      return true;
    });
    assert.equal(await at.opens("shop", PASSWORD), true);
  });
});
