import assert from "node:assert/strict";
import { Client } from "pg";
import { makeDeclaredRoles } from "../../../../cli/rehearse/database/declared-roles";
import { startPostgres } from "../../../../rehearsal/postgres";

describe("The database of a rehearsal", function () {
  this.timeout(120_000);

  it("has the administrator, owners, schemas and name that a stack declares, and makes them once", async () => {
    const server = await startPostgres();
    try {
      const database = {
        name: "shop",
        adminUser: "deployer",
        owners: ["migrations"],
        schemas: ["public", "app"],
      };
      for (let run = 1; run <= 2; run++) await makeDeclaredRoles(server, [{}, database]);
      const { host, port, adminPassword: password } = server;
      const client = new Client({ host, port, user: "deployer", password, database: "shop" });
      await client.connect();
      await client.query(`
        CREATE ROLE service;
        ALTER DEFAULT PRIVILEGES FOR ROLE migrations IN SCHEMA app GRANT SELECT ON TABLES TO service;
        GRANT USAGE, CREATE ON SCHEMA app TO service`);
      const { rows } = await client.query("SELECT rolsuper FROM pg_roles WHERE rolname = 'deployer'");
      assert.deepEqual(rows, [{ rolsuper: false }]);
      await client.end();
    } finally {
      await server.stop();
    }
  });
});
