import assert from "node:assert/strict";
import { asAdministrator } from "../../../components/role/administrator";
import type { ManagedRole } from "../../../components/role/inputs";
import { hiddenTables } from "../../../components/role/objects";
import { PASSWORD, RoleAtPostgres } from "./role-at-postgres";
import { describeOnServers } from "./servers";

describeOnServers("The role's privileges, on a database that was there before", function (server) {
  this.timeout(5 * 60_000);
  let at: RoleAtPostgres;

  before(async () => {
    at = await RoleAtPostgres.open(server);
    const admin = await at.admin();
    await admin.query(`
      CREATE TABLE ships (id serial PRIMARY KEY, name text);
      INSERT INTO ships (name) VALUES ('Ada');
      CREATE VIEW named_ships AS SELECT name FROM ships;
      CREATE MATERIALIZED VIEW all_ships AS SELECT * FROM ships;
      CREATE TABLE alembic_version (version_num varchar PRIMARY KEY);
      CREATE FUNCTION ship_count(at_least int) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.ships';
      REVOKE EXECUTE ON FUNCTION ship_count FROM PUBLIC;
      CREATE TABLE hidden (id int);
      INSERT INTO hidden VALUES (1);
      ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;
      CREATE SCHEMA "Odd one";
      CREATE TABLE "Odd one"."Table ""1""" (id int);
      CREATE ROLE migrations LOGIN PASSWORD 'm';
      GRANT migrations TO postgres${server.major >= 16 ? " WITH INHERIT TRUE, SET TRUE" : ""};
      GRANT CREATE, USAGE ON SCHEMA public TO migrations`);
    const superuser = await at.superuser();
    await superuser.query("CREATE TABLE of_supabase (id int)");
  });
  after(() => at.close());

  it("read and write what is in the schemas, and what each owner makes later", async () => {
    await at.up({ schemas: ["public", "Odd one"], owners: ["postgres", "migrations"] });
    const shop = await at.session("shop", PASSWORD);
    await shop.query("INSERT INTO ships (name) VALUES ('Grace')");
    await shop.query("UPDATE alembic_version SET version_num = 'a'");
    for (const relation of ["named_ships", "all_ships", '"Odd one"."Table ""1"""']) {
      await shop.query(`SELECT * FROM ${relation}`);
    }
    assert.deepEqual((await shop.query("SELECT ship_count(1)")).rows, [{ ship_count: "2" }]);
    await shop.query("CREATE TABLE orders (ship int REFERENCES ships)");
    // Of extensions, which Supabase has in a schema that no new role may use.
    await shop.query("SELECT uuid_generate_v4(), digest('a', 'sha256')");
    for (const [user, password, table] of [
      ["postgres", at.postgres.adminPassword, "docks"],
      ["migrations", "m", "cranes"],
    ] as const) {
      const owner = await at.session(user, password);
      await owner.query(`CREATE TABLE ${table} (id serial, name text)`);
      await shop.query(`INSERT INTO ${table} (name) VALUES ('x')`);
    }
    assert.deepEqual(
      (await shop.query("SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = 'shop'")).rows,
      [{ rolsuper: false, rolcreaterole: false }],
    );
    await assert.rejects(shop.query("SELECT * FROM auth.users"), /permission denied for schema auth/);
  });

  it("make columns of types that are there, and of later ones, where PUBLIC may not use them", async () => {
    const admin = await at.admin();
    await admin.query(`
      CREATE TYPE mood AS ENUM ('calm'); CREATE DOMAIN depth AS int CHECK (VALUE > 0);
      REVOKE USAGE ON TYPE mood, depth FROM PUBLIC; ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC`);
    assert.equal((await at.refresh()).changes, true);
    await at.up({ schemas: ["public", "Odd one"], owners: ["postgres", "migrations"] });
    await admin.query("CREATE TYPE kind AS ENUM ('x')");
    const shop = await at.session("shop", PASSWORD);
    await shop.query("CREATE TABLE voyages (mood mood, depth depth, kind kind)");
    assert.equal((await at.refresh()).changes, false);
    await admin.query("ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC");
  });

  it("let the administrator read what the role makes", async () => {
    const admin = await at.admin();
    assert.deepEqual((await admin.query("SELECT * FROM orders")).rows, []);
  });

  it("show a refresh what was taken away by hand, and an update gives it back", async () => {
    assert.equal((await at.refresh()).changes, false);
    const admin = await at.admin();
    await admin.query("REVOKE INSERT ON ships FROM shop");
    const { changes, state } = await at.refresh();
    assert.equal(changes, true);
    assert.match(state.missing.join(), /GRANT SELECT, INSERT.* ON TABLE public\.ships TO "?shop/);
    await at.up({ schemas: ["public", "Odd one"], owners: ["postgres", "migrations"] });
    const shop = await at.session("shop", PASSWORD);
    await shop.query("INSERT INTO ships (name) VALUES ('Joan')");
    assert.equal((await at.refresh()).changes, false);
  });

  it("hide the rows that row level security hides, unless `bypassRowLevelSecurity` is declared", async () => {
    const shop = await at.session("shop", PASSWORD);
    assert.equal((await shop.query("SELECT * FROM hidden")).rowCount, 0);
    // Such as Supabase's templates have them, and one that shows nothing.
    const admin = await at.admin();
    await admin.query(`
      CREATE POLICY own ON hidden FOR SELECT USING (auth.uid() IS NOT NULL);
      CREATE POLICY added ON hidden FOR INSERT WITH CHECK (true)`);
    const declared = at.declared() as unknown as ManagedRole;
    const hidden = await asAdministrator(declared, (one) => hiddenTables(one, ["public"], "shop"));
    assert.deepEqual(hidden, ["public.hidden"]);
    // Before 16, a superuser gives and takes it.
    const superuser = server.major < 16 ? await at.superuser() : undefined;
    await superuser?.query("ALTER ROLE shop BYPASSRLS");
    await at.up({ bypassRowLevelSecurity: true });
    assert.equal((await shop.query("SELECT * FROM hidden")).rowCount, 1);
    await superuser?.query("ALTER ROLE shop NOBYPASSRLS");
    await at.up();
    assert.equal((await shop.query("SELECT * FROM hidden")).rowCount, 0);
  });

  it("become fewer where less is declared, and leave what the role owns", async () => {
    await at.up({ privileges: "read" });
    const shop = await at.session("shop", PASSWORD);
    await shop.query("SELECT * FROM ships");
    await shop.query("INSERT INTO orders VALUES (1)");
    await assert.rejects(shop.query("INSERT INTO ships (name) VALUES ('x')"), /permission denied/);
    await assert.rejects(shop.query("CREATE TABLE more (id int)"), /permission denied for schema public/);
    await assert.rejects(shop.query('SELECT * FROM "Odd one"."Table ""1"""'), /permission denied for schema/);
    const admin = await at.admin();
    await admin.query("CREATE TABLE later (id serial)");
    await shop.query("SELECT * FROM later");
    await assert.rejects(shop.query("INSERT INTO later DEFAULT VALUES"), /permission denied/);
    assert.equal((await at.refresh()).changes, false);
  });

  it("name the grant to type for a schema and an owner that the administrator has no say over, and change nothing", async () => {
    await assert.rejects(at.up({ schemas: ["public", "auth"] }), {
      message:
        /may not let `shop` use the schema `auth`: type as supabase_auth_admin or a superuser `GRANT USAGE ON SCHEMA "auth" TO "shop";`/,
    });
    await assert.rejects(at.up({ schemas: ["publik"] }), { message: /there is no schema `publik`/ });
    await assert.rejects(at.up({ owners: ["postgres", "supabase_auth_admin", "nobody"] }), {
      message: /there is no role `nobody`.*GRANT "supabase_auth_admin" TO "postgres";/,
    });
    const shop = await at.session("shop", PASSWORD);
    await assert.rejects(shop.query("INSERT INTO ships (name) VALUES ('x')"), /permission denied/);
  });

  it("are another's with `custom`: what was given stays, and nothing is added", async () => {
    await at.up({ privileges: "custom" });
    const admin = await at.admin();
    await admin.query("CREATE TABLE vault (id int); REVOKE ALL ON vault FROM shop");
    assert.equal((await at.refresh()).changes, false);
    const shop = await at.session("shop", PASSWORD);
    await shop.query("SELECT * FROM ships");
    await assert.rejects(shop.query("SELECT * FROM vault"), /permission denied/);
  });

  it("keep the role from being dropped where another has given some here, which are named", async () => {
    const superuser = await at.superuser();
    await superuser.query("GRANT SELECT ON of_supabase TO shop");
    await assert.rejects(at.destroy(), {
      message: /`postgres` did not give.*table public\.of_supabase.*`REVOKE ALL ON … FROM "shop";`/,
    });
    await superuser.query("REVOKE SELECT ON of_supabase FROM shop");
  });

  it("end with the role, whose tables the administrator gets", async () => {
    await at.destroy();
    assert.deepEqual(await at.roles("^shop"), []);
    const admin = await at.admin();
    const { rows } = await admin.query("SELECT tableowner FROM pg_tables WHERE tablename = 'orders'");
    assert.deepEqual(rows, [{ tableowner: "postgres" }]);
    assert.equal((await admin.query("SELECT * FROM orders")).rowCount, 1);
  });

  it("are on schemas of its own where it has them, made with the role and dropped with all that is in them", async () => {
    const own = { schemas: ["pr_7"], ownSchemas: true } as const;
    await at.up(own);
    // As an update that was interrupted before its state was written.
    at.fresh();
    await at.up({ ...own, importRole: true });
    const shop = await at.session("shop", PASSWORD);
    await shop.query("CREATE TABLE cargo (id uuid DEFAULT uuid_generate_v4())");
    const admin = await at.admin();
    const tables = "SELECT schemaname FROM pg_tables WHERE tablename = 'cargo'";
    assert.deepEqual((await admin.query(tables)).rows, [{ schemaname: "pr_7" }]);
    await assert.rejects(shop.query("SELECT * FROM ships"), /relation "ships" does not exist/);
    await at.up({ ...own, password: "n3xt" });
    const moved = await at.session("shop_2", "n3xt");
    await moved.query("SELECT * FROM cargo");
    assert.equal((await at.refresh()).changes, false);
    await at.destroy();
    assert.deepEqual((await admin.query("SELECT FROM pg_namespace WHERE nspname = 'pr_7'")).rows, []);
  });

  it("take no schema that was there before for the role's own, and drop none", async () => {
    await assert.rejects(at.up({ schemas: ["Odd one"], ownSchemas: true }), {
      message: /The schema `Odd one` is there already and was not made with the role/,
    });
    const admin = await at.admin();
    assert.equal((await admin.query('SELECT * FROM "Odd one"."Table ""1"""')).rowCount, 0);
    assert.deepEqual(await at.roles("^shop"), []);
  });
});
