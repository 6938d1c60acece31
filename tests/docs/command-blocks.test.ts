import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Command } from "commander";
import { COMMANDS } from "../../cli/commands";
import packageFile from "../../package.json";
import { BLOCK_COMMANDS, type Known } from "./command-table";
import { PAGES, pageText, ROOT } from "./pages";

/** Written of the past or of a decision: what they name may be gone. */
const HISTORY = /^(?:CHANGELOG\.md|docs\/decisions\/)/;
const SHELLS = new Set(["sh", "bash", "console", "shell"]);

interface Block {
  readonly page: string;
  readonly command: string;
  /** What the page shows below it. */
  readonly shown: readonly string[];
}

/** Every command of every fenced block of a shell, and of each unnamed block that begins with `$ `. */
const BLOCKS: readonly Block[] = PAGES.filter((page) => !HISTORY.test(page)).flatMap((page) =>
  [...pageText(page).matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)].flatMap(
    ([, indent = "", language = "", body = ""]) => {
      const lines = body.split("\n").map((line) => line.slice(indent.length));
      const typed = lines.some((line) => line.startsWith("$ "));
      if (!SHELLS.has(language) && !(language === "" && typed)) return [];
      const at = lines.flatMap((line, index) =>
        typed ? (line.startsWith("$ ") ? [index] : []) : language !== "console" && line !== "" ? [index] : [],
      );
      return at.map((index, which) => ({
        page,
        command: lines[index]?.replace(/^\$ /, "") ?? "",
        shown: lines.slice(index + 1, at[which + 1]).filter((line) => line !== "" && line !== "…"),
      }));
    },
  ),
);

const keyOf = ({ page, command }: Pick<Block, "page" | "command">): string => `${page}: ${command}`;

function portcullis(folder: string, words: readonly string[]): string {
  const bin = path.join(ROOT, "bin/portcullis.js");
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" };
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  return `${stripVTControlCharacters(stdout)}${stderr}`;
}

/** Each shown line is printed, in this order; where the page leaves something out, it has `…`. */
function assertShows(output: string, lines: readonly string[]): void {
  const real = output.split("\n");
  let at = 0;
  for (const line of lines) {
    const parts = line.split("…");
    const found = real.findIndex(
      (other, index) =>
        index >= at && (parts.length === 1 ? other === line : parts.every((part) => other.includes(part))),
    );
    assert.ok(found >= 0, `the page shows \`${line}\`, which is not what is printed:\n${output}`);
    at = found + 1;
  }
}

/** A service as the README describes it: Flask with a Procfile, in a checkout. */
function flaskService(folder: string): string {
  const service = path.join(folder, "your-repository");
  mkdirSync(path.join(service, ".git"), { recursive: true });
  const remote = '[remote "origin"]\n\turl = https://github.com/acme/your-repository.git\n';
  for (const [file, text] of Object.entries({
    ".git/config": remote,
    Procfile: "web: gunicorn -b 127.0.0.1:5000 app:app\n",
    "requirements.txt": "flask\ngunicorn\npsycopg[binary]\n",
    "app.py": `import os\nfrom flask import Flask\nimport psycopg\napp = Flask(__name__)\n
@app.get("/health")\ndef health():\n    return "ok"\n
def db():\n    return psycopg.connect(os.environ["DATABASE_URL"])\n`,
  }))
    writeFileSync(path.join(service, file), text);
  return service;
}

/** The commands of a page that are run here as they are typed, by what is to be there before. */
const RUN_HERE: Readonly<Record<string, (folder: string) => string>> = {
  "README.md: npx --yes --package ./portcullis-0.1.0.tgz --package ./portcullis-rehearsal-0.1.0.tgz portcullis adopt .":
    (folder) => portcullis(flaskService(folder), ["adopt", "."]),
  "docs/audit-json.md: npx portcullis audit --json | jq -r '.findings[] | \"\\(.file):\\(.line) \\(.rule)\"'":
    (folder) => {
      const incident = path.join(folder, "incident");
      cpSync(path.join(ROOT, "tests/fixtures/repositories/incident"), incident, { recursive: true });
      // As jq does it, which not every machine has.
      const { findings } = JSON.parse(portcullis(incident, ["audit", "--json"])) as {
        findings: readonly { file: string; line: number; rule: string }[];
      };
      return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`).join("\n");
    },
};

describe("The command blocks of the pages", function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-blocks-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("are each in the table, and the table names no other", () => {
    const shown = [...new Set(BLOCKS.map(keyOf))];
    assert.ok(shown.length > 25, String(shown.length));
    assert.deepEqual(Object.keys(BLOCK_COMMANDS).toSorted(), shown.toSorted());
  });

  it("are run by the tests that the table names, or have a reason why none does", () => {
    const wrong = Object.entries(BLOCK_COMMANDS).flatMap(([key, known]) => problemsOf(key, known));
    assert.deepEqual(wrong, []);
  });

  function problemsOf(key: string, known: Known): readonly string[] {
    if (known === "here") return key in RUN_HERE ? [] : [`${key}: not run here`];
    if ("why" in known) return known.why.length > 20 ? [] : [`${key}: no reason`];
    const [file, words] = known.by;
    if (!file.startsWith("tests/") || !existsSync(path.join(ROOT, file)))
      return [`${key}: there is no ${file}`];
    return readFileSync(path.join(ROOT, file), "utf8").includes(words)
      ? []
      : [`${key}: ${file} has no ${words}`];
  }

  for (const [key, run] of Object.entries(RUN_HERE)) {
    it(`print what the page shows: ${key}`, () => {
      const block = BLOCKS.find((each) => keyOf(each) === key);
      assert.ok(block && block.shown.length > 0, key);
      assertShows(run(folder), block.shown);
    });
  }

  it("name commands and options that the command line's own parser has", () => {
    const wrong: string[] = [];
    for (const block of BLOCKS) {
      for (const one of block.command.split(/&&|\|/)) {
        const [, ...words] = /^(?:npx )?(portcullis) (.*)$/.exec(one.trim()) ?? [];
        if (words.length > 0) wrong.push(...strayOptions(words[1]?.split(/\s+/) ?? [], keyOf(block)));
      }
    }
    assert.deepEqual(wrong, []);
  });

  it("name scripts of npm and files of mocha that there are", () => {
    const wrong = BLOCKS.flatMap((block) => {
      const script = /^npm (?:run )?(start|test|[\w:-]+)(?= |$)/.exec(block.command)?.[1] ?? "";
      const known = ["ci", "install", "pack", "run"].includes(script) || script in packageFile.scripts;
      const files = /^npx mocha (.*)$/.exec(block.command)?.[1]?.split(" ") ?? [];
      return [
        ...(block.command.startsWith("npm ") && !known ? [keyOf(block)] : []),
        ...files
          .filter((file) => !existsSync(path.join(ROOT, file)))
          .map((file) => `${keyOf(block)}: ${file}`),
      ];
    });
    assert.deepEqual(wrong, []);
  });
});

/** A command as its module makes it: by `require`, which the tests' loader knows. */
function commandOf(name: string): Command {
  const made = `${name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Command`;
  const file = name === "engine" ? "engine" : `${name}/command`;
  return (require(`../../cli/${file}`) as Readonly<Record<string, () => Command>>)[made]?.() as Command;
}

/** The options of a typed command that its parser does not have. */
function strayOptions([name = "", ...words]: readonly string[], key: string): readonly string[] {
  if (COMMANDS[name] === undefined) return [`${key}: no command ${name}`];
  const command = commandOf(name);
  const nested: Command | undefined = command.commands.find((one) => one.name() === words[0]);
  const known = new Set(
    [...command.options, ...(nested?.options ?? [])].flatMap(({ long, short }) => [long, short]),
  );
  return words
    .filter((word) => /^-{1,2}[a-z]/.test(word))
    .map((word) => word.split("=")[0])
    .filter((option) => !known.has(option))
    .map((option) => `${key}: ${option}`);
}
