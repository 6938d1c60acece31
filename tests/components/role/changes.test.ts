import assert from "node:assert/strict";
import { PASSWORD, RoleAtPostgres } from "./role-at-postgres";
import { describeOnServers } from "./servers";

const NEXT = "n3xt/s3cret@v4lue";
const THIRD = "th1rd/s3cret@v4lue";

describeOnServers("A role that changes while a service runs with it", function (server) {
  this.timeout(5 * 60_000);
  let at: RoleAtPostgres;

  before(async () => {
    at = await RoleAtPostgres.open(server);
  });
  after(() => at.close());
  afterEach(async () => {
    if (at.state !== undefined) await at.destroy();
    assert.deepEqual(await at.roles("^(shop|store)"), []);
  });

  it("gets a login of its own for a new password, and the one before opens until the deploy is verified", async () => {
    assert.equal(await at.up(), "shop");
    const running = await at.session("shop", PASSWORD);
    await running.query("CREATE TABLE orders (id serial)");
    assert.equal(await at.up({ password: NEXT }), "shop_2");
    assert.ok(await at.opens("shop", PASSWORD));
    const moved = await at.session("shop_2", NEXT);
    await moved.query(
      "INSERT INTO orders DEFAULT VALUES; ALTER TABLE orders ADD COLUMN name text; CREATE TABLE more ()",
    );
    assert.deepEqual((await moved.query("SELECT current_user::text, session_user::text")).rows, [
      { current_user: "shop", session_user: "shop_2" },
    ]);
    await running.query("SELECT * FROM more");

    assert.deepEqual((await at.verified()).leftOpen, []);
    assert.deepEqual(await at.roles("^shop"), ["shop (closed)", "shop_2"]);
    assert.ok(!(await at.opens("shop", PASSWORD)));
    await running.query("SELECT * FROM orders");
    assert.equal((await at.refresh()).changes, false);
    assert.equal(await at.up({ password: NEXT }), "shop_2");
  });

  it("keeps what a failed deploy left, however often the password changes before one is verified", async () => {
    await at.up();
    await at.verified();
    assert.equal(await at.up({ password: NEXT }), "shop_2");
    assert.equal(await at.up({ password: THIRD }), "shop_3");
    for (const [login, password] of [
      ["shop", PASSWORD],
      ["shop_2", NEXT],
      ["shop_3", THIRD],
    ] as const) {
      assert.ok(await at.opens(login, password), login);
    }
    // Back to the password that still works: under a name of its own, too.
    assert.equal(await at.up(), "shop_4");
    await at.verified();
    const left = await at.roles("^shop");
    assert.deepEqual(
      left.filter((name) => !name.endsWith("(closed)")),
      ["shop_4"],
    );
  });

  it("drops a closed login that nobody is connected with, and leaves open what the service was seen to use", async () => {
    await at.up();
    await at.up({ password: NEXT });
    await at.up({ password: THIRD });
    assert.deepEqual((await at.verified(["shop"])).leftOpen, ["shop"]);
    assert.deepEqual(await at.roles("^shop"), ["shop", "shop_3"]);
    assert.deepEqual((await at.verified()).leftOpen, []);
    assert.deepEqual(await at.roles("^shop"), ["shop (closed)", "shop_3"]);
  });

  it("takes its privileges and tables along to a new name, and the old name opens until the deploy is verified", async () => {
    await at.up();
    const running = await at.session("shop", PASSWORD);
    await running.query("CREATE TABLE ledgers (id serial)");
    assert.equal(await at.up({ role: "store", password: NEXT }), "store");
    const late = await at.session("shop", PASSWORD);
    for (const session of [running, late, await at.session("store", NEXT)]) {
      await session.query("INSERT INTO ledgers DEFAULT VALUES; ALTER TABLE ledgers ALTER id SET NOT NULL");
    }
    assert.equal((await at.refresh()).changes, false);
    await at.verified();
    assert.ok(!(await at.opens("shop", PASSWORD)));
    assert.ok(await at.opens("store", NEXT));
    await running.query("SELECT * FROM ledgers");
  });

  it("goes back to its name where no deploy with the new one was verified", async () => {
    await at.up();
    const running = await at.session("shop", PASSWORD);
    await running.query("CREATE TABLE piers (id serial)");
    await at.up({ role: "store" });
    assert.equal(await at.up(), "shop");
    for (const name of ["shop", "store"]) {
      const session = await at.session(name, PASSWORD);
      await session.query("INSERT INTO piers DEFAULT VALUES");
    }
    await running.query("SELECT * FROM piers");
    await at.verified();
    assert.deepEqual(
      (await at.roles("^(shop|store)")).filter((name) => !name.endsWith("(closed)")),
      ["shop"],
    );
  });

  it("is renamed after a rotation, but not in the middle of one", async () => {
    await at.up();
    await at.up({ password: NEXT });
    await assert.rejects(at.up({ role: "store", password: NEXT }), {
      message:
        /cannot be renamed yet: .*`shop` itself still logs in .* no deploy with `shop_2` has been verified/,
    });
    assert.ok(await at.opens("shop", PASSWORD));
    await at.verified();
    assert.equal(await at.up({ role: "store", password: NEXT }), "store");
    assert.ok(await at.opens("shop_2", NEXT));
    await at.verified();
    assert.deepEqual(
      (await at.roles("^(shop|store)")).filter((name) => !name.endsWith("(closed)")),
      ["store"],
    );
  });

  it("stays as it is when the stack gives it up, and comes back with `importRole`", async () => {
    await at.up();
    await at.up({ password: NEXT });
    await at.verified();
    assert.equal(await at.up({ manage: false }), "shop_2");
    assert.equal((await at.refresh()).changes, false);
    assert.ok(await at.opens("shop_2", NEXT));
    await assert.rejects(at.up({ password: NEXT }), { message: /already there.*database\.importRole true/ });
    await assert.rejects(at.up({ password: THIRD, importRole: true }), {
      message: /`portcullis:databasePassword` does not open it/,
    });
    assert.equal(await at.up({ password: NEXT, importRole: true }), "shop_2");
    assert.ok(await at.opens("shop_2", NEXT));
  });

  it("is left by a destroy of a stack that gave it up", async () => {
    await at.up();
    await at.up({ manage: false });
    await at.destroy();
    assert.ok(await at.opens("shop", PASSWORD));
    await at.up({ importRole: true });
  });

  it("is taken over where it was there before, with the password that opens it, and explained otherwise", async () => {
    // Before 16, only a superuser gives it.
    const admin = await at.admin();
    await admin.query(`CREATE ROLE shop LOGIN PASSWORD '${PASSWORD}'`);
    await (await at.superuser()).query("ALTER ROLE shop BYPASSRLS");
    await assert.rejects(at.up(), {
      message:
        /`shop` is already there at db\.shop\.internal.*importRole true.*manageRole false.*Or choose another `role`\./,
    });
    await assert.rejects(at.up({ importRole: true, password: NEXT }), {
      message: /does not open it \(.*28P01/,
    });
    await at.up({ importRole: true });
    assert.ok(await at.opens("shop", PASSWORD));
    const { rows } = await admin.query("SELECT rolbypassrls FROM pg_roles WHERE rolname = 'shop'");
    assert.deepEqual(rows, [{ rolbypassrls: true }]);
    assert.equal(await at.up({ importRole: true, password: NEXT }), "shop_2");
  });

  it("is not taken over where it is a superuser, the administrator, or another's to give", async () => {
    const superuser = await at.superuser();
    await superuser.query("CREATE ROLE shop LOGIN PASSWORD 'x'");
    if (server.major >= 16) {
      await assert.rejects(at.up({ importRole: true, password: "x" }), {
        message: /may not change the role `shop`.*GRANT "shop" TO "postgres" WITH ADMIN OPTION;/,
      });
      await superuser.query("DROP ROLE shop");
    } else {
      await at.up({ importRole: true, password: "x" });
      await at.destroy();
    }
    await assert.rejects(at.up({ role: "supabase_admin", importRole: true }), {
      message: /it is a superuser/,
    });
    await assert.rejects(at.up({ role: "postgres", importRole: true }), {
      message: /it is the administrator/,
    });
  });

  it("shows a refresh a password that was changed by hand, after one login, and an update sets it again", async () => {
    await at.up();
    const admin = await at.admin();
    await admin.query("ALTER ROLE shop PASSWORD 'by hand'");
    const { changes, state } = await at.refresh();
    assert.deepEqual([changes, state.password], [true, ""]);
    assert.equal(await at.up(), "shop");
    assert.ok(await at.opens("shop", PASSWORD));
    assert.equal((await at.refresh()).changes, false);

    await admin.query("ALTER ROLE shop NOLOGIN");
    assert.equal((await at.refresh()).changes, true);
    await at.up();
    assert.ok(await at.opens("shop", PASSWORD));
  });

  it("shows a refresh that it is gone, and is made again", async () => {
    await at.up();
    const admin = await at.admin();
    await admin.query("DROP OWNED BY shop; DROP ROLE shop");
    assert.equal((await at.refresh()).gone, true);
    assert.equal(await at.up(), "shop");
  });

  it("is gone after a destroy while a service is connected, and its tables are the administrator's", async () => {
    await at.up();
    const running = await at.session("shop", PASSWORD);
    await running.query("CREATE TABLE wharves (id int); INSERT INTO wharves VALUES (1)");
    await at.up({ password: NEXT });
    await at.destroy();
    const admin = await at.admin();
    assert.equal((await admin.query("SELECT * FROM wharves")).rowCount, 1);
    // A state whose role is gone already.
    await at.up();
    await admin.query("DROP OWNED BY shop; DROP ROLE shop");
    await at.destroy();
  });

  it("says what holds it in another database, and how to let go", async () => {
    await at.up();
    const admin = await at.admin();
    await admin.query("CREATE DATABASE other");
    const other = await at.admin("other");
    await other.query("CREATE TABLE lent (id int); GRANT SELECT ON lent TO shop");
    await assert.rejects(at.destroy(), {
      message:
        /`shop` has objects or privileges in another database \(1 object in database other\).*DROP OWNED BY "shop";/,
    });
    assert.ok(await at.opens("shop", PASSWORD));
    await other.query("DROP OWNED BY shop");
  });

  it("names the administrator's password where it is refused", async () => {
    await assert.rejects(at.up({ adminPassword: "wrong" }), {
      message:
        /let the administrator `postgres` not log in \(28P01.*config set --secret portcullis:databaseAdminPassword/,
    });
  });

  it("has names that SQL would take apart", async () => {
    const role = `Shop "O'Brien" Ü`;
    await at.up({ role });
    await at.up({ role, password: NEXT });
    await at.verified();
    assert.ok(await at.opens(`${role}_2`, NEXT));
    assert.equal((await at.refresh()).changes, false);
    await at.destroy();
    assert.deepEqual(await at.roles("^Shop"), []);
  });

  it("shows a refresh that its time is over, or row level security holds for it again, and an update corrects both", async () => {
    const declared = { bypassRowLevelSecurity: true };
    const superuser = await at.superuser();
    if (server.major < 16) {
      await assert.rejects(at.up(declared), {
        message:
          /42501: .*Deploy without `bypassRowLevelSecurity`, type as a superuser `ALTER ROLE "shop" BYPASSRLS;`, and/,
      });
      at.fresh();
      await at.up();
      await superuser.query("ALTER ROLE shop BYPASSRLS");
    }
    await at.up(declared);
    await superuser.query("ALTER ROLE shop NOBYPASSRLS VALID UNTIL '2020-01-01'");
    const { changes, state } = await at.refresh();
    assert.deepEqual([changes, state.password, state.bypassRowLevelSecurity], [true, "", false]);
    if (server.major < 16) await superuser.query("ALTER ROLE shop BYPASSRLS");
    await at.up(declared);
    assert.ok(await at.opens("shop", PASSWORD));
    assert.equal((await at.refresh()).changes, false);
    if (server.major < 16) {
      await assert.rejects(at.up(), {
        message: /Type as a superuser `ALTER ROLE "shop" NOBYPASSRLS;`, then `pulumi up` again\.$/,
      });
      await superuser.query("ALTER ROLE shop NOBYPASSRLS");
    }
    await at.up();
    // What another gives is left alone.
    await superuser.query("ALTER ROLE shop BYPASSRLS");
    assert.equal((await at.refresh()).changes, false);
  });
});
