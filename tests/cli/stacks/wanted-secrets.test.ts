import assert from "node:assert/strict";
import { standIn } from "../../../cli/stacks/stand-in";
import { schemeOf, withWantedSecrets } from "../../../cli/stacks/wanted-secrets";

const wanted = (config: Record<string, unknown>) =>
  withWantedSecrets({ config, secretKeys: [], secretPlaces: [] });

const worker = { type: "worker", driver: "sqlalchemy-asyncpg" };

describe("Secrets that are still to be typed", () => {
  it("are made up for every variable that is named and not set", () => {
    const { config, secretPlaces, notSet } = wanted({
      "portcullis:secrets": ["SENTRY_DSN"],
      "portcullis:services": { api: { environment: { A: "1" }, secrets: ["A", "B"] }, worker },
      "portcullis:database": { host: "db.internal", role: "app" },
    });
    assert.deepEqual(secretPlaces, [
      "portcullis:environment.SENTRY_DSN",
      "portcullis:services.api.environment.B",
    ]);
    assert.deepEqual(notSet, [
      ...secretPlaces,
      "portcullis:databasePassword",
      "portcullis:databaseAdminPassword",
    ]);
    const { api } = config["portcullis:services"] as { api: { environment: Record<string, string> } };
    assert.equal(api.environment.A, "1");
    assert.match(api.environment.B ?? "", /^[\w-]{24}$/);
    assert.match((config["portcullis:environment"] as { SENTRY_DSN: string }).SENTRY_DSN, /^[\w-]{24}$/);
  });

  it("hold the URL of a database that a service uses and nothing declares", () => {
    const url = "portcullis:databaseUrl";
    const needed = (rest: Record<string, unknown>): readonly string[] =>
      wanted({ "portcullis:services": { worker }, ...rest }).secretKeys;
    assert.deepEqual(needed({ "portcullis:database": { manageRole: false } }), [url]);
    assert.deepEqual(needed({ "portcullis:database": { host: "db.internal", role: "app" } }), []);
    assert.deepEqual(wanted({ "portcullis:service": { name: "site" } }).secretKeys, []);
  });

  it("are the passwords of the one database that are in no file", () => {
    const missing = (database: object, secretKeys: readonly string[] = [], rest: object = {}) =>
      withWantedSecrets({
        config: { "portcullis:services": { worker }, "portcullis:database": database, ...rest },
        secretKeys,
        secretPlaces: secretKeys,
      }).notSet;
    const [own, admin] = ["portcullis:databasePassword", "portcullis:databaseAdminPassword"];
    const declared = { host: "db.internal", role: "app" };
    assert.deepEqual(missing(declared), [own, admin]);
    assert.deepEqual(missing({ supabase: { projectRef: "p" } }, [own]), [admin]);
    assert.deepEqual(missing({ ...declared, manageRole: false }), [own]);
    assert.deepEqual(missing({ ...declared, manageRole: false }, [], { [own]: "typed" }), undefined);
    assert.deepEqual(missing(declared, [own, admin]), undefined);
    assert.deepEqual(missing(declared, ["portcullis:databaseUrl"]), undefined);
  });

  it("make of each of several databases a URL that its own driver takes", () => {
    const databases = {
      main: {},
      reports: { url: "typed" },
      archive: { host: "h", role: "r", manageRole: false },
    };
    const reads = { DATABASE_URL: "reports", A_URL: { database: "main", driver: "sqlalchemy-psycopg" } };
    const config = {
      "portcullis:services": { api: { driver: "sqlalchemy-asyncpg", databases: reads } },
      "portcullis:databases": databases,
    };
    const reports = "portcullis:databases.reports.url";
    const filled = withWantedSecrets({ config, secretKeys: [], secretPlaces: [reports] });
    const urls = filled.config["portcullis:databases"] as typeof databases & { main: { url: string } };
    assert.match(urls.main.url, /^postgresql\+psycopg:\/\/app:/);
    assert.match(urls.reports.url, /^postgresql\+asyncpg:\/\/app:/);
    assert.deepEqual(filled.secretPlaces, [
      reports,
      "portcullis:databases.main.url",
      "portcullis:databases.archive.password",
    ]);
    assert.deepEqual(filled.notSet, filled.secretPlaces.slice(1));
    assert.deepEqual(
      [schemeOf(config, "main"), schemeOf(config)],
      ["postgresql+psycopg", "postgresql+asyncpg"],
    );
  });

  it("make a URL that the driver takes", () => {
    const scheme = schemeOf({ "portcullis:services": { worker } });
    assert.match(standIn("portcullis:databaseUrl", scheme), /^postgresql\+asyncpg:\/\/app:[\w-]+@/);
  });
});
