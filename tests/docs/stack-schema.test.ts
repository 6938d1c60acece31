import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { parseConfiguration } from "../../config/parse";
import { pageText, ROOT } from "./pages";
import { stackSchemaText } from "./stack-schema-text";

const SERVICE = {
  name: "shop",
  repository: "https://github.com/acme/shop",
  runtime: "python",
  region: "oregon",
  start: "x",
};
const only = (changed: object) => ({ config: { "portcullis:service": { ...SERVICE, ...changed } } });
const secure = { secure: "v1:abc" };

/** Each with its text's reason: what the parser refuses, an editor marks. */
const WRONG: readonly (readonly [string, object])[] = [
  ["a misspelt key", only({ helthCheckPath: "/health" })],
  ["a port out of range", only({ port: 70_000 })],
  ["a kind that there is not", only({ type: "webb" })],
  ["a worker with a health check path", only({ type: "worker", healthCheckPath: "/health" })],
  ["a cron job without a schedule", only({ type: "cron" })],
  ["a variable's database without its name", only({ databases: { DATABASE_URL: { driver: "asyncpg" } } })],
  [
    "a variable's driver that there is not",
    only({ databases: { A: { database: "main", driver: "psycop" } } }),
  ],
  ["no variable's name", only({ databases: { "DATABASE-URL": "main" } })],
  ["an encrypted name of a database", only({ databases: { DATABASE_URL: secure } })],
  ["an unknown key of the namespace", { config: { "portcullis:servce": SERVICE } }],
  [
    "a connection that there is not",
    {
      config: {
        "portcullis:database": { supabase: { projectRef: "x", poolerHost: "y", connection: "pooled" } },
      },
    },
  ],
  ["a duration without a unit", { config: { "portcullis:verify": { stability: "15" } } }],
  [
    "a method that there is not",
    { config: { "portcullis:verify": { endpoints: [{ name: "x", path: "/", method: "FETCH" }] } } },
  ],
];

const RIGHT: readonly (readonly [string, object])[] = [
  ["one service", only({ port: 8000, environment: { LOG_LEVEL: "info", RETRIES: 3, KEY: secure } })],
  ["a port in quotes", only({ port: "8000" })],
  [
    "keys of other programs, and Pulumi's own",
    { encryptionsalt: "v1:x", config: { "aws:region": "eu-west-1", "render:apiKey": secure } },
  ],
  [
    "secrets",
    {
      config: {
        "portcullis:databasePassword": secure,
        "portcullis:databases": { main: { host: "h", role: "r", password: secure } },
      },
    },
  ],
  [
    "a service with several databases",
    only({ databases: { DATABASE_URL: "main", REPORTS_URL: { database: "reports", driver: "psycopg" } } }),
  ],
  [
    "several services",
    {
      config: {
        "portcullis:services": {
          api: { ...SERVICE, name: undefined },
          job: { ...SERVICE, type: "cron", schedule: "0 3 * * *" },
        },
      },
    },
  ],
];

describe("The schema of a stack file", () => {
  const text = pageText("docs/stack.schema.json");
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(text));
  const errors = (file: object): string[] => {
    validate(JSON.parse(JSON.stringify(file)));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };

  it("is current (`npx tsx tests/docs/write-stack-schema.ts` writes it)", () => {
    assert.equal(text, stackSchemaText());
  });

  it("describes every key that a service has", () => {
    const { properties, $defs } = JSON.parse(text);
    const [web] = properties.config.properties["portcullis:service"].oneOf;
    const described = ({ description, $ref }: { description?: string; $ref?: string }): boolean =>
      (description ?? $defs[$ref?.split("/").at(-1) ?? ""]?.description) !== undefined;
    const without = Object.entries(web.properties as Record<string, { description?: string }>)
      .filter(([, key]) => !described(key))
      .map(([name]) => name);
    assert.deepEqual(without, []);
  });

  for (const file of readdirSync(ROOT).filter((name) => /^Pulumi\.\w+\.yaml$/.test(name))) {
    it(`takes the repository's own ${file}`, () => {
      assert.deepEqual(errors(parse(readFileSync(path.join(ROOT, file), "utf8"))), []);
    });
  }

  for (const [title, file] of RIGHT) {
    it(`takes ${title}`, () => assert.deepEqual(errors(file), []));
  }

  for (const [title, file] of WRONG) {
    it(`marks ${title}, as the parser refuses it`, () => {
      assert.notDeepEqual(errors(file), []);
      const { config } = file as { config: Record<string, unknown> };
      const values = Object.fromEntries(
        Object.entries(config).map(([key, value]) => [key.replace("portcullis:", ""), value]),
      );
      assert.throws(() => parseConfiguration({ stack: "staging", values, secretsSet: [] }));
    });
  }
});
