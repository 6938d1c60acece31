import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fullDisk } from "./full-disk";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");
const LOG = "INFO: Started server process [1]\nUvicorn running on http://0.0.0.0:10000\n==> Timed Out\n";
const RECORD = ["diagnose", "deploy.log", "--record", "--service", "api", "--stack"];

/** Every command that writes a file, each as it is typed. */
const WRITING: Readonly<Record<string, readonly string[]>> = {
  "audit --output": ["audit", ".", "--json", "--output", "report.json"],
  "audit --fix": ["audit", ".", "--fix"],
  adopt: ["adopt", "."],
  "adopt --workflow --monitor": ["adopt", ".", "--workflow", "--monitor", "github"],
  "diagnose --record of a new failure": [...RECORD, "production"],
  "diagnose --record of one that is on record": [...RECORD, "staging"],
  "fracas move": ["fracas", "move", "1", "analysed", "--by", "jane", "--root-cause", "a", "--reason", "b"],
  "fracas report --output": ["fracas", "report", "--output", "report.html"],
};

/** Each file below a folder, with its text. */
const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]),
  );

describe("A command that writes", function () {
  this.timeout(120_000);
  let root: string;
  let repository: string;

  before(function () {
    // /dev/full and mounts of its own are Linux's.
    if (process.platform !== "linux") this.skip();
    root = mkdtempSync(path.join(tmpdir(), "portcullis-unwritable-"));
    const template = path.join(root, "template");
    mkdirSync(path.join(template, ".git"), { recursive: true });
    for (const [name, text] of Object.entries({
      ".git/HEAD": "ref: refs/heads/main\n",
      // Longer than the full disk has room for.
      Procfile: `${"# a line of a comment\n".repeat(40)}web: uvicorn main:app --host 127.0.0.1 --port 9000\n`,
      "requirements.txt": "fastapi==0.110.0\nuvicorn==0.29.0\n",
      ".env.production": `PORT=8000\n${Array.from({ length: 60 }, (_, at) => `NAME_${at}=${at}\n`).join("")}`,
      "deploy.log": LOG,
    }))
      writeFileSync(path.join(template, name), text);
    assert.equal(run(template, "sh", ["-c", 'exec "$0" "$@"'], [...RECORD, "staging"]).status, 3);
  });

  beforeEach(() => {
    repository = mkdtempSync(path.join(root, "repository-"));
    cpSync(path.join(root, "template"), repository, { recursive: true });
  });

  after(() => root !== undefined && rmSync(root, { recursive: true, force: true }));

  function run(
    cwd: string,
    command: string,
    before: readonly string[],
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ) {
    return spawnSync(command, [...before, process.execPath, ENTRY, ...args], {
      ...{ cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", ...env } },
    });
  }

  /** The exit code is that of no result, one sentence says why, and every file that was there is as it was. */
  function assertRefused(
    { status, stderr }: ReturnType<typeof run>,
    before: ReadonlyMap<string, string>,
  ): void {
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^portcullis: [^\n]+\n$/);
    assert.doesNotMatch(stderr, /^\s+at /m);
    const after = filesOf(repository);
    for (const [file, text] of before) assert.equal(after.get(file), text, file);
    const halves = [...after].filter(
      ([file, text]) => !before.has(file) && (text === "" || /tmp|~$/.test(file)),
    );
    assert.deepEqual(halves, []);
  }

  for (const [name, args] of Object.entries(WRITING)) {
    it(`refuses a full disk in one sentence, and loses nothing: ${name}`, () => {
      const before = filesOf(repository);
      const { shell, env } = fullDisk(root);
      assertRefused(run(repository, "sh", ["-c", shell], args, env), before);
    });

    it(`refuses a disk that is mounted read-only in one sentence, and loses nothing: ${name}`, function () {
      const mount = `mount --bind "${root}" "${root}" && mount -o remount,ro,bind "${root}" && cd "${repository}" && exec "$0" "$@"`;
      const own = ["-rm", "sh", "-c"];
      // Containers and some systems let no process have mounts of its own.
      if (spawnSync("unshare", [...own, `mount --bind "${root}" "${root}"`]).status !== 0) this.skip();
      const before = filesOf(repository);
      const ran = run(repository, "unshare", [...own, mount], args);
      assertRefused(ran, before);
      assert.match(ran.stderr, /EROFS/);
      assert.deepEqual(filesOf(repository), before);
    });

    it(`says in one sentence that its words are lost, and leaves whole files: ${name}`, function () {
      if (!existsSync("/dev/full")) this.skip();
      const { status, stderr } = run(repository, "sh", ["-c", '"$0" "$@" > /dev/full'], args);
      if (args.includes("--output") && args[0] === "audit") {
        assert.deepEqual([status, stderr], [1, ""], "it prints nothing");
        return;
      }
      assert.equal(status, 2, stderr);
      assert.match(stderr, /^portcullis: standard output: [^\n]* got ENOSPC, a full disk\.\n$/);
      const records = run(repository, "sh", ["-c", 'exec "$0" "$@"'], ["fracas"]);
      assert.deepEqual([records.status, records.stderr], [0, ""]);
    });
  }
});
