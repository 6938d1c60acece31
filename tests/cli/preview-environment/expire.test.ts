import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expire } from "../../../cli/preview-environment/expire";
import type { Pulumi } from "../../../cli/stacks/pulumi";
import { StackLockedError } from "../../../cli/stacks/stack-lock";

const HOLDER = { user: "ada", host: "build-7", pid: 42, since: "2026-11-29T10:15:00Z" };

describe("Environments whose time is over", () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(path.join(tmpdir(), "portcullis-test-"));
    for (const pr of [1, 2]) writeFileSync(path.join(project, `Pulumi.pr-${pr}.yaml`), "config: {}\n");
  });
  afterEach(() => rmSync(project, { recursive: true, force: true }));

  it("are removed, also where another command is changing one of them, whose holder is named", async () => {
    const removed: string[] = [];
    const pulumi: Pulumi = async (args) => {
      const [command = "", word] = args;
      const stack = args[args.indexOf("-s") + 1] ?? "";
      if (command === "destroy" && stack === "pr-1") throw new StackLockedError(stack, { holders: [HOLDER] });
      if (command === "stack" && word === "rm") removed.push(args.at(-1) ?? "");
      const previewEnvironment = { objectValue: { expires: "2026-11-28T00:00:00Z" } };
      const answers: Readonly<Record<string, unknown>> = {
        ls: [{ name: "pr-1" }, { name: "pr-2" }, { name: "staging" }],
        history: [{ config: { "portcullis:previewEnvironment": previewEnvironment } }],
      };
      const stdout = JSON.stringify(answers[word ?? ""] ?? {});
      return { exitCode: 0, output: stdout, stdout };
    };
    const now = Date.parse("2026-11-29T00:00:00Z");
    const { environments } = await expire({
      project,
      pulumi,
      report: () => {},
      signal: new AbortController().signal,
      now,
    });
    assert.deepEqual(
      environments.map(({ stack, result }) => [stack, result]),
      [
        ["pr-1", "failed"],
        ["pr-2", "removed"],
      ],
    );
    assert.match(environments[0]?.detail ?? "", /ada on build-7 \(process 42, since 2026-11-29T10:15:00Z\)/);
    assert.deepEqual(removed, ["pr-2"]);
    assert.deepEqual(
      [1, 2].map((pr) => existsSync(path.join(project, `Pulumi.pr-${pr}.yaml`))),
      [true, false],
    );
  });
});
