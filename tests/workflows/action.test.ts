import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseDocument } from "yaml";
import { virtualEnvironment } from "../../rehearsal/virtual-environment";
import { cacheDirectory } from "../../system";
import { ACTIONLINT } from "./actionlint";

const root = path.join(__dirname, "../..");
const text = readFileSync(path.join(root, "action.yml"), "utf8");

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id?: string;
      readonly run?: string;
      readonly shell?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const action = parseDocument(text).toJS() as Action;

/** Runs the step that does the work, as the runner does: its shell, its variables, and the files for what it says. */
function ran(inputs: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-action-"));
  const files = { output: path.join(folder, "output"), summary: path.join(folder, "summary") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const step = action.runs.steps.find(({ id }) => id === "run");
  const given = (expression: string): string => {
    const [, name = ""] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression) ?? [];
    return inputs[name] ?? action.inputs[name]?.default ?? "";
  };
  const variables = Object.entries(step?.env ?? {}).map(([name, value]) => [name, given(value)]);
  try {
    // As GitHub runs `shell: bash` (docs.github.com, workflow syntax, `jobs.<job_id>.steps[*].shell`).
    const { status, stdout, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", step?.run ?? ""], {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        ...Object.fromEntries(variables),
        GITHUB_ACTION_PATH: root,
        GITHUB_OUTPUT: files.output,
        GITHUB_STEP_SUMMARY: files.summary,
      },
    });
    const [output, summary] = [readFileSync(files.output, "utf8"), readFileSync(files.summary, "utf8")];
    return { status, stdout, stderr, output: output.trim(), summary };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the action", function () {
  this.timeout(300_000);

  it("audits: findings as annotations and in the summary, and fails by them", () => {
    const { status, stdout, output, summary, stderr } = ran({
      folder: "tests/fixtures/repositories/incident",
    });
    assert.deepEqual([status, output], [1, "exit-code=1"], stderr);
    assert.match(stdout, /^::error file=/m);
    assert.match(summary, /port\/agreement/);
    assert.equal(ran({ folder: "tests/fixtures/repositories/sound" }).status, 0);
  });

  it("previews the stacks that are named, as `review` does", () => {
    const { status, stderr, output } = ran({ command: "preview", stacks: "stagin production" });
    assert.deepEqual([status, output], [2, "exit-code=2"], stderr);
    assert.match(stderr, /^portcullis: Pulumi\.stagin\.yaml: .*Did you mean the stack staging\?/);
  });

  it("diagnoses a log", () => {
    const log = "tests/fixtures/logs/import-missing-node-module.log";
    const { status, stdout, stderr } = ran({ command: "diagnose", log });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^import\/|certain/m);
  });

  it("says what is missing or wrong in its inputs", () => {
    for (const inputs of [{ command: "diagnose" }, { command: "deploy" }]) {
      const { status, stderr, output } = ran(inputs);
      assert.deepEqual([status, output], [2, "exit-code=2"]);
      assert.match(stderr, /^portcullis: expected/);
    }
  });

  it("takes no word of an input for a command of the shell", () => {
    const { status, stderr } = ran({ command: "diagnose", log: '"; touch /tmp/portcullis-injected; "$(id)' });
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^portcullis: "; touch .*\$\(id\): expected a log that can be read/);
  });

  it("pins what it uses, names a shell for each command, and puts no expression into one", () => {
    for (const line of text.match(/^.*\buses:.*$/gm) ?? [])
      assert.match(line, /uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const commands = action.runs.steps.filter(({ run }) => run !== undefined);
    assert.ok(commands.every(({ shell, run = "" }) => shell === "bash" && !run.includes("${{")));
    assert.equal(action.runs.using, "composite");
  });

  it("has no finding of zizmor", async () => {
    const requirements = path.join(__dirname, "requirements.txt");
    const { binDirectory } = await virtualEnvironment({ requirements, cacheDirectory: cacheDirectory() });
    const options = ["--offline", "--no-progress", "--format", "json", "action.yml"];
    const { stdout, stderr } = spawnSync(path.join(binDirectory, "zizmor"), options, {
      cwd: root,
      encoding: "utf8",
    });
    assert.deepEqual(JSON.parse(stdout || JSON.stringify(stderr)), []);
  });

  it("has no finding of actionlint where a workflow uses it, where Go is there to build that", function () {
    if (spawnSync("go", ["version"]).status !== 0) return this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-action-"));
    try {
      const workflows = path.join(folder, ".github/workflows");
      mkdirSync(workflows, { recursive: true });
      mkdirSync(path.join(folder, ".git"));
      cpSync(path.join(root, "action.yml"), path.join(folder, "action.yml"));
      const inputs = Object.entries(action.inputs).map(
        ([name, { default: value }]) => `          ${name}: "${value}"`,
      );
      const workflow = (extra: string): string =>
        [
          "on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ./\n        with:",
          ...inputs,
          extra,
        ].join("\n");
      const linted = (extra: string): string => {
        writeFileSync(path.join(workflows, "one.yaml"), `${workflow(extra)}\n`);
        const built = spawnSync("go", ["run", ACTIONLINT, "-shellcheck=", "-pyflakes="], {
          cwd: folder,
          encoding: "utf8",
        });
        return `${built.stdout}${built.status === 0 || built.stdout !== "" ? "" : built.stderr}`;
      };
      assert.equal(linted(""), "");
      // It reads the action: an input that there is none of is found.
      assert.match(linted('          no-such-input: "x"'), /input "no-such-input" is not defined/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
