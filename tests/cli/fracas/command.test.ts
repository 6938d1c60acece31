import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { recordFailure } from "../../../records";
import { at, diagnosis, inFracas, NO_PORT, STAGING } from "../../records/failures";
import { CANARY } from "./varied-records";

const BIN = path.join(__dirname, "../../../bin/portcullis.js");

/** Runs it as a user types it, in the folder above `folder`, with the streams and the exit code as the shell has them. */
function typed(folder: string, ...rest: readonly string[]) {
  const cwd = path.dirname(folder);
  const env = { ...process.env, NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, "fracas", ...rest], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const outcome = ({ status, stdout, stderr }: ReturnType<typeof typed>) => `${status}: ${stdout}${stderr}`;

describe("portcullis fracas", () => {
  it("says so where there is no record yet", () =>
    inFracas((folder) => {
      assert.match(outcome(typed(folder)), /^0: fracas: no failure record yet\. /);
    }));

  it("shows no control character of a folder's name", () =>
    inFracas(async (folder) => {
      const odd = `${folder}/a\u001b[31m\u202e\n::error::b`;
      mkdirSync(odd, { recursive: true });
      const raw = /[^\P{Cc}\n]|\p{Bidi_Control}|^::/mu;
      assert.doesNotMatch(outcome(typed(folder, "--folder", odd)), raw);
      await recordFailure(odd, diagnosis(), STAGING, at("09:00:00"));
      for (const words of [["show", "FR-0001"], ["list"], ["move", "FR-0001", "analysed", "--by", "Ada"]]) {
        const shown = typed(folder, ...words, "--folder", odd);
        assert.equal(shown.status, 0, shown.stderr);
        assert.doesNotMatch(outcome(shown), raw);
      }
    }));

  it("lists the open ones first", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), STAGING, at("09:00:00"));
      await recordFailure(folder, NO_PORT, { ...STAGING, environment: "production" }, at("08:00:00"));
      await recordFailure(folder, NO_PORT, { ...STAGING, environment: "production" }, at("08:30:00"));
      typed(folder, "move", "FR-0001", "analysed", "--by", "Ada");
      const { status, stdout } = typed(folder);
      assert.equal(status, 0);
      assert.equal(typed(folder, "list").stdout, stdout);
      const rows = stdout.split("\n").map((line) => line.split(/ {2,}/));
      assert.deepEqual(rows.slice(0, 3), [
        ["ID", "STATUS", "ENVIRONMENT", "SERVICE", "FAILURE MODE", "SEEN", "LAST SEEN"],
        ["FR-0002", "open", "production", "shop-staging", "port/none-open", "2", "2026-03-01 08:30 UTC"],
        [
          "FR-0001",
          "analysed",
          "staging",
          "shop-staging",
          "database/credentials",
          "1",
          "2026-03-01 09:00 UTC",
        ],
      ]);
      assert.match(stdout, /1 open, 1 analysed; `portcullis fracas show FR-0002` reads one/);
      const { version, records, problems } = JSON.parse(typed(folder, "--json").stdout);
      assert.deepEqual([version, records.length, records[0].id, problems], [1, 2, "FR-0001", []]);
    }));

  it("shows one record, whichever way its id is typed", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), { ...STAGING, log: "deploy.log" }, at("09:00:00"));
      for (const id of ["FR-0001", "fr-1", "1"]) {
        const { status, stdout } = typed(folder, "show", id);
        assert.equal(status, 0);
        assert.match(stdout, /^FR-0001 {2}database\/credentials {2}open\n/);
        assert.match(stdout, /where +deploy\.log, line 12\n/);
        assert.match(stdout, / 12 │ asyncpg\.exceptions\.InvalidPasswordError/);
        assert.match(
          stdout,
          /filed, by portcullis: deploy\.log, line 12\n\nRead the cause; where you agree, type `portcullis fracas move FR-0001 analysed --by NAME`/,
        );
      }
      assert.equal(JSON.parse(typed(folder, "show", "1", "--json").stdout).record.id, "FR-0001");
    }));

  it("moves a record on, each time says what is next, and refuses what the life cycle does", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis({ certainty: "unknown" }), STAGING);
      const move = (...rest: readonly string[]) =>
        outcome(typed(folder, "move", "FR-0001", ...rest, "--by", "Ada"));
      assert.match(
        move("corrected", "--commit", "0f3c2a1"),
        /^1: portcullis: FR-0001 is open and cannot become corrected\./,
      );
      assert.match(move("analysed"), /^2: .*--root-cause/);
      assert.match(
        move("analysed", "--root-cause", `password=${CANARY}`),
        /^0: FR-0001 is analysed now\. .*--commit SHA/,
      );
      assert.match(move("corrected"), /^2: .*--commit SHA/);
      assert.match(
        move("corrected", "--commit", "main"),
        /^2: .*expected a git commit of 7 to 64 hexadecimal digits, got `main`\./,
      );
      assert.match(
        move("corrected", "--commit", "0f3c2a1"),
        /^0: FR-0001 is corrected now\. The next verification of staging/,
      );
      assert.match(move("verified"), /^1: .*a verification that passes .* it cannot be moved by hand/);
      const text = readFileSync(path.join(folder, "FR-0001.yaml"), "utf8");
      assert.match(text, /to: corrected\n {4}by: Ada\n {4}commit: 0f3c2a1\n/);
      assert.ok(!text.includes(CANARY));
    }));

  for (const [what, rest, message] of [
    [
      "a record that is not there",
      ["show", "FR-0007"],
      /there is no record `FR-0007` in fracas \(`portcullis fracas` lists them\)/,
    ],
    ["a record to move that is not there", ["move", "7", "open", "--by", "Ada"], /there is no record `7`/],
    [
      "a status that is none",
      ["move", "FR-0001", "done", "--by", "Ada"],
      /Allowed choices are open, analysed/,
    ],
    ["a move by nobody", ["move", "FR-0001", "analysed"], /required option '--by <name>' not specified/],
    [
      "a folder that is not there",
      ["--folder", "nowhere"],
      /nowhere: --folder: expected a folder .*, got ENOENT/,
    ],
    ["a folder that is a file", ["--folder", __filename], /--folder: expected a folder .*, got ENOTDIR/],
    [
      "a command that is none",
      ["bogus"],
      /^portcullis: unknown command 'bogus': choose one of list, show, move, metrics, report\.\n/,
    ],
    ["a misspelt command", ["shows", "1"], /unknown command 'shows': did you mean show\?/],
    ["an option that is none", ["--colour"], /unknown option '--colour'/],
    [
      "a page that cannot be written",
      ["report", "--output", "no/where.html"],
      /no\/where\.html: --output: .*ENOENT/,
    ],
  ] as const) {
    it(`exits with 2 for ${what}, without a stack trace`, () =>
      inFracas(async (folder) => {
        await recordFailure(folder, diagnosis(), STAGING);
        const { status, stdout, stderr } = typed(folder, ...rest);
        assert.deepEqual([status, stdout], [2, ""]);
        assert.match(stderr, message);
        assert.doesNotMatch(stderr, /\n {4}at /);
      }));
  }

  it("tells of a file that it cannot read, at its line, beside those that it can", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), STAGING);
      writeFileSync(path.join(folder, "FR-0002.yaml"), "name: ci\n<<<<<<< HEAD\n");
      const { status, stdout, stderr } = typed(folder);
      assert.equal(status, 2);
      assert.match(stdout, /FR-0001 {2}open/);
      assert.match(stderr, /fracas\/FR-0002\.yaml:2: expected a record, got a merge conflict of git/);
      assert.equal(JSON.parse(typed(folder, "--json").stdout).problems[0].line, 2);
      assert.match(outcome(typed(folder, "show", "2")), /^2: portcullis: .*merge conflict/);
    }));

  it("prints no secret and no control character that a person wrote into a file", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), STAGING);
      const file = path.join(folder, "FR-0001.yaml");
      const text = readFileSync(file, "utf8");
      const leak = `"postgresql://app:${CANARY}@db:5432 \\e[2J token=${CANARY}"`;
      writeFileSync(file, text.replace(/^(rootCause|what|where): .*$/gm, `$1: ${leak}`));
      for (const rest of [
        [],
        ["show", "1"],
        ["show", "1", "--json"],
        ["--json"],
        ["report", "--output", "-"],
      ]) {
        const { status, stdout } = typed(folder, ...rest);
        assert.equal(status, 0);
        assert.ok(
          !stdout.includes(CANARY) && !stdout.includes("\u001b") && !stdout.includes("\\u001b"),
          stdout,
        );
      }
    }));

  it("measures", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), { ...STAGING, failedAt: at("08:48:00")() }, at("09:00:00"));
      const { stdout } = typed(folder, "metrics");
      assert.match(
        stdout,
        /^Mean time to detect +12 min, of 1 failure\nMean time to correct +not known yet\n/,
      );
      assert.match(stdout, /^database\/credentials +1 +100 %$/m);
      assert.deepEqual(JSON.parse(typed(folder, "metrics", "--json").stdout).timeToDetect, {
        seconds: 720,
        of: 1,
      });
    }));

  it("writes the page where it is told to", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), STAGING);
      assert.match(
        outcome(typed(folder, "report")),
        /^0: fracas-report\.html: 1 record; open it in a browser\.\n$/,
      );
      const page = readFileSync(path.join(path.dirname(folder), "fracas-report.html"), "utf8");
      assert.match(page, /^<!doctype html>[\s\S]*FR-0001[\s\S]*<\/html>\n$/);
      const own = path.join(path.dirname(folder), "records");
      mkdirSync(own);
      assert.match(outcome(typed(folder, "report", "--folder", own, "--output", "-")), /^0: <!doctype html>/);
      assert.equal(existsSync(path.join(path.dirname(folder), "-")), false);
    }));
});
