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
    assert.equal(parsed.service.port, 8000);
    assert.equal(parsed.verify.schedule.interval, 2_000);
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
      { ...sound, service: { ...sound.service, region: "oregn" } },
      /oregon.*got `oregn`\. Did you mean `oregon`\?/,
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

  it("is refused with every problem at once, a missing secret among them", () => {
    const found = problems(
      { ...sound, servce: 1, service: { ...sound.service, region: "mars", port: 0 } },
      [],
    );
    assert.equal(found.length, 5, found.join("\n"));
    assert.match(found.join("\n"), /pulumi config set -s staging --secret portcullis:databasePassword/);
  });
});
