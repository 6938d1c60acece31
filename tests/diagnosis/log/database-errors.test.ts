import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../../diagnosis";

const at = (second: number, words: string) => `2026-11-29 10:00:0${second}.000 UTC [33] ${words}`;
const READY = at(1, "LOG:  database system is ready to accept connections");
const answer = (...lines: readonly string[]) => diagnose(readLogLines(lines));
const modeOf = (...lines: readonly string[]) => answer(...lines).failureMode;

/** Errors of one client, with the lines that PostgreSQL writes behind them. */
const CLIENTS: Readonly<Record<string, readonly string[]>> = {
  "a table's rights": ["ERROR:  permission denied for table users", "STATEMENT:  select * from users"],
  "an extension": [
    'ERROR:  extension "vector" is not available',
    'DETAIL:  Could not open extension control file "/usr/share/extension/vector.control": No such file.',
    "HINT:  The extension must first be installed on the system where PostgreSQL is running.",
    "STATEMENT:  create extension vector",
  ],
  "a file of COPY": [
    'ERROR:  could not open file "/tmp/x.csv" for reading: No such file or directory',
    "HINT:  COPY FROM instructs the PostgreSQL server process to read a file.",
    "STATEMENT:  copy orders from '/tmp/x.csv'",
  ],
};

describe("The errors of a database's own log", () => {
  for (const [what, said] of Object.entries(CLIENTS)) {
    const lines = said.map((words) => at(3, words));
    it(`are a client's and no failure of it with a statement behind them: ${what}`, () => {
      const started = at(0, "LOG:  starting PostgreSQL 16.4 on x86_64-pc-linux-gnu, 64-bit");
      assert.equal(modeOf(started, READY, ...lines), modeOf(started, READY));
      assert.equal(answer(...lines).certainty, "unknown");
    });

    it(`are a client's once it is ready: ${what}`, () => {
      assert.equal(modeOf(READY, lines[0] ?? ""), modeOf(READY));
    });

    it(`are the server's where neither is there: ${what}`, () => {
      assert.equal(answer(lines[0] ?? "").certainty, "likely");
    });
  }

  it("are a migration's where it may not make what it needs", () => {
    const denied = at(3, 'ERROR:  permission denied to create extension "citext"');
    const statement = at(3, "STATEMENT:  create extension citext");
    assert.equal(modeOf(READY, denied, statement), "database/permission-denied");
  });

  it("are the server's where they stop it, or are of its files, at any time", () => {
    const panic = at(3, "PANIC:  could not locate a valid checkpoint record");
    assert.equal(modeOf(READY, panic, at(3, "STATEMENT:  checkpoint")), "process/exception");
    const full = at(3, 'ERROR:  could not extend file "base/16384/2619": No space left on device');
    assert.equal(modeOf(READY, full, at(3, "STATEMENT:  insert into orders values (1)")), "disk/full");
  });
});
