import assert from "node:assert/strict";
import fc from "fast-check";
import { PRISMA_SCHEMA } from "../../../../audit/readers/prisma-schema/reader";
import { factLines } from "../fact-lines";

const lines = (text: string) => factLines(PRISMA_SCHEMA, "prisma/schema.prisma", text);
const source = (...fields: readonly string[]) =>
  `generator client {\n  provider = "prisma-client-js"\n}\n\ndatasource db {\n${fields.map((field) => `  ${field}\n`).join("")}}\n`;

describe("the reader of Prisma schemas", () => {
  it("states the driver and the variables that the data source asks for", () => {
    const text = source(
      'provider  = "postgresql"',
      'url = env("DATABASE_URL")',
      'directUrl = env("DIRECT_URL")',
    );
    assert.deepEqual(lines(text), [
      '6:15 driver "prisma" {}',
      "7:9 wanted-variable DATABASE_URL true",
      "8:15 wanted-variable DIRECT_URL ?",
    ]);
  });

  it("states a URL that is written out", () => {
    const url = "postgresql://u:canary@h:5432/d";
    assert.deepEqual(lines(source('provider = "postgresql"', `url = "${url}" // mine`)).slice(1), [
      `7:9 url "${url}" "prisma" {}`,
    ]);
  });

  for (const [what, text, expected] of [
    ["no driver of another database", source('provider = "sqlite"', 'url = "file:./dev.db"'), []],
    ["nothing in a comment", source('// url = env("A")'), []],
    ["nothing of another block", 'model A {\n  url = env("A")\n}\n', []],
    ["no variable for migrations on a developer's machine", source('shadowDatabaseUrl = env("A")'), []],
    [
      "nothing where Prisma's configuration holds the URL",
      source('provider = "postgresql"').replace("db", "d"),
      [],
    ],
  ] as const) {
    it(`states ${what}`, () => assert.deepEqual(lines(text), expected));
  }

  it("ends for any text", () => {
    const piece = fc.constantFrom(
      "datasource a {",
      "\n",
      "url",
      " = ",
      'env("',
      '")',
      '"',
      "\\",
      "}",
      "postgresql://",
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => Array.isArray(lines(pieces.join("")))));
  });
});
