import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { type Diagnosis, diagnose, readLogLines } from "../../diagnosis";
import { readRecords, recordFailure } from "../../records";
import { inFracas, STAGING } from "./failures";

const LOGS = path.join(__dirname, "../fixtures/logs");
const { canary } = parse(readFileSync(path.join(LOGS, "truth.yaml"), "utf8")) as { readonly canary: string };
const NAMES = readdirSync(LOGS).filter((name) => name.endsWith(".log"));

const diagnosed = (name: string): Diagnosis =>
  diagnose(readLogLines(readFileSync(path.join(LOGS, name), "utf8").split("\n")));

/** The same failure, by other ways to the log: other times, instances, forms of a line, and orders of lines. */
const ALIKE: readonly (readonly string[])[] = [
  ["credentials-asyncpg-old", "credentials-asyncpg-old-platform-first", "credentials-sqlalchemy-asyncpg-old"],
  ["credentials-psycopg2-gunicorn", "credentials-sqlalchemy-psycopg2-current"],
  ["import-missing-node", "import-missing-node-platform-first"],
  ["import-missing-python", "import-missing-gunicorn"],
];

describe("records of real logs", () => {
  it("are filed once each, counted for another deploy, and hold no secret of the log", () =>
    inFracas(async (parent) => {
      const failed = NAMES.map((name) => [name, diagnosed(name)] as const).filter(
        ([, { failureMode }]) => failureMode !== "none",
      );
      assert.ok(failed.length >= 40, String(failed.length));
      for (const [name, diagnosis] of failed) {
        const folder = path.join(parent, name);
        const outcomes = [];
        for (const deploy of ["dep-1", "dep-1", "dep-2"]) {
          const context = { ...STAGING, deploy, log: name };
          outcomes.push((await recordFailure(folder, diagnosis, context)).outcome);
        }
        assert.deepEqual(outcomes, ["filed", "known", "counted"], name);
        const text = readFileSync(path.join(folder, "FR-0001.yaml"), "utf8");

        assert.ok(!text.includes(canary), text);
      }
    }));

  for (const names of ALIKE) {
    it(`count ${names.join(", ")} as one failure`, () =>
      inFracas(async (folder) => {
        for (const name of names) await recordFailure(folder, diagnosed(`${name}.log`), STAGING);
        assert.deepEqual(
          readRecords(folder).records.map(({ count }) => count),
          [names.length],
        );
      }));
  }

  it("are none where nothing failed", () =>
    inFracas(async (folder) => {
      await assert.rejects(recordFailure(folder, diagnosed("healthy.log"), STAGING), /did not fail/);
    }));
});
