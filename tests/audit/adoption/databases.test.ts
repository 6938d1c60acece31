import assert from "node:assert/strict";
import { adoptFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const ORIGIN = { repository: "https://github.com/acme/two", remote: "origin", branch: "main", folder: "" };
const service = (name: string, url: string): string =>
  `  - { type: web, name: ${name}, runtime: python, rootDir: ${name}, startCommand: uvicorn main:app, envVars: [{ key: DATABASE_URL, ${url} }] }\n`;
const files = (api: string, reports: string) => ({
  "render.yaml": `services:\n${service("api", api)}${service("reports", reports)}`,
  "api/main.py": 'import os, asyncpg\nasyncpg.connect(os.environ["DATABASE_URL"])\n',
  "reports/main.py": 'import os, asyncpg\nasyncpg.connect(os.environ["DATABASE_URL"])\n',
});
const draftOf = (api: string, reports: string) =>
  inFolder(files(api, reports), (folder) => {
    const [draft] = adoptFolder(folder).drafts(ORIGIN);
    assert.ok(draft);
    return draft;
  });

const A = 'value: "postgresql://api:canary-a@db-a.acme.com/api"';
const B = 'value: "postgresql://reports:canary-b@db-b.acme.com/reports"';

describe("The databases of an adopted stack", () => {
  it("are several where services name several, each with its secret, and services say which is theirs", () => {
    const draft = draftOf(A, B);
    assert.equal(draft.database, undefined);
    const hosts = draft.databases.map(({ key, fields }) => [
      key,
      fields.find((each) => each.key === "host")?.value,
    ]);
    assert.deepEqual(hosts, [
      ["api", "db-a.acme.com"],
      ["reports", "db-b.acme.com"],
    ]);
    assert.deepEqual(
      draft.services.map(({ key, fields }) => [key, fields.find((each) => each.key === "database")?.value]),
      [
        ["api", "api"],
        ["reports", "reports"],
      ],
    );
    assert.deepEqual(
      draft.secrets.map(({ key, path }) => [key, path]),
      [
        ["portcullis:databases.api.password", true],
        ["portcullis:databases.reports.password", true],
      ],
    );
    assert.doesNotMatch(JSON.stringify(draft), /canary/);
  });

  it("are several where a Blueprint takes them from several of its own, and one where from one", () => {
    const from = (name: string): string => `fromDatabase: { name: ${name}, property: connectionString }`;
    const several = draftOf(from("orders"), from("reports"));
    assert.deepEqual(
      several.secrets.map(({ key }) => key),
      ["portcullis:databases.api.url", "portcullis:databases.reports.url"],
    );
    assert.deepEqual(draftOf(from("orders"), from("orders")).databases, []);
  });

  for (const [title, reports] of [
    ["name the same one", A],
    ["do not say which", "sync: false"],
  ] as const)
    it(`are one where the others ${title}`, () => {
      const draft = draftOf(A, reports);
      assert.deepEqual(draft.databases, []);
      assert.equal(draft.database?.find(({ key }) => key === "host")?.value, "db-a.acme.com");
      assert.deepEqual(
        draft.secrets.map(({ key }) => key),
        ["portcullis:databasePassword"],
      );
    });
});
