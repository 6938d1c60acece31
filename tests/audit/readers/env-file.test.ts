import assert from "node:assert/strict";
import { parse } from "dotenv";
import fc from "fast-check";
import { ENV_FILE } from "../../../audit/readers/env-file";
import { factsOf } from "../../../domain";
import { ONE_FILE } from "./one-file";

const variables = (text: string, path = ".env.production") =>
  factsOf(ENV_FILE.read({ path, text }, ONE_FILE).facts, "variable");

/** What the reader says it knows, by name. */
const knownIn = (text: string): ReadonlyMap<string, string> =>
  new Map(variables(text).flatMap(({ name, value }) => (value.known ? [[name, value.value]] : [])));

const AGREED: readonly (readonly [string, string, string])[] = [
  ["a plain value", "PORT=8000", "8000"],
  ["a file with a mark and Windows line ends", "\uFEFFPORT=8000\r\nB=1\r\n", "8000"],
  ["export, and space around the sign", "export PORT = 8000", "8000"],
  ["a comment after space", "PORT=8000 # the port", "8000"],
  ["a # in quotes", "PORT='a#b' # note", "a#b"],
  ["an escaped line end in double quotes", 'PORT="a\\nb"', "a\nb"],
  ["a value of two lines", 'PORT="a\nb"', "a\nb"],
  ["no value", "PORT=", ""],
  ["the last of two assignments", "PORT=1\nPORT=2", "2"],
];

describe("the reader of env files", () => {
  for (const [what, text, expected] of AGREED) {
    it(`reads ${what} as dotenv does`, () => {
      assert.equal(knownIn(text).get("PORT"), expected);
      assert.equal(parse(text).PORT, expected);
    });
  }

  for (const [what, text] of [
    ["an unquoted #", "A=b#c"],
    ["a backslash in quotes", 'A="b\\tc"'],
    ["a reference", "A=${B}"],
    ["backticks", "A=`b`"],
  ] as const) {
    it(`knows no value, and states the difference, where tools differ by ${what}`, () => {
      const { facts } = ENV_FILE.read({ path: ".env", text }, ONE_FILE);
      assert.equal(factsOf(facts, "reading-difference").length, 1);
      assert.equal(knownIn(text).size, 0);
    });
  }

  it("gives line and column of the name after a value of several lines", () => {
    const place = variables('A="1\n2"\n  export PORT=8000').at(-1)?.place;
    assert.deepEqual(place, { source: "file", file: ".env.production", line: 3, column: 10, key: "PORT" });
  });

  it("takes the environment from the name", () => {
    const of = (path: string) => variables("A=1", path)[0]?.environment;
    assert.deepEqual([".env", ".env.local", ".env.example"].map(of), ["local", "local", undefined]);
    assert.deepEqual(["api/.env.staging.local", "prod.env"].map(of), ["staging", "prod"]);
  });

  it("marks a URL with a password as secret, and a port not", () => {
    const secrets = variables("LINK=postgres://u:canary@h/d\nPORT=1").map(({ secret }) => secret);
    assert.deepEqual(secrets, [true, false]);
  });

  it("never knows another value than dotenv", () => {
    const piece = fc.constantFrom("=", "'", '"', "`", "#", " ", "\n", "\r\n", "\\", "\\n", "$", "${A}", "x");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = `A=${pieces.join("")}`;
        const first = variables(text).find(({ place }) => place.source === "file" && place.line === 1);
        if (first?.name === "A" && first.value.known) assert.equal(first.value.value, parse(text).A);
      }),
      { numRuns: 5000 },
    );
  });
});
