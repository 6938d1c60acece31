import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import path from "node:path";
import { type Files, inFolder } from "../../audit/written-folder";

const ENTRY = path.join(__dirname, "..", "..", "..", "bin", "portcullis.js");

/** Put together at run time, so that no scanner finds a key in this repository. */
const TOKEN = ["gh", "p_", "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYz123"].join("");
const SECRET = ["c4nary", "of", "a", "jwt", "secret", "7Qz"].join("-");
const PASSWORD = ["kX9", "canary", "7QzPw"].join("");

const REPOSITORY: Files = {
  Dockerfile: `FROM python:3.12\nENV API_TOKEN=${TOKEN}\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n`,
  "main.py": `import os\nimport asyncpg\nport = os.environ["PORT"]\nTOKEN = "${TOKEN}"\n`,
  "settings.py": `import os\nURL = "postgresql://app:${PASSWORD}@db.acme.com:5432/app"\nos.environ["PORT"]\n`,
  ".env.production": `PORT=8000\nJWT_SECRET=${SECRET}\n`,
  ".env.staging": `PORT=8000\nJWT_SECRET=${[...SECRET].reverse().join("")}\n`,
  "fly.toml": `app = "shop"\n\n[env]\n  API_KEY = "${SECRET}"\n`,
};

const git = (folder: string, ...words: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync("git", words, { cwd: folder, encoding: "utf8" });

const audit = (folder: string, ...words: readonly string[]): SpawnSyncReturns<string> => {
  const run = spawnSync(process.execPath, [ENTRY, "audit", folder, ...words], { encoding: "utf8" });
  assert.equal(run.status, 1, run.stderr);
  return run;
};

function committed(folder: string): void {
  assert.equal(git(folder, "init", "-q").status, 0);
  assert.equal(git(folder, "add", "--", ...Object.keys(REPOSITORY).filter(isTracked)).status, 0);
}

const isTracked = (file: string): boolean => file !== ".env.staging";

describe("portcullis audit of a repository with secrets in git", function () {
  this.timeout(10 * 60_000);

  before(function () {
    if (spawnSync("git", ["--version"]).status !== 0) this.skip();
  });

  it("finds each at its line, once, and not what git does not track", () => {
    inFolder(REPOSITORY, (folder) => {
      committed(folder);
      const { findings } = JSON.parse(audit(folder, "--json").stdout) as {
        readonly findings: readonly { readonly rule: string; readonly file: string; readonly line: number }[];
      };
      const secrets = findings.filter(({ rule }) => rule.startsWith("secret/"));
      assert.deepEqual(secrets.map(({ rule, file, line }) => `${rule} ${file}:${line}`).sort(), [
        "secret/committed .env.production:2",
        "secret/committed main.py:4",
        "secret/committed settings.py:2",
        "secret/in-image Dockerfile:2",
        "secret/in-manifest fly.toml:4",
      ]);
    });
  });

  it("shows the line of each without the credential", () => {
    inFolder(REPOSITORY, (folder) => {
      committed(folder);
      const { findings } = JSON.parse(audit(folder, "--json").stdout) as {
        readonly findings: readonly {
          readonly file: string;
          readonly line: number;
          readonly excerpt: string;
        }[];
      };
      const excerpt = (file: string, line: number): string | undefined =>
        findings.find((finding) => finding.file === file && finding.line === line)?.excerpt;
      assert.equal(excerpt("main.py", 4), 'TOKEN = "***"');
      assert.equal(excerpt("settings.py", 2), 'URL = "***"');
    });
  });

  it("shows none of them in any format", () => {
    inFolder(REPOSITORY, (folder) => {
      committed(folder);
      for (const format of ["terminal", "json", "sarif", "github", "markdown"]) {
        const { stdout, stderr } = audit(folder, "--format", format, "--verbose");
        assert.ok(stdout.includes("secret/committed"), format);
        for (const canary of [TOKEN, SECRET, PASSWORD])
          assert.ok(!`${stdout}${stderr}`.includes(canary), format);
      }
    });
  });

  it("runs nothing of the repository: no hook, no filter, no monitor of the file system", () => {
    const trap = "#!/bin/sh\ntouch TRAPPED\n";
    inFolder({ ...REPOSITORY, ".gitattributes": "* filter=trap\n", "trap.sh": trap }, (folder) => {
      committed(folder);
      chmodSync(path.join(folder, "trap.sh"), 0o755);
      for (const key of ["core.fsmonitor", "filter.trap.clean", "core.pager"])
        git(folder, "config", key, path.join(folder, "trap.sh"));
      audit(folder);
      assert.ok(!git(folder, "-c", "core.fsmonitor=", "ls-files", "--others").stdout.includes("TRAPPED"));
    });
  });
});
