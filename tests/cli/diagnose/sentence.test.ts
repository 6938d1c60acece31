import assert from "node:assert/strict";
import { sentence } from "../../../cli/diagnose/sentence";

const CASES: readonly (readonly [string, string])[] = [
  ["the server listens on 127.0.0.1", "The server listens on 127.0.0.1."],
  ["an exception in app.py:3", "An exception in app.py:3."],
  ["no port is open.", "No port is open."],
  ["users is not in the database", "users is not in the database."],
  ["psycopg2 is not installed", "psycopg2 is not installed."],
  ["the-db.internal is not known", "the-db.internal is not known."],
  ["package.json is not there", "package.json is not there."],
];

describe("A cause as a sentence", () => {
  for (const [cause, expected] of CASES)
    it(`begins and ends as it should: ${expected}`, () => assert.equal(sentence(cause), expected));
});
