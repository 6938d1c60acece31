import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { StackServers } from "../../../../cli/rehearse/database/servers";
import { sqlFilesOf } from "../../../../cli/rehearse/database/sql-files";
import type { StackFile } from "../../../../cli/stacks/stack-file";
import type { Postgres } from "../../../../rehearsal/postgres";

const file = (config: Record<string, unknown>, secretPlaces: readonly string[] = []): StackFile => ({
  ...{ stack: "staging", secretKeys: [], secretPlaces },
  config: Object.fromEntries(Object.entries(config).map(([key, value]) => [`portcullis:${key}`, value])),
});

/** Servers that are never asked: a stack without a typed URL has no login to make. */
const serversOf = (stack: StackFile): Promise<StackServers> => {
  let port = 0;
  return StackServers.start(
    stack,
    async () => {
      port += 1;
      return { port, adminPassword: "a" } as Postgres;
    },
    { adminPassword: "a", signal: new AbortController().signal, onStarted: () => undefined },
  );
};

const DATABASES = {
  main: { host: "orders-db", role: "shop" },
  reports: { host: "reports-db", name: "days", role: "reader" },
};

describe("SQL of a stack with several databases", () => {
  it("is for the first one, and for those that the stack names", async () => {
    const parent = mkdtempSync(path.join(tmpdir(), "portcullis-sql-"));
    try {
      mkdirSync(path.join(parent, "supabase/migrations"), { recursive: true });
      writeFileSync(path.join(parent, "supabase/migrations/1_a.sql"), "select 1");
      const sources = [{ repository: "r", folder: parent, from: parent, commit: undefined }];
      const named = async (rehearsal: unknown) =>
        (await sqlFilesOf(sources, file({ rehearsal }))).map(({ database, files }) => [
          database,
          ...files.map(({ name }) => name),
        ]);
      const migrations = "supabase/migrations/1_a.sql";
      const own = "portcullis:rehearsal.sql of Pulumi.staging.yaml";
      assert.deepEqual(await named({ sql: "select 2" }), [
        [undefined, migrations],
        [undefined, own],
      ]);
      assert.deepEqual(
        await named({ migrations: "reports", sql: { main: "select 2", reports: "select 3" } }),
        [
          ["reports", migrations],
          ["main", "portcullis:rehearsal.sql.main of Pulumi.staging.yaml"],
          ["reports", "portcullis:rehearsal.sql.reports of Pulumi.staging.yaml"],
        ],
      );
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  });

  it("is applied on the database's own server, by its own name", async () => {
    const servers = await serversOf(file({ databases: DATABASES }));
    const at = (name?: string) => {
      const { server, database } = servers.target(name);
      return [server.port, database];
    };
    assert.deepEqual(
      [at(), at("main"), at("reports")],
      [
        [1, "postgres"],
        [1, "postgres"],
        [2, "days"],
      ],
    );
    assert.throws(
      () => at("report"),
      /expected one of the stack's databases \(main, reports\), got `report`/,
    );
  });

  it("is applied where the service's URL leads, of a URL that is a secret", async () => {
    const servers = await serversOf(
      file({ databases: { main: { url: "made up" }, reports: DATABASES.reports } }, [
        "portcullis:databases.main.url",
      ]),
    );
    assert.equal(servers.target().database, "main");
  });
});
