import assert from "node:assert/strict";
import { ConfigurationError, parseConfiguration } from "../../config";

const sound = {
  service: {
    name: "navigator-api",
    repository: "https://github.com/acme/navigator",
    runtime: "python",
    region: "oregon",
    start: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    driver: "asyncpg",
  },
  database: {
    supabase: {
      projectRef: "abcdefghijklmnopqrst",
      poolerHost: "aws-0-us-west-1.pooler.supabase.com",
      connection: "session",
    },
    role: "navigator",
  },
};
const secretsSet = ["databasePassword", "databaseAdminPassword"];

function problems(
  values: Record<string, unknown>,
  secrets: readonly string[] = secretsSet,
): readonly string[] {
  try {
    parseConfiguration({ stack: "staging", values, secretsSet: secrets });
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigurationError, String(error));
    return error.problems;
  }
}

describe("a stack's configuration", () => {
  it("has defaults for what most stacks leave out", () => {
    const parsed = parseConfiguration({ stack: "staging", values: sound, secretsSet });
    const [service] = parsed.services;
    assert.ok(service?.type === "web");
    assert.equal(service.port, 8000);
    assert.equal(service.verify.schedule.interval, 2_000);
  });

  it("is refused with a role that cannot be made as it is written", () => {
    const of = (more: object) => problems({ ...sound, database: { ...sound.database, ...more } });
    const cases: readonly (readonly [more: object, said: RegExp])[] = [
      [{ role: "postgres" }, /database\.role: expected a role of the service's own, got the administrator's/],
      [{ role: "navigator.abcdefghijklmnopqrst" }, /database\.role: expected the role alone/],
      [{ importRole: true, manageRole: false }, /database\.importRole: expected `manageRole: false` or/],
      [{ ownSchemas: true }, /database\.ownSchemas: expected `schemas` of the role's own, got `public`/],
    ];
    for (const [more, said] of cases) {
      const found = of(more).filter((one) => !one.includes("databaseAdminPassword"));
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", said);
    }
    assert.deepEqual(of({ ownSchemas: true, schemas: ["pr_7"] }), []);
    assert.deepEqual(of({ role: "navigator.two", importRole: true }), []);
    assert.deepEqual(
      of({ role: "postgres", manageRole: false }).filter((one) => one.includes("role")),
      [],
    );
  });

  it("takes a number and a flag for a variable's text, as YAML reads them", () => {
    const environment = { WORKERS: 4, DEBUG: false, NAME: "a" };
    const values = { ...sound, service: { ...sound.service, environment } };
    const parsed = parseConfiguration({ stack: "staging", values, secretsSet });
    assert.deepEqual(parsed.services[0]?.environment, { WORKERS: "4", DEBUG: "false", NAME: "a" });
  });

  it("takes null for a driver's setting, as psycopg's prepare_threshold has it", () => {
    const values = { ...sound, service: { ...sound.service, driverSettings: { prepare_threshold: null } } };
    const parsed = parseConfiguration({ stack: "staging", values, secretsSet });
    const [service] = parsed.services;
    assert.ok(service?.type === "web");
    assert.deepEqual(service.driverSettings, { prepare_threshold: "null" });
  });

  it("refuses a mapping as a variable, and does not show what it holds", () => {
    const environment = { LIMITS: { key: "canary" } };
    assert.deepEqual(problems({ ...sound, service: { ...sound.service, environment } }), [
      "portcullis:service.environment.LIMITS: expected text, a number, or true or false, got a mapping.",
    ]);
  });

  it("takes a plan, a region and a runtime that no list of ours has: such lists grow", () => {
    for (const change of [
      { plan: "1c-2g" },
      { plan: "acme_custom_2" },
      { region: "mumbai" },
      { runtime: "bun" },
    ]) {
      const service = { ...sound.service, ...change };
      assert.deepEqual(problems({ ...sound, service }), []);
    }
  });

  const mutations: readonly [string, Record<string, unknown>, RegExp][] = [
    [
      "an unknown key, with the nearest right one",
      { ...sound, servce: {} },
      /portcullis:servce: unknown key\. Did you mean `service`\?/,
    ],
    [
      "an unknown key deeper down",
      { ...sound, database: { ...sound.database, supabase: { ...sound.database.supabase, projctRef: "x" } } },
      /portcullis:database\.supabase\.projctRef: unknown key\. Did you mean `projectRef`\?/,
    ],
    [
      "a wrong type",
      { ...sound, service: { ...sound.service, port: "80OO" } },
      /portcullis:service\.port: expected a port, 1 to 65535, got `80OO`/,
    ],
    [
      "a slip in a choice",
      { ...sound, service: { ...sound.service, driver: "asyncpgg" } },
      /asyncpg.*got `asyncpgg`\. Did you mean `asyncpg`\?/,
    ],
    [
      "a missing value",
      { ...sound, service: { ...sound.service, start: undefined } },
      /portcullis:service\.start: expected a value, got none/,
    ],
    [
      "a placeholder reference",
      {
        ...sound,
        database: { ...sound.database, supabase: { ...sound.database.supabase, projectRef: "your-project" } },
      },
      /20 lowercase letters/,
    ],
  ];
  for (const [what, values, expected] of mutations) {
    it(`is refused for ${what}`, () => {
      assert.match(problems(values).join("\n"), expected);
    });
  }

  it("shows no connection URL that is pasted where something else is expected", () => {
    const url =
      "postgresql://postgres.abcdefghijklmnopqrst:c4nary@aws-0-us-west-1.pooler.supabase.com:5432/postgres";
    const supabase = { projectRef: url, poolerHost: url, connection: url };
    const values = {
      service: { ...sound.service, driver: url, port: url },
      database: { supabase, role: "navigator", sslmode: url },
      standardPort: url,
    };
    const found = problems(values);
    assert.equal(found.filter((each) => / got a connection URL\./.test(each)).length, 7, found.join("\n"));
    assert.doesNotMatch(found.join("\n"), /c4nary/);
  });

  it("is refused with every problem at once, a missing secret among them", () => {
    const found = problems(
      { ...sound, servce: 1, service: { ...sound.service, driver: "mars", port: 0 } },
      [],
    );
    assert.equal(found.length, 5, found.join("\n"));
    assert.match(found.join("\n"), /pulumi config set -s staging --secret portcullis:databasePassword/);
  });

  it("says of a secret in plain text that it is one, with what to type, and not that it is missing or unknown", () => {
    const found = problems({ ...sound, databasePassword: "c4nary-s3cret-v4lue" }, ["databaseAdminPassword"]);
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0] ?? "", /^portcullis:databasePassword: expected a secret, got one in plain text/);
    assert.match(found[0] ?? "", /`pulumi config set -s staging --secret portcullis:databasePassword`/);
    assert.ok(!found.join("").includes("c4nary"));
  });

  const CANARY = "c4nary-s3cret-v4lue";
  const post = { name: "sign-in", method: "POST", path: "/auth/login" };
  const verifications: readonly [string, unknown, RegExp][] = [
    [
      "an endpoint's unknown key",
      { endpoints: [{ ...post, expct: {} }] },
      /portcullis:verify\.endpoints\[0\]\.expct: unknown key\. Did you mean `expect`\?/,
    ],
    [
      "a path without its slash",
      { endpoints: [{ ...post, path: "health" }] },
      /verify\.endpoints\[0\]\.path: expected a path that begins with \/, got `health`/,
    ],
    [
      "two bodies at once",
      { endpoints: [{ ...post, json: {}, body: CANARY }] },
      /verify\.endpoints\[0\]\.body: expected one of `json`, `body` and `file`/,
    ],
    [
      "something to send with GET",
      { endpoints: [{ ...post, method: "GET", body: CANARY }] },
      /verify\.endpoints\[0\]\.body: expected nothing to send with GET; write `method: POST`/,
    ],
    [
      "a header that is no text, without its value",
      { endpoints: [{ ...post, headers: { authorization: [CANARY] } }] },
      /headers\.authorization: .*got a list/,
    ],
    [
      "a body that is no text, without its value",
      { endpoints: [{ ...post, body: { token: CANARY } }] },
      /body: expected text; `json` takes a mapping, got a mapping/,
    ],
    [
      "a JSON path that cannot be read",
      { endpoints: [{ ...post, expect: { jsonPath: "items[" } }] },
      /expect\.jsonPath: expected names and indexes, such as items\[0\]\.id/,
    ],
    [
      "a JSON Schema that is none",
      { endpoints: [{ ...post, expect: { bodySchema: { type: "objekt" } } }] },
      /expect\.bodySchema: expected a JSON Schema: schema is invalid/,
    ],
    [
      "a JSON Schema with a misspelt word",
      { endpoints: [{ ...post, expect: { bodySchema: { requird: ["id"] } } }] },
      /expect\.bodySchema: expected a JSON Schema: .*unknown keyword: "requird"/,
    ],
    [
      "a first byte that may take longer than the answer",
      { endpoints: [{ ...post, timeout: "5s", expect: { firstByte: "6s" } }] },
      /expect: firstByte: expected at most the `timeout`, 5 s/,
    ],
    [
      "an expiry in no days",
      { endpoints: [{ ...post, expect: { tlsExpiry: "14d" } }] },
      /expect\.tlsExpiry: expected a number of days, from 1/,
    ],
    [
      "a WebSocket that is posted to",
      { endpoints: [{ ...post, webSocket: {} }] },
      /method: expected GET, with which a WebSocket is opened/,
    ],
    [
      "a WebSocket with a body to expect",
      { endpoints: [{ name: "live", path: "/live", webSocket: {}, expect: { text: "hi" } }] },
      /expect: text: expected none of a WebSocket; `webSocket\.message` is its first message/,
    ],
    [
      "a time without its unit",
      { stability: "120" },
      /verify\.stability: expected a duration, such as 30s or 2m/,
    ],
    [
      "a stability window that asks too often",
      { stability: { window: "1m", interval: "10ms" } },
      /verify\.stability\.interval: expected at least 250ms/,
    ],
    [
      "a growth of memory in too short a window",
      { stability: { window: "30s", maxMemoryGrowth: 0.2 } },
      /verify\.stability\.maxMemoryGrowth: expected a window of at least 90s/,
    ],
    [
      "a factor below one",
      { stability: { window: "2m", previous: { memory: 0.5 } } },
      /verify\.stability.*: expected a factor from 1/,
    ],
    [
      "a percentile of too few probes",
      { stability: { window: "10s", p95: "1s" } },
      /verify\.stability\.p95: expected a window of at least 20 probes, got 11/,
    ],
    [
      "a rate in percent",
      { stability: { window: "1m", maxErrorRate: 5 } },
      /verify\.stability.*: expected a rate, 0 to less than 1/,
    ],
    [
      "a schedule that failures alone would pass",
      { schedule: { count: 2, failureLimit: 2 } },
      /verify\.schedule\.count: expected more than failureLimit \(2\)/,
    ],
    [
      "a schedule that nothing fails and nothing passes",
      { schedule: { failureLimit: -1 } },
      /schedule\.consecutiveSuccessLimit: expected at least 1/,
    ],
    ["a list where a mapping is expected", [], /portcullis:verify: /],
  ];
  for (const [what, verify, expected] of verifications) {
    it(`is refused for ${what} in its verification`, () => {
      const found = problems({ ...sound, verify }).join("\n");
      assert.match(found, expected);
      assert.ok(!found.includes(CANARY), found);
    });
  }

  it("takes a form's file, a timeout and a schedule of passes in a row", () => {
    const file = { name: "note.txt", content: "hello", contentType: "text/plain" };
    const verify = {
      endpoints: [{ ...post, file, timeout: "3s" }],
      schedule: { failureLimit: -1, consecutiveSuccessLimit: 3 },
    };
    const { services } = parseConfiguration({ stack: "staging", values: { ...sound, verify }, secretsSet });
    const [parsed] = services.map((service) => service.verify);
    assert.deepEqual(parsed?.endpoints[0]?.file, { field: "file", ...file });
    assert.equal(parsed?.endpoints[0]?.timeout, 3_000);
    assert.equal(parsed?.schedule.count, undefined);
    assert.equal(parsed?.endpoints[0]?.expect.status, 200);
  });

  it("takes what a rehearsal alone reads, and keeps it from the deployment", () => {
    const values = {
      ...sound,
      rehearsal: { variables: { SEARCH_RESULTS: 3 }, sql: "insert into plans values (1)" },
      verify: { endpoints: [{ name: "paid", path: "/paid", rehearse: false }] },
    };
    const parsed = parseConfiguration({ stack: "staging", values, secretsSet });
    assert.deepEqual(parsed.rehearsal, {
      variables: { SEARCH_RESULTS: "3" },
      sql: "insert into plans values (1)",
    });
    assert.ok(!("rehearse" in (parsed.services[0]?.verify.endpoints[0] ?? {})));
  });

  it("is refused for what a rehearsal cannot take, without the value", () => {
    const rehearsal = { variables: { TOKEN: [CANARY] }, sqll: "select 1" };
    const found = problems({ ...sound, rehearsal }).join("\n");
    assert.match(found, /rehearsal\.variables\.TOKEN: expected text, .*got a list/);
    assert.match(found, /rehearsal\.sqll: unknown key\. Did you mean `sql`\?/);
    const elsewhere = problems({ ...sound, rehearsal: { sql: { mains: CANARY }, migrations: "reports" } });
    assert.match(elsewhere.join("\n"), /rehearsal\.migrations: expected one of `databases`, got `reports`/);
    assert.match(elsewhere.join("\n"), /rehearsal\.sql\.mains: .*Did you mean `main`\?/);
    assert.doesNotMatch(elsewhere.join("\n"), new RegExp(CANARY));
    assert.ok(!found.includes(CANARY), found);
  });
});
