import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Files, inFolder } from "../../audit/written-folder";

const root = path.join(__dirname, "../../..");

function audit(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), "audit", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
}

const CANARY = "kX9canary7QzPw";

/** One finding that has one right answer, and one that has not, beside a secret. */
const FILES: Files = {
  ".env.production": `JWT_SECRET=${CANARY}\nPORT=10000\nOPENAI_API_KEY=your-openai-api-key\n`,
  ".env.staging": "PORT=8000\n",
  Dockerfile: "FROM python:3.12\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
};

const production = (folder: string): string => readFileSync(path.join(folder, ".env.production"), "utf8");

describe("portcullis audit --diff", function () {
  this.timeout(10 * 60_000);

  it("shows what would change with secrets masked, changes nothing, and exits as the audit does", () => {
    inFolder(FILES, (folder) => {
      const { status, stdout, stderr } = audit(folder, "--diff");
      assert.equal(status, 1, stderr);
      const diff =
        "--- a/.env.production\n+++ b/.env.production\n@@ -1,3 +1,3 @@\n JWT_SECRET=***\n-PORT=10000\n+PORT=8000\n";
      assert.ok(stdout.startsWith(diff), stdout);
      assert.match(stderr, /--fix would make 1 change in 1 file, and leave 1 finding\n/);
      assert.ok(!`${stdout}${stderr}`.includes(CANARY));
      assert.equal(production(folder), FILES[".env.production"]);
    });
  });

  it("exits with 0 where nothing is found", () => {
    inFolder({ ".env.staging": "PORT=8000\n" }, (folder) => {
      const { status, stdout } = audit(folder, "--diff");
      assert.deepEqual([status, stdout], [0, ""]);
    });
  });
});

describe("portcullis audit --fix", function () {
  this.timeout(10 * 60_000);

  it("changes the one text, audits again, and tells what it changed and what is left", () => {
    inFolder(FILES, (folder) => {
      const { status, stdout, stderr } = audit(folder, "--fix", "--json");
      assert.equal(status, 1, stderr);
      const { fixed, findings } = JSON.parse(stdout) as { fixed: object[]; findings: { rule: string }[] };
      assert.deepEqual(fixed, [
        { rule: "port/agreement", file: ".env.production", line: 2, replaced: "10000", by: "8000" },
      ]);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ["environment/placeholder"],
      );
      assert.equal(production(folder), String(FILES[".env.production"]).replace("10000", "8000"));
    });
  });

  it("says so in the report, and on the standard error where the format has no place for it", () => {
    const line = ".env.production:2  port/agreement: 10000 → 8000";
    inFolder(FILES, (folder) => assert.ok(audit(folder, "--fix").stdout.startsWith(`fixed:\n  ${line}\n\n`)));
    inFolder(FILES, (folder) =>
      assert.ok(audit(folder, "--fix", "--sarif").stderr.includes(`fixed ${line}\n`)),
    );
  });

  it("leaves alone what a baseline knows", () => {
    inFolder(FILES, (folder) => {
      audit(folder, "--json", "--output", "base.json");
      const { status, stdout } = audit(folder, "--fix", "--json", "--baseline", "base.json");
      assert.deepEqual([status, (JSON.parse(stdout) as { fixed: object[] }).fixed], [0, []]);
      assert.equal(production(folder), FILES[".env.production"]);
    });
  });

  it("is told by a report that could use it, and by no other", () => {
    inFolder(FILES, (folder) => {
      assert.match(audit(folder).stdout, /; --diff shows what --fix would change\n$/);
      assert.doesNotMatch(audit(folder, "--fix").stdout, /--diff/);
    });
    const named: Files = {
      "Cargo.toml": '[package]\nname = "shop"\n\n[dependencies]\naxum = "0.8"\n',
      "src/main.rs":
        'fn main() {\n    let listener = tokio::net::TcpListener::bind("[::1]:3000").await.unwrap();\n    axum::serve(listener, app).await.unwrap();\n}\n',
    };
    inFolder(named, (folder) => {
      const { stdout } = audit(folder);
      assert.match(stdout, /loopback-bind/);
      assert.doesNotMatch(stdout, /--diff/);
    });
    inFolder(FILES, (folder) => {
      const end = "what is left is to be changed by hand";
      const { stdout } = audit(folder, "--fix");
      assert.ok(stdout.endsWith(`; --fix made 1 change: ${end}\n`), stdout);
      const again = audit(folder, "--fix").stdout;
      assert.ok(again.endsWith(`; --fix has nothing to change: ${end}\n`), again);
    });
  });

  it("names `git diff` where git has the file that was changed, and nowhere else", function () {
    if (spawnSync("git", ["--version"]).status !== 0) this.skip();
    const git = (folder: string, ...words: string[]) => spawnSync("git", words, { cwd: folder });
    inFolder(FILES, (folder) => {
      git(folder, "init", "--quiet");
      assert.doesNotMatch(audit(folder, "--fix").stdout, /git diff/);
    });
    inFolder(FILES, (folder) => {
      git(folder, "init", "--quiet");
      git(folder, "add", "--all");
      assert.match(audit(folder, "--fix").stdout, /; --fix made 1 change, which `git diff` shows: /);
    });
  });
});

describe("portcullis audit's options", function () {
  this.timeout(10 * 60_000);

  it("take waivers from the folder's file, or from another", () => {
    const waivers = [
      "waivers:",
      "  - rule: port/agreement",
      "    file: .env.production",
      "    key: PORT",
      '    until: "2999-12-31"',
      "    reason: moving in March",
      "",
    ].join("\n");
    inFolder({ ...FILES, "portcullis-waivers.yaml": waivers }, (folder) => {
      const { stdout } = audit(folder);
      assert.doesNotMatch(stdout, /expected 8000/);
      assert.match(
        stdout,
        /waived:\n {2}\.env\.production:2:1 {2}port\/agreement, until 2999-12-31: moving in March \(portcullis-waivers\.yaml:2\)/,
      );
      writeFileSync(path.join(folder, "none.yaml"), "waivers: []\n");
      assert.match(audit(folder, "--waivers", "none.yaml").stdout, /expected 8000/);
    });
  });

  it("name a waiver file that is no YAML", () => {
    inFolder({ ...FILES, "portcullis-waivers.yaml": "waivers: [\n" }, (folder) => {
      const { status, stdout } = audit(folder);
      assert.equal(status, 1);
      assert.match(stdout, /error {2}portcullis-waivers\.yaml:\d+ {2}waiver\/malformed/);
    });
  });

  it("say which environment a file is for", () => {
    inFolder({ "blue.env": "API_KEY=your-api-key\n" }, (folder) => {
      assert.equal(audit(folder).status, 0);
      const { status, stdout } = audit(folder, "--environment", "blue.env=production");
      assert.equal(status, 1);
      assert.match(stdout, /, in production\n/);
    });
  });

  for (const [title, args, message] of [
    ["a fix and a diff at once", ["--fix", "--diff"], /choose one of --fix and --diff/],
    ["a diff as JSON", ["--diff", "--json"], /choose one of --diff and --json/],
    ["an environment without its files", ["--environment", "production"], /Expected a pattern and a name/],
    [
      "waivers that are not there",
      ["--waivers", "no.yaml"],
      /no\.yaml: --waivers: expected a file .* ENOENT/,
    ],
    ["a fix of a folder that is not there", ["--fix", "nowhere"], /nowhere: expected a folder .* ENOENT/],
  ] as const) {
    it(`refuse ${title} with exit code 2`, () => {
      inFolder(FILES, (folder) => {
        const { status, stderr } = audit(folder, ...args);
        assert.equal(status, 2, stderr);
        assert.match(stderr, message);
      });
    });
  }
});
