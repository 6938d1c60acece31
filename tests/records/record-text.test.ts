import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import type { FailureRecord } from "../../records";
import { RECORD_SCHEMA } from "../../records/record";
import { changedText, parseRecord, printRecord, RecordError } from "../../records/record-text";
import { inFolder } from "../audit/written-folder";

const RECORD: FailureRecord = {
  version: 1,
  id: "FR-0001",
  status: "open",
  what: "password authentication failed",
  where: ".env.staging:3",
  environment: "staging",
  service: "shop",
  commit: "1234567",
  firstSeen: "2026-03-01T09:00:00.000Z",
  lastSeen: "2026-03-01T09:00:00.000Z",
  count: 1,
  failureMode: "database/credentials",
  certainty: "certain",
  rootCause: "the database refused the password",
  correctiveAction: "Set it again:\n  pulumi config set --secret portcullis:databasePassword",
  fingerprint: "v1-0123456789abcdef",
  evidence: [{ line: 12, text: "FATAL: password authentication failed" }],
  contributing: [{ file: ".env.staging", line: 3, what: "variable DATABASE_URL" }],
  seen: [{ at: "2026-03-01T09:00:00.000Z" }],
  history: [
    { at: "2026-03-01T09:00:00.000Z", from: "new", to: "open", by: "portcullis", evidence: "line 12" },
  ],
};
const TEXT = printRecord(RECORD);
const STEP = {
  at: "2026-03-02T09:00:00.000Z",
  from: "open",
  to: "analysed",
  by: "Ada",
  evidence: "read",
} as const;

/** What git makes of one file that two branches changed, with its marks where it cannot. */
function mergedByGit(base: string, ours: string, theirs: string): string {
  const texts = { ours, base, theirs };
  return inFolder(
    texts,
    (cwd) => spawnSync("git", ["merge-file", "-p", ...Object.keys(texts)], { cwd, encoding: "utf8" }).stdout,
  );
}

describe("the text of a record", () => {
  it("is read as it was written", () => {
    assert.deepEqual(parseRecord(TEXT, "FR-0001.yaml"), RECORD);
  });

  it("has one key a line, a block for several lines, and its steps last", () => {
    assert.match(TEXT, /^commit: "1234567"$/m);
    assert.match(TEXT, /^correctiveAction: \|-\n {2}Set it again:$/m);
    assert.match(
      TEXT,
      /\nhistory:\n {2}- at: \S+\n {4}from: new\n {4}to: open\n {4}by: portcullis\n {4}evidence: line 12\n$/,
    );
  });

  it("holds any text as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (rootCause) => {
        assert.equal(parseRecord(printRecord({ ...RECORD, rootCause }), "f").rootCause, rootCause);
      }),
    );
  });

  it("changes only where the record does, and keeps comments and what a newer version wrote", () => {
    const newer = TEXT.replace("status: open\n", "status: open # nobody yet\nowner: Ada\n").replace(
      "    by: portcullis\n",
      "    by: portcullis\n    reviewed: true\n",
    );
    const read = parseRecord(newer, "f");
    const changed = changedText(newer, { ...read, count: 2, history: [...read.history, STEP] }, "f");
    const added = `  - at: ${STEP.at}\n    from: open\n    to: analysed\n    by: Ada\n    evidence: read\n`;
    assert.equal(changed, newer.replace("count: 1", "count: 2") + added);
    assert.equal(parse(changed).owner, "Ada");
  });

  it("gets a new key where a new record has it", () => {
    const changed = changedText(TEXT, { ...RECORD, followsFrom: "FR-0002" }, "f");
    assert.equal(changed, TEXT.replace("evidence:\n", "followsFrom: FR-0002\nevidence:\n"));
  });

  it("adds to the history and changes no step of it", () => {
    const [first] = RECORD.history;
    assert.ok(first);
    for (const history of [[STEP], [{ ...first, by: "Eve" }, STEP]]) {
      assert.throws(() => changedText(TEXT, { ...RECORD, history }, "f"), /`history` is only ever added to/);
    }
  });

  for (const [title, text, line, reason] of [
    ["an empty file", "", 1, /got an empty file/],
    ["a list", "- a\n", 1, /expected the keys of a failure record, got a list/],
    ["another program's file", "name: ci\non: push\n", 1, /`version`: missing/],
    ["a tab", "version: 1\n\tid: FR-0001\n", 2, /expected YAML/],
    ["a key that stands twice", `${TEXT}count: 2\n`, 35, /expected YAML: Map keys must be unique/],
    ["a status that is none", TEXT.replace("status: open", "status: done"), 4, /`status`: .*"closed"/],
    ["a count that is text", TEXT.replace("count: 1", "count: many"), 12, /`count`: expected number/],
    ["a commit without quotes", TEXT.replace('"1234567"', "1234567"), 9, /`commit`: expected string/],
    ["a time that is none", TEXT.replace(/lastSeen: .*/, "lastSeen: today"), 11, /2026-01-31T09:30:00Z/],
    [
      "a step without a name",
      TEXT.replace("by: portcullis", 'by: ""'),
      33,
      /`history.0.by`: expected a name/,
    ],
    ["aliases", `${TEXT}a: &a [1]\nb: [*a, *a]\n`, undefined, /aliases/],
    [
      "a second record in one file",
      `${TEXT}---\n${TEXT}`,
      35,
      /expected YAML: Source contains multiple documents/,
    ],
    ["a merge conflict", TEXT.replace("count: 1", "<<<<<<< HEAD\ncount: 1"), 12, /merge conflict of git/],
  ] as const) {
    it(`is refused where it is ${title}, at its line`, () => {
      assert.throws(
        () => parseRecord(text, "fracas/FR-0001.yaml"),
        (error) => {
          assert.ok(error instanceof RecordError);
          assert.match(error.message, reason);
          assert.equal(error.line, line, error.message);
          assert.match(error.message, /^fracas\/FR-0001\.yaml/);
          return true;
        },
      );
    });
  }

  it("says so where a newer version is needed to read it", () => {
    const text = TEXT.replace("version: 1", "version: 2").replace("count: 1", "count: [1]");
    assert.throws(
      () => parseRecord(text, "f"),
      /It is of version 2, and this Portcullis knows version 1: update it/,
    );
  });

  it("merges where two branches changed different keys, and is refused where they changed the same", () => {
    const moved = changedText(
      TEXT,
      { ...RECORD, status: "analysed", history: [...RECORD.history, STEP] },
      "f",
    );
    const edited = TEXT.replace(/^rootCause: .*$/m, "rootCause: the password was rotated");
    const merged = parseRecord(mergedByGit(TEXT, moved, edited), "f");
    assert.deepEqual([merged.status, merged.rootCause], ["analysed", "the password was rotated"]);
    const counted = (count: number) => changedText(TEXT, { ...RECORD, count }, "f");
    assert.throws(() => parseRecord(mergedByGit(TEXT, counted(2), counted(3)), "f"), /merge conflict of git/);
  });

  it("has no key that docs/fracas.md does not explain", () => {
    const docs = readFileSync(path.join(__dirname, "../../docs/fracas.md"), "utf8");
    const table = docs.slice(docs.indexOf("## The file"), docs.indexOf("## Metrics"));
    assert.deepEqual(
      Object.keys(RECORD_SCHEMA.shape).filter((key) => !table.includes(`\`${key}\``)),
      [],
    );
  });

  it("never fails in another way, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.nat(TEXT.length).map((end) => TEXT.slice(0, end)),
        ),
        (text) => {
          try {
            parseRecord(text, "f");
          } catch (error) {
            assert.ok(error instanceof RecordError, String(error));
          }
        },
      ),
    );
  });
});
