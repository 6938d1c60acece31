import assert from "node:assert/strict";
import { ENV_FILE } from "../../../../audit/readers/env-file/reader";
import { factsOf } from "../../../../domain";
import { ONE_FILE } from "../one-file";

const variables = (text: string, path = ".env.production") =>
  factsOf(ENV_FILE.read({ path, text }, ONE_FILE).facts, "variable");

describe("the reader of env files", () => {
  it("gives line and column of the name after a value of several lines", () => {
    const place = variables('A="1\n2"\n  export PORT=8000').at(-1)?.place;
    assert.deepEqual(place, { source: "file", file: ".env.production", line: 3, column: 10, key: "PORT" });
  });

  for (const [name, environment] of [
    [".env", "local"],
    [".env.local", "local"],
    [".env.staging", "staging"],
    ["api/.env.staging.local", "staging"],
    ["prod.env", "prod"],
    [".env.test", "test"],
    ["production-eu.env", "production"],
    // A word that is no environment's makes none.
    ["docker.env", "local"],
    [".env.supabase", "local"],
    // For every environment, or for none yet.
    ["common.env", undefined],
    [".env.shared", undefined],
    [".env.example", undefined],
    [".env.production.sample", undefined],
  ] as const) {
    it(`takes ${name} as of ${environment ?? "no environment of its own"}`, () => {
      assert.equal(variables("A=1", name)[0]?.environment, environment);
    });
  }

  it("marks a URL with a password as secret, and a port not", () => {
    const secrets = variables("LINK=postgres://u:canary@h/d\nPORT=1").map(({ secret }) => secret);
    assert.deepEqual(secrets, [true, false]);
  });

  it("states a difference with the tools that differ, and never a value", () => {
    const { facts } = ENV_FILE.read({ path: ".env", text: "A=canary$b" }, ONE_FILE);
    assert.deepEqual(factsOf(facts, "reading-difference"), [
      {
        kind: "reading-difference",
        place: { source: "file", file: ".env", line: 1, column: 1, key: "A" },
        name: "A",
        environment: "local",
        between: ["dotenv and python-dotenv", "compose"],
        because: "a $ before a name or another $",
      },
    ]);
  });
});
