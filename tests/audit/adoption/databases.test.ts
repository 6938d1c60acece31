import assert from "node:assert/strict";
import { adoptFolder } from "../../../audit";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

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

describe("The databases of an adopted service that has several", () => {
  const python = (variables: string): string =>
    `import os, asyncpg\n${variables
      .split(" ")
      .map((name) => `asyncpg.connect(os.environ["${name}"])`)
      .join("\n")}\n`;
  const draftIn = (files: Readonly<Record<string, string>>, include: readonly string[] = []) =>
    inFolder(files, (folder) => {
      const drafts = adoptFolder(folder, { include: [...include] }).drafts(ORIGIN);
      const [draft] = drafts;
      assert.ok(draft);
      const fields = draft.services.map((service) => [
        service.key,
        Object.fromEntries(
          service.fields
            .filter(({ key }) => ["database", "databases"].includes(key))
            .map(({ key, value }) => [key, value]),
        ),
        service.secrets.map(({ name }) => name),
      ]);
      return { draft, fields, secrets: draft.secrets.map(({ key }) => key) };
    });
  const blueprint = (variables: string): string =>
    `services:\n  - { type: web, name: api, runtime: python, startCommand: uvicorn main:app, envVars: [${variables}] }\n`;
  const from = (key: string, name: string, property = "connectionString"): string =>
    `{ key: ${key}, fromDatabase: { name: ${name}, property: ${property} } }`;

  it("are those of a Blueprint's `fromDatabase`, whatever the variable is called", () => {
    const variables = [
      from("DATABASE_URL", "orders"),
      from("REPORTS", "reports"),
      from("REPLICA_URL", "orders"),
      from("REPORTS_HOST", "reports", "host"),
    ];
    const files = {
      "render.yaml": blueprint(variables.join(", ")),
      "main.py": python("DATABASE_URL REPORTS"),
    };
    const { fields, secrets } = draftIn(files);
    assert.deepEqual(fields, [
      [
        "api",
        { databases: { DATABASE_URL: "main", REPORTS: "reports", REPLICA_URL: "main" } },
        ["REPORTS_HOST"],
      ],
    ]);
    assert.deepEqual(secrets.slice(0, 2), [
      "portcullis:databases.main.url",
      "portcullis:databases.reports.url",
    ]);
  });

  it("are those of two services of compose, each with the password that is typed", () => {
    const compose = `services:
  api:
    build: .
    command: uvicorn main:app --host 0.0.0.0 --port 8000
    environment:
      DATABASE_URL: postgresql://shop:canary-a@orders/shop
      ANALYTICS_DATABASE_URL: postgresql://shop:canary-b@analytics/events
  orders: { image: postgres:16 }
  analytics: { image: postgres:16 }
`;
    const files = {
      "compose.yaml": compose,
      Dockerfile: "FROM python:3.12\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
      "main.py": python("DATABASE_URL ANALYTICS_DATABASE_URL"),
    };
    const { draft, fields, secrets } = draftIn(files);
    assert.deepEqual(fields, [
      ["api", { databases: { DATABASE_URL: "main", ANALYTICS_DATABASE_URL: "analytics" } }, []],
    ]);
    assert.deepEqual(secrets, [
      "portcullis:databases.main.password",
      "portcullis:databases.analytics.password",
    ]);
    assert.deepEqual(
      draft.databases.map(({ key, fields: of }) => [key, of.find((each) => each.key === "host")?.value]),
      [
        ["main", "orders"],
        ["analytics", "analytics"],
      ],
    );
    assert.doesNotMatch(JSON.stringify(draft), /canary/);
  });

  it("are those that an example of an env file names and the code reads, and none of the tests'", () => {
    const files = {
      ".env.example": "DATABASE_URL=\nANALYTICS_DATABASE_URL=\nTEST_DATABASE_URL=\n",
      "requirements.txt": "fastapi\nuvicorn\nasyncpg\n",
      "main.py": python("DATABASE_URL ANALYTICS_DATABASE_URL"),
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
    };
    const { fields, secrets } = draftIn(files);
    const [[, databases] = []] = fields;
    assert.deepEqual(databases, {
      databases: { DATABASE_URL: "main", ANALYTICS_DATABASE_URL: "analytics" },
    });
    assert.deepEqual(secrets, ["portcullis:databases.main.url", "portcullis:databases.analytics.url"]);
  });

  it("have a driver of their own where the scheme names another one", () => {
    const files = {
      ".env.production":
        "DATABASE_URL=postgresql+asyncpg://a:canary-a@db-a.acme.com/a\nSYNC_URL=postgresql+psycopg://b:canary-b@db-b.acme.com/b\n",
      "main.py":
        'import os\nfrom sqlalchemy.ext.asyncio import create_async_engine\nfrom sqlalchemy import create_engine\ncreate_async_engine(os.environ["DATABASE_URL"])\ncreate_engine(os.environ["SYNC_URL"])\n',
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
    };
    const { fields } = draftIn(files, [".env*"]);
    assert.deepEqual(fields[0]?.[1], {
      databases: {
        DATABASE_URL: "main",
        SYNC_URL: { database: "sync", driver: "sqlalchemy-psycopg" },
      },
    });
  });

  it("are one, by its own variable, where no DATABASE_URL is there", () => {
    const files = {
      "render.yaml": blueprint(from("POSTGRES_URL", "orders")),
      "main.py": python("POSTGRES_URL"),
    };
    const { draft, fields, secrets } = draftIn(files);
    assert.deepEqual(fields, [["api", { databases: { POSTGRES_URL: "main" } }, []]]);
    assert.deepEqual([draft.databases, secrets], [[], ["portcullis:databaseUrl"]]);
  });
});
