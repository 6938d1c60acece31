import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { PAGES, pageText, ROOT } from "./pages";

const BIN = path.join(ROOT, "bin/portcullis.js");

/** Written of the past or of a decision: what they name may be gone. */
const HISTORY = /^(CHANGELOG\.md|docs\/decisions\/)/;

interface Typed {
  readonly page: string;
  readonly line: string;
  readonly words: readonly string[];
}

/** Every command of Portcullis' that a page shows, in a block or within a line. */
const TYPED: readonly Typed[] = PAGES.filter((page) => !HISTORY.test(page)).flatMap((page) => {
  const text = pageText(page);
  const inBlocks = [...text.matchAll(/^(?:\$ |\s*- run: )?(?:npx )?(portcullis [a-z][^\n`#]*)$/gm)];
  const inLines = [...text.matchAll(/`(?:npx )?(portcullis [a-z][^`\n]*)`/g)];
  return [...inBlocks, ...inLines].map(([, line = ""]) => ({
    page,
    line,
    words: (line.split(/[|>;]/)[0] ?? "").trim().split(/\s+/).slice(1),
  }));
});

/** Help is asked for once for each command. */
const helpTexts = new Map<string, string>();

function helpOf(command: string): string {
  const known = helpTexts.get(command);
  if (known !== undefined) return known;
  const { stdout } = spawnSync(process.execPath, [BIN, ...command.split(" "), "--help"], {
    encoding: "utf8",
  });
  helpTexts.set(command, stdout);
  return stdout;
}

/** The command with its own command, such as `fracas show`. */
function commandOf(words: readonly string[]): string {
  const [first = "", second = ""] = words;
  const nested = new RegExp(`^  ${second}(?: |$)`, "m").test(helpOf(first).split("Commands:")[1] ?? "");
  return second !== "" && nested ? `${first} ${second}` : first;
}

/** What costs nothing is run as it is typed, from the root of this repository. */
const RUN: readonly (readonly [command: string, exitCode: number])[] = [
  ["rules", 0],
  ["rules port/agreement", 0],
  ["rules --json", 0],
  ["rules --markdown", 0],
  ["audit tests/fixtures/repositories/incident", 1],
  ["audit tests/fixtures/repositories/incident --diff", 1],
  ["audit tests/fixtures/repositories/incident --json", 1],
  ["audit tests/fixtures/repositories/sound", 0],
  ["diagnose tests/fixtures/logs/import-missing-node-module.log", 0],
  ["fracas", 0],
  ["fracas metrics", 0],
  ["engine --help", 0],
];

describe("The commands of the pages", function () {
  this.timeout(120_000);

  it("are found", () => assert.ok(TYPED.length > 30, String(TYPED.length)));

  for (const command of new Set(TYPED.map(({ words }) => words[0] ?? ""))) {
    it(`exist, with the options that are shown: ${command}`, () => {
      const unknown = TYPED.filter(({ words }) => words[0] === command).flatMap(({ page, line, words }) => {
        const help = helpOf(commandOf(words));
        const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.split("=")[0] ?? "");
        return help.startsWith("Usage: portcullis")
          ? options
              .filter((option) => !help.includes(`${option} `))
              .map((option) => `${page}: ${line}: ${option}`)
          : [`${page}: ${line}`];
      });
      assert.deepEqual(unknown, []);
    });
  }

  it("show each default of an option in words", () => {
    for (const command of new Set(TYPED.map(({ words }) => words[0] ?? "")))
      assert.doesNotMatch(helpOf(command), /\(default: (?:\{|\[|\w+\()/, command);
  });

  for (const [command, exitCode] of RUN) {
    it(`end with ${exitCode}: portcullis ${command}`, () => {
      const ended = spawnSync(process.execPath, [BIN, ...command.split(" ")], {
        cwd: ROOT,
        encoding: "utf8",
      });
      assert.equal(ended.status, exitCode, ended.stderr);
    });
  }

  it("print no colour where NO_COLOR is set, though FORCE_COLOR is not", () => {
    const words = [BIN, "audit", "tests/fixtures/repositories/incident"];
    const { FORCE_COLOR: _, ...rest } = process.env;
    const plain = { ...rest, NO_COLOR: "1" };
    const { stdout } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: "utf8", env: plain });
    assert.equal(stdout.includes("\u001b["), false);
    const forced = { ...plain, FORCE_COLOR: "1", NO_COLOR: "" };
    const colours = spawnSync(process.execPath, words, { cwd: ROOT, encoding: "utf8", env: forced });
    assert.equal(colours.stdout.includes("\u001b["), true);
  });
});
