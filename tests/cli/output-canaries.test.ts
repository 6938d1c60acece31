import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { patchOf, planFixes } from "../../audit/fixes";
import { COMMANDS } from "../../cli/commands";
import { printDefect, printProblem, progressTo } from "../../cli/terminal-output";
import { CANARY, holdsCanary } from "../domain/canary";
import { DATA } from "../domain/code-secrets/data";
import { JAVASCRIPT } from "../domain/code-secrets/javascript";
import { OTHER_LANGUAGES } from "../domain/code-secrets/other-languages";
import { PYTHON } from "../domain/code-secrets/python";
import { SECRET_SHAPES } from "../domain/secret-shapes";
import { inFolder, OUTPUTS } from "./canary-outputs";
import { RECORD_OUTPUTS } from "./canary-records";
import { STACK_OUTPUTS } from "./canary-stacks";
import { captured } from "./captured-output";
import { commandOf } from "./typed-here";

/** Shapes of one line: a Procfile's line, and a log's, has one. */
const CODE = [...PYTHON, ...JAVASCRIPT, ...OTHER_LANGUAGES, ...DATA].map((write) => write(CANARY));
// Each seventh line of code: all of them are in the tests of the mask itself.
const SHAPES = [...SECRET_SHAPES, ...CODE.filter((_, at) => at % 7 === 0)].filter(
  (shape) => !/[\n\0]/.test(shape),
);
const ALL = { ...OUTPUTS, ...STACK_OUTPUTS, ...RECORD_OUTPUTS };

/** Options that choose what is read, asked or judged, and add nothing of their own to what is printed. */
const CHANGE_NO_OUTPUT: ReadonlySet<string> = new Set([
  ...["branch", "expires", "pr"],
  ...[
    "again",
    "audit",
    "baseline",
    "build-again",
    "by",
    "ca",
    "cancel",
    "commit",
    "database",
    "deploy",
    "driver",
    "dry-run",
    "env-file",
  ],
  ...[
    "environment",
    "events",
    "every",
    "exclude",
    "fail-on",
    "folder",
    "force",
    "from",
    "include",
    "no-login",
  ],
  ...[
    "no-rules",
    "override",
    "password-from",
    "port",
    "previous",
    "project",
    "reason",
    "revision",
    "root-cause",
  ],
  ...["service", "source", "stack", "standard-port", "timeout", "times", "to", "url-from", "waivers", "yes"],
  // The same text, in a file.
  "output",
  // Names and an address's host alone.
  "serve",
  "records",
  // The files are the user's own, and what is said of them is a problem's line.
  "fix",
]);

/** The lines of a text that hold the canary, to be read in a failure. */
const leaks = (text: string): readonly string[] =>
  text
    .split("\n")
    .filter((line) => holdsCanary(line))
    .map((line) => line.slice(0, 300));

/** Each command and each option of one, as the tables name them. */
function outputsOf(command: Command, name: string): readonly string[] {
  const own = command.options
    .map((option) => ({ option, name: (option.long ?? "").replace(/^--/, "") }))
    .filter((each) => !CHANGE_NO_OUTPUT.has(each.name))
    .flatMap(({ option, name: long }) =>
      option.argChoices === undefined
        ? [`${name} --${long}`]
        : option.argChoices.map((choice) => `${name} --${long} ${choice}`),
    );
  const below = command.commands.flatMap((each) => outputsOf(each, `${name} ${each.name()}`));
  return [name, ...own, ...below];
}

describe("The canaries of secrets", function () {
  this.timeout(300_000);

  it("are 200 shapes and more", () => {
    assert.ok(new Set(SHAPES).size >= 200, `${SHAPES.length} shapes`);
  });

  it("are in every command, and in every option that changes what is printed or written", () => {
    const all = Object.keys(COMMANDS).flatMap((name) => outputsOf(commandOf(name), name));
    // An option that is new is either a row of a table of outputs, or one that changes no output.
    assert.deepEqual([...new Set(all)].toSorted(), Object.keys(ALL).toSorted());
  });

  it("meet one door to the terminal", () => {
    const cli = path.join(__dirname, "../../cli");
    const files = readdirSync(cli, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const with_ = (words: RegExp): readonly string[] =>
      files.filter((file) => words.test(readFileSync(path.join(cli, file), "utf8"))).toSorted();
    assert.deepEqual(with_(/process\.std(?:out|err)\.write|console\./), [
      "interruption.ts",
      "terminal-output.ts",
    ]);
    // These print texts without foreign ones, or those that their own tests hold to be masked.
    assert.deepEqual(with_(/import \{[^}]*\bprint(?:Raw)?\b[^}]*\} from "[./]*terminal-output"/), [
      ...[
        "adopt/account/adopt-account.ts",
        "adopt/adopt.ts",
        "audit/output.ts",
        "diagnose/diagnose.ts",
        "engine.ts",
        "fracas/command.ts",
      ],
      ...["fracas/report/index.ts", "rules/command.ts"],
    ]);
  });

  for (const [name, output] of Object.entries(ALL)) {
    it(`are shown by nothing of \`portcullis ${name}\``, async () => {
      assert.deepEqual(leaks(await output(SHAPES)), []);
    });
  }

  it("are in no progress, problem or defect", async () => {
    const said = await captured(() => {
      const report = progressTo(false);
      for (const shape of SHAPES) {
        report(`review: ${shape}`);
        printProblem(`a.yaml: expected a port, got ${shape}`);
        printDefect(new TypeError(shape));
      }
    });
    assert.ok(said.split("\n").length > 3 * SHAPES.length);
    assert.deepEqual(leaks(said), []);
  });

  it("are in no line of the diff of an audit, also where its own line says nothing of a secret", async () => {
    const patch = await inFolder((folder) => {
      writeFileSync(
        path.join(folder, ".env.production"),
        `# once ${CANARY}\nSTRIPE=${CANARY}\nINNOCENT=${CANARY}-2\nUVICORN_HOST=127.0.0.1\nLINES="a\n${CANARY}"\n`,
      );
      writeFileSync(path.join(folder, "Procfile"), "web: uvicorn main:app --port $PORT\n");
      return patchOf(planFixes(folder, {}));
    });
    assert.match(patch, /\+UVICORN_HOST=0\.0\.0\.0/);
    assert.match(patch, / STRIPE=\*\*\*/);
    assert.deepEqual(leaks(patch), []);
  });
});
