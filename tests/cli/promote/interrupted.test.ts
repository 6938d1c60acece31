import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PlannedPromotion } from "../../../cli/promote/plan";
import { carriedOut } from "../../../cli/promote/promote";
import { fileWithOverride } from "../../../cli/promote/promotion-file";
import type { Pulumi } from "../../../cli/stacks/pulumi";
import { StackLockedError } from "../../../cli/stacks/stack-lock";

const COMMIT = "a".repeat(40);
const OVERRIDE = { revision: COMMIT, reason: "tried all the same" };
const FILE = "config:\n  portcullis:promotion:\n    from: staging\n";

/** Where the user types Ctrl-C: in the preview, in the update, or between the update and its outputs. */
const POINTS = ["preview", "up", "stack"] as const;

describe("A promotion that is interrupted", () => {
  let project: string;
  /** Whether production has the commit. */
  let deployed: boolean;
  // A folder of its own, since other promotions may run beside.
  const { TMPDIR } = process.env;

  beforeEach(() => {
    project = mkdtempSync(path.join(tmpdir(), "portcullis-test-"));
    writeFileSync(path.join(project, "Pulumi.production.yaml"), FILE);
    deployed = false;
    process.env.TMPDIR = project;
  });
  afterEach(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(project, { recursive: true, force: true });
  });

  const read = () => readFileSync(path.join(project, "Pulumi.production.yaml"), "utf8");
  const results = (): string[] => {
    const file = path.join(project, "fracas/promotions.jsonl");
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, "utf8").trim().split("\n");
    return lines.map((line) => JSON.parse(line).result);
  };
  const asides = () => readdirSync(tmpdir()).filter((name) => name.startsWith("portcullis-promote-"));

  /** Planned from the stack's file as it is now, as each command does. */
  function planned(): PlannedPromotion {
    return {
      report: {
        ...{ version: 1, from: "staging", to: "production", differences: [], idleReasons: [] },
        services: [{ key: "main", revision: COMMIT }],
        ...{ notRolledBack: [], override: OVERRIDE },
      },
      configuration: { services: [{ verify: { records: "fracas" } }] },
      text: fileWithOverride(project, "production", OVERRIDE),
    } as unknown as PlannedPromotion;
  }

  /** Carries it out, on a Pulumi that deploys at once, and is stopped at the command that is named. */
  function run(stoppedAt?: (typeof POINTS)[number], { locked = false, failed = false } = {}) {
    const stop = new AbortController();
    const asked: string[] = [];
    const pulumi: Pulumi = async (args) => {
      const [command = ""] = args;
      asked.push(command);
      // An update that is stopped has not deployed; one that has ended has.
      if (command === stoppedAt) stop.abort(new Error("interrupted"));
      stop.signal.throwIfAborted();
      if (command === "preview") {
        const changes = "error: no changes were expected but changes were proposed";
        return deployed ? done("") : { exitCode: 255, output: changes, stdout: "" };
      }
      if (command === "up" && locked) throw new StackLockedError("production", { holders: [] });
      if (command === "up" && failed) return { exitCode: 255, output: "error: health: fail", stdout: "" };
      if (command === "up") deployed = true;
      const verification = deployed ? { commit: COMMIT } : undefined;
      return done(JSON.stringify({ services: { main: { verification } } }));
    };
    const doing = { from: "staging", to: "production", project, yes: true, report: () => {} };
    const outcome = carriedOut(planned(), { ...doing, pulumi, signal: stop.signal });
    return { outcome, asked };
  }
  const done = (stdout: string) => ({ exitCode: 0, output: "", stdout });

  const expected = {
    preview: { asked: ["preview"], file: "as it was", records: [], again: "promoted" },
    up: { asked: ["preview", "up"], file: "written", records: ["interrupted"], again: "promoted" },
    stack: {
      asked: ["preview", "up", "stack"],
      file: "written",
      records: ["interrupted"],
      again: "unchanged",
    },
  } as const;
  for (const point of POINTS) {
    it(`at \`pulumi ${point}\` leaves what can be gone on with, and goes on when it is typed again`, async () => {
      const first = run(point);
      await assert.rejects(first.outcome, /interrupted/);
      const { asked, file, records, again } = expected[point];
      assert.deepEqual(first.asked, asked);
      assert.equal(read() === FILE, file === "as it was", read());
      assert.deepEqual(results(), records);
      assert.deepEqual(asides(), []);

      assert.equal((await run().outcome).result, again);
      assert.match(read(), new RegExp(COMMIT));
      assert.deepEqual(results(), [...records, ...(again === "promoted" ? ["promoted"] : [])]);
    });
  }

  it("that fails puts the stack's file back, so that the next update does not try the same again", async () => {
    assert.equal((await run(undefined, { failed: true }).outcome).result, "failed");
    assert.equal(read(), FILE);
    assert.deepEqual(results(), ["failed"]);
  });

  it("is not begun while another command changes the stack: its file stays as it was, and nothing is recorded", async () => {
    await assert.rejects(run(undefined, { locked: true }).outcome, StackLockedError);
    assert.equal(read(), FILE);
    assert.deepEqual(results(), []);
    assert.equal((await run().outcome).result, "promoted");
  });
});
