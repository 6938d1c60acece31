import assert from "node:assert/strict";
import { declaredDatabases, keptLogins } from "../../../../cli/rehearse/database/declared-databases";

const login = (config: Record<string, unknown>) =>
  keptLogins(
    declaredDatabases({ stack: "staging", config, secretKeys: [], secretPlaces: [] }),
    "of-the-short-form",
  );

describe("The logins that a stack does not make", () => {
  it("are those of databases whose role it does not manage, each with its own password", () => {
    const databases = {
      main: { host: "db.internal", role: "shop", manageRole: false, password: "a", name: "orders" },
      reports: { host: "db.internal", role: "reader" },
    };
    assert.deepEqual(login({ "portcullis:databases": databases }), [
      { user: "shop", password: "a", database: "orders" },
    ]);
    assert.deepEqual(
      login({ "portcullis:database": { ...databases.main, password: undefined, name: undefined } }),
      [{ user: "shop", password: "of-the-short-form", database: "postgres" }],
    );
  });

  it("are none of a typed URL's", () => {
    assert.deepEqual(login({ "portcullis:database": { manageRole: false } }), []);
  });
});
