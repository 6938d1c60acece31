import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { changeOf } from "../../../cli/connect/change";
import { subjectsOfStack } from "../../../cli/connect/subject";
import type { Choice, WayReport } from "../../../connect";

const REF = "abcdefghijklmnopqrst";
const POOLER = "aws-0-us-west-1.pooler.supabase.com";
const python = { repository: "https://github.com/acme/shop", runtime: "python", region: "oregon" };
const secrets = () => ({ password: { secure: "v1:c4nary" }, adminPassword: { secure: "v1:c4nary" } });
const config = {
  "portcullis:services": {
    api: {
      ...{ ...python, start: "python main.py", driver: "sqlalchemy-asyncpg" },
      databases: {
        DATABASE_URL: "main",
        DIRECT_URL: { database: "main", driver: "psycopg2", connection: "session" },
        REPORTS_URL: { database: "reports", driver: "psycopg" },
      },
    },
    worker: {
      ...{ ...python, type: "worker", start: "python jobs.py" },
      driver: "asyncpg",
      database: "main",
    },
  },
  "portcullis:databases": {
    main: {
      supabase: { projectRef: REF, poolerHost: POOLER, connection: "transaction" },
      ...{ role: "shop", ...secrets() },
    },
    reports: { host: "reports.acme.com", role: "reader", ...secrets() },
  },
};

describe("What `portcullis connect` asks of a stack with several databases", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-subjects-"));
    writeFileSync(path.join(folder, "Pulumi.staging.yaml"), stringify({ config }));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const subjects = (only: readonly string[] = []) =>
    subjectsOfStack(
      folder,
      "staging",
      async () => ({ secrets: { main: { password: "m" }, reports: { password: "r" } } }),
      only,
    );

  it("is each of them, by the driver that reads it, and a way of a variable's own besides", async () => {
    const asked = (await subjects()).map(({ name, driver, question: { address, password } }) => [
      name,
      ...[driver, `${address.host}:${address.port}`, password],
    ]);
    assert.deepEqual(asked, [
      ["staging/main", "sqlalchemy-asyncpg", `${POOLER}:6543`, "m"],
      ["staging/main (DIRECT_URL)", "psycopg2", `${POOLER}:5432`, "m"],
      ["staging/reports", "psycopg", "reports.acme.com:5432", "r"],
    ]);
  });

  it("are those alone that --database names", async () => {
    assert.deepEqual(
      (await subjects(["reports"])).map(({ name }) => name),
      ["staging/reports"],
    );
    await assert.rejects(
      subjects(["report"]),
      /--database: Pulumi\.staging\.yaml has no database `report`\. Did you mean `reports`\?/,
    );
    await assert.rejects(subjects(["x"]), /has no database `x`\. Expected one of main, reports\./);
  });

  it("has another way written where the database, or the variable, declares it", async () => {
    const [main, direct] = await subjects();
    assert.ok(main !== undefined && direct !== undefined);
    const way = { name: "session" } as WayReport["way"];
    const choice = { way, why: "", verdicts: [] } as unknown as Choice;
    assert.deepEqual(changeOf(main, choice), [
      "# Pulumi.staging.yaml",
      "portcullis:databases:",
      "  main:",
      "    supabase:",
      "      connection: session",
    ]);
    assert.deepEqual(changeOf(direct, choice), [
      "# Pulumi.staging.yaml, in the service's databases.DIRECT_URL",
      "connection: session",
    ]);
  });
});
