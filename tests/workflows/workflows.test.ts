import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { parseDocument } from "yaml";
import { monitorWorkflow } from "../../cli/adopt/monitor";
import { workflowText } from "../../cli/adopt/workflow";
import { virtualEnvironment } from "../../rehearsal/virtual-environment";
import { cacheDirectory } from "../../system";
import { ACTIONLINT } from "./actionlint";

const root = path.join(__dirname, "../..");
const run = promisify(execFile);

/** This repository's own workflows, and the one that `portcullis adopt` writes. */
const FILES = [".github/workflows", "templates"].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${folder}/${name}`),
);

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

function workflowOf(file: string): Workflow {
  const document = parseDocument(textOf(file));
  assert.deepEqual(document.errors, []);
  return document.toJS() as Workflow;
}

const jobsOf = (file: string): readonly (readonly [string, Job])[] => Object.entries(workflowOf(file).jobs);
const secretsIn = (value: unknown): boolean => JSON.stringify(value ?? "").includes("secrets.");

/** What may be written with the repository's token, and by which job. */
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
  "templates/environments.yaml preview": ["pull-requests"],
  "templates/preview-environment.yaml up": ["pull-requests"],
};

/** What adopt writes, by names of its repository; one of them with signs that YAML and replacements read. */
const WRITTEN = [
  { folder: "infra", branch: "main", stacks: ["staging", "production"] },
  { folder: "ops/my infra #1 $& 'x'", branch: "release/2026", stacks: ["production"] },
] as const;

describe("the workflows", () => {
  let folder: string;
  let written: readonly string[];

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-workflows-"));
    mkdirSync(path.join(folder, ".github/workflows"), { recursive: true });
    written = WRITTEN.flatMap((names, index) => {
      const monitored = { stack: names.stacks.at(-1) ?? "", folder: names.folder };
      const texts = { written: workflowText(names), monitor: monitorWorkflow(monitored) };
      return Object.entries(texts).map(([called, text]) => {
        const file = path.join(folder, `.github/workflows/${called}-${index}.yaml`);
        writeFileSync(file, text);
        return file;
      });
    });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const names of WRITTEN)
    it(`name ${names.folder}, ${names.branch} and ${names.stacks.join(", ")} where adopt writes them`, () => {
      const { on, jobs } = parseDocument(workflowText(names)).toJS() as Workflow;
      assert.deepEqual((on.push as { branches: unknown }).branches, [names.branch]);
      for (const job of Object.values(jobs)) {
        const { strategy, steps } = job as Job & { strategy: { matrix: { stack: unknown } } };
        assert.deepEqual(strategy.matrix.stack, names.stacks);
        const deploying = steps.find(({ uses }) => uses?.startsWith("pulumi/actions@"));
        assert.deepEqual(
          [deploying?.with?.["work-dir"], deploying?.with?.policyPacks],
          [names.folder, "policy"],
        );
      }
    });

  it("are one for this repository, and three for its users", () => {
    const templates = ["environments", "monitor", "preview-environment"].map(
      (name) => `templates/${name}.yaml`,
    );
    assert.deepEqual(FILES, [".github/workflows/ci.yaml", ...templates]);
  });

  it("monitor the stack that adopt names, from the project's folder", () => {
    const { on, jobs } = parseDocument(
      monitorWorkflow({ stack: "live", folder: "ops/my infra" }),
    ).toJS() as Workflow;
    assert.deepEqual(Object.keys(on).toSorted(), ["schedule", "workflow_dispatch"]);
    const steps = (jobs.monitor?.steps ?? []) as readonly (Step & { "working-directory"?: string })[];
    assert.deepEqual(
      steps.filter(({ run }) => run !== undefined).map((step) => [step["working-directory"], step.run]),
      [
        ["ops/my infra", "npm ci"],
        ["ops/my infra", "npx portcullis monitor -s live --times 5 --every 2m"],
      ],
    );
  });

  it("run npm test of this repository on push and pull request, and deploy nothing", () => {
    const workflow = workflowOf(".github/workflows/ci.yaml");
    assert.deepEqual(Object.keys(workflow.on).toSorted(), ["pull_request", "push"]);
    const commands = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.flatMap((step) => step.run ?? []),
    );
    assert.deepEqual(commands, ["npm test"]);
    assert.equal(textOf(".github/workflows/ci.yaml").includes("pulumi"), false);
  });

  for (const file of FILES) {
    describe(file, () => {
      it("pins every action to a commit, with its version beside it", () => {
        const uses = textOf(file).match(/^.*\buses:.*$/gm) ?? [];
        assert.ok(uses.length > 0);
        for (const line of uses) assert.match(line, /uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      });

      it("gives no permission to the whole workflow, and each job what it needs", () => {
        assert.deepEqual(workflowOf(file).permissions, {});
        for (const [name, job] of jobsOf(file)) {
          const { contents, ...others } = job.permissions ?? {};
          assert.equal(contents, "read");
          assert.deepEqual(Object.keys(others), MAY_WRITE[`${file} ${name}`] ?? []);
        }
      });

      it("leaves the token of a checkout on no disk", () => {
        for (const [, { steps }] of jobsOf(file)) {
          const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
          assert.equal(checkouts.length, 1);
          assert.equal(checkouts[0]?.with?.["persist-credentials"], false);
        }
      });

      it("ends a job that hangs", () => {
        for (const [, job] of jobsOf(file)) assert.equal(typeof job["timeout-minutes"], "number");
      });

      it("puts no expression into a shell command", () => {
        const commands = jobsOf(file).flatMap(([, { steps }]) => steps.flatMap((step) => step.run ?? []));
        assert.deepEqual(
          commands.filter((command) => command.includes("${{")),
          [],
        );
      });

      it("gives a secret to the step that needs it only", () => {
        assert.equal(secretsIn(workflowOf(file).env), false);
        for (const [, job] of jobsOf(file)) {
          assert.equal(secretsIn(job.env), false);
          const holders = job.steps.filter(secretsIn);
          // A step that deploys: Pulumi's action, or one command of Portcullis and nothing beside it.
          const deploys = ({ uses, run }: Step): boolean =>
            uses?.startsWith("pulumi/actions@") ??
            /^npx portcullis (?:preview-environment|monitor) [^\n;&|]*$/.test(run ?? "");
          assert.ok(holders.every(deploys));
        }
      });
    });
  }

  it("have no finding of zizmor", async function () {
    // pip installs it once for all runs.
    this.timeout(300_000);
    const requirements = path.join(__dirname, "requirements.txt");
    const { binDirectory } = await virtualEnvironment({ requirements, cacheDirectory: cacheDirectory() });
    const { stdout } = await run(
      path.join(binDirectory, "zizmor"),
      ["--offline", "--no-progress", "--format", "json", ...FILES, ...written],
      { cwd: root },
    ).catch((error: { stdout?: string; message: string }) => ({ stdout: error.stdout || error.message }));
    assert.deepEqual(JSON.parse(stdout), []);
  });

  it("have no finding of actionlint, where Go is there to build it", async function () {
    this.timeout(300_000);
    const go = await run("go", ["version"]).catch(() => undefined);
    if (go === undefined) return this.skip();
    const { stdout } = await run(
      "go",
      ["run", ACTIONLINT, "-shellcheck=", "-pyflakes=", ...FILES, ...written],
      {
        cwd: root,
      },
    ).catch((error: { stdout?: string; message: string }) => ({ stdout: error.stdout || error.message }));
    assert.equal(stdout, "");
  });
});
