import assert from "node:assert/strict";
import { LogVerdict } from "../../diagnosis";
import { askLog, type Clock, DeployLog, type DeployReport, type Outcome, watchDeploy } from "../../probes";
import { DEPLOY, type Script, ScriptedRender } from "./scripted-render";

/** Time passes only where something waits. */
function fakeClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    wait: async (milliseconds) => {
      now += milliseconds;
    },
  };
}

async function watch(script: Script, signal = new AbortController().signal) {
  const render = await ScriptedRender.start(script);
  const told: string[] = [];
  try {
    const report = await watchDeploy(render.service, {
      deployId: DEPLOY,
      deadline: 60_000,
      signal,
      clock: fakeClock(),
      onStatus: (words) => void told.push(words),
      judge: new LogVerdict(),
    });
    return { report, told, asked: render.asked };
  } finally {
    render.stop();
  }
}

const PREDECESSOR = { id: "dep-old", status: "live", createdAt: "2026-01-01T00:00:00Z" };
const WRONG = 'asyncpg.exceptions.InvalidPasswordError: password authentication failed for user "navigator"';
const NOT_THERE = 'ERROR:    Error loading ASGI app. Attribute "nothere" not found in module "main".';
const EXITED = "==> Exited with status 3";
const LISTENS = "INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)";
/** A deploy that failed, and its predecessor, which is started again. */
const TAKEN_BACK: Script = {
  statuses: ["update_in_progress", "update_failed"],
  failure: { nonZeroExit: 3 },
  otherDeploys: [PREDECESSOR],
  lines: [
    { message: LISTENS, instance: "old", early: true },
    { message: NOT_THERE, instance: "new" },
    { message: EXITED },
    { message: "==> Running 'uvicorn main:app --host 0.0.0.0 --port 8000'", late: true },
    { message: "==> No open ports detected, continuing to scan...", late: true },
    { message: "INFO:     Started server process [1]", instance: "old-again", late: true },
    { message: LISTENS, instance: "old-again", late: true },
    { message: 'INFO:     127.0.0.1:5 - "GET /health HTTP/1.1" 200 OK', instance: "old-again", late: true },
  ],
};

describe("The deploy's probe", () => {
  type Expected = Partial<Pick<DeployReport, "live" | "ended">> & { readonly mode?: string };
  const cases: readonly [string, Script, Outcome, RegExp, Expected][] = [
    [
      "passes a deploy that becomes live",
      { statuses: ["build_in_progress", "live"] },
      "pass",
      /dep-new is live/,
      { live: DEPLOY },
    ],
    [
      "fails a build, and says that the predecessor is live",
      { statuses: ["build_failed"], otherDeploys: [PREDECESSOR] },
      "fail",
      /its build failed; its predecessor dep-old is still live/,
      { live: "dep-old", mode: "build/failed", ended: true },
    ],
    [
      "says that no deploy is live where none is, and leaves one undecided that was cancelled",
      { statuses: ["canceled"] },
      "not-decided",
      /it was cancelled before it was live; no deploy is live/,
      {},
    ],
    [
      "fails one that Render cancelled because it did not become healthy in time",
      {
        statuses: ["canceled"],
        failure: {
          evicted: false,
          timedOutSeconds: 900,
          timedOutReason: "Timed out after waiting for internal health check",
        },
        otherDeploys: [PREDECESSOR],
      },
      "fail",
      /cancelled.*health check.*its predecessor dep-old is still live/,
      { mode: "health-check/timeout" },
    ],
    [
      "fails one that was cancelled after its log had shown why it cannot become live",
      { statuses: ["canceled"], lines: [{ message: WRONG, instance: "new" }] },
      "fail",
      /cancelled.*the server refuses the role/,
      { mode: "database/credentials" },
    ],
    [
      "reads Render's structured reason: memory",
      { statuses: ["update_failed"], failure: { evicted: false, oomKilled: { memoryLimit: "512Mi" } } },
      "fail",
      /more memory than its limit of 512Mi/,
      { mode: "memory/exhausted" },
    ],
    [
      "reads Render's structured reason: exit status",
      { statuses: ["update_failed"], failure: { evicted: false, nonZeroExit: 137 } },
      "fail",
      /ended with status 137/,
      { mode: "process/exited" },
    ],
    [
      "reads Render's structured reason: time",
      {
        statuses: ["update_failed"],
        failure: {
          timedOutSeconds: 900,
          timedOutReason: "Timed out after waiting for internal health check",
        },
      },
      "fail",
      /health check/,
      { mode: "health-check/timeout" },
    ],
    [
      "prefers the log's cause to how it ended",
      {
        statuses: ["update_failed"],
        failure: { nonZeroExit: 3 },
        lines: [{ message: WRONG, instance: "new" }],
      },
      "fail",
      /status 3\): the server refuses the role/,
      { mode: "database/credentials" },
    ],
    [
      "ends before Render does where the log decides",
      {
        statuses: ["update_in_progress"],
        lines: [{ message: WRONG, instance: "new" }],
        otherDeploys: [PREDECESSOR],
      },
      "fail",
      /cannot become live: the server refuses the role/,
      { mode: "database/credentials", ended: false, live: "dep-old" },
    ],
    [
      "does not take the predecessor's lines for the new deploy's",
      {
        statuses: ["update_in_progress", "update_in_progress", "update_in_progress", "live"],
        lines: [
          { message: "GET /health 200", instance: "old", early: true },
          { message: WRONG, instance: "old" },
        ],
      },
      "pass",
      /live/,
      {},
    ],
    [
      "knows the predecessor by when it began, where it had said nothing before",
      {
        statuses: ["update_in_progress", "update_in_progress", "update_in_progress", "live"],
        running: ["old"],
        lines: [{ message: WRONG, instance: "old" }],
      },
      "pass",
      /live/,
      {},
    ],
    [
      "reads the log too where Render does not list the instances",
      {
        statuses: ["update_failed"],
        refused: [[/\/instances$/, 404]],
        lines: [{ message: WRONG, instance: "new" }],
      },
      "fail",
      /the server refuses the role/,
      { mode: "database/credentials" },
    ],
    [
      "takes no line of the predecessor, started again, for a recovery of the deploy that failed",
      TAKEN_BACK,
      "fail",
      /status 3\): the start command names an application/,
      { mode: "import/missing-module", live: "dep-old" },
    ],
    [
      "says the same where the deploy had failed before it was asked",
      { ...TAKEN_BACK, statuses: ["update_failed"] },
      "fail",
      /status 3\): the start command names an application/,
      { mode: "import/missing-module" },
    ],
    [
      "leaves a deploy undecided that a newer one has replaced",
      { statuses: ["deactivated"], otherDeploys: [{ ...PREDECESSOR, id: "dep-newer" }] },
      "not-decided",
      /replaced by dep-newer/,
      { live: "dep-newer" },
    ],
    [
      "leaves it undecided at the deadline",
      { statuses: ["queued"] },
      "not-decided",
      /still queued after 60 s/,
      { ended: false },
    ],
    ["goes by the status where the log may not be read", { refused: [[/\/logs$/, 403]] }, "pass", /live/, {}],
    [
      "cannot decide where Render refuses the key",
      { refused: [[/./, 401]] },
      "not-decided",
      /401.*Check the key/,
      {},
    ],
    [
      "asks again where Render does not list the deploy yet",
      { refused: [[/\/deploys\/dep-new$/, 404]], refusals: 2 },
      "pass",
      /live/,
      { live: DEPLOY },
    ],
    [
      "cannot decide on a deploy that Render does not list",
      { refused: [[/\/deploys\/dep-new$/, 404]] },
      "not-decided",
      /404/,
      {},
    ],
    [
      "waits for a Render that fails for a while, at any request",
      { statuses: ["build_in_progress", "live"], refused: [[/^\/v1\/services/, 503]], refusals: 7 },
      "pass",
      /live/,
      { live: DEPLOY },
    ],
    ["cannot decide where Render fails", { refused: [[/deploys/, 500]] }, "not-decided", /500/, {}],
  ];
  for (const [what, script, outcome, reason, { mode, ...expected }] of cases) {
    it(what, async () => {
      const { report } = await watch(script);
      assert.equal(report.answer.outcome, outcome, report.answer.reason);
      assert.match(report.answer.reason, reason);
      if (mode !== undefined) assert.equal(report.answer.mode, mode);
      for (const [key, value] of Object.entries(expected)) {
        assert.equal(report[key as keyof typeof expected], value, key);
      }
    });
  }

  it("tells each status once", async () => {
    const { told } = await watch({ statuses: ["created", "build_in_progress", "build_in_progress", "live"] });
    assert.deepEqual(told, [
      `deploy ${DEPLOY}: created`,
      `deploy ${DEPLOY}: build in progress`,
      `deploy ${DEPLOY}: live`,
    ]);
  });

  it("asks the log for the time before the deploy once only", async () => {
    const { asked } = await watch({ statuses: ["created", "created", "live"] });
    assert.equal(asked.filter((request) => request === "GET /v1/logs").length, 4);
  });

  it("shows nothing by a log without any line", async () => {
    const judge = new LogVerdict();
    const render = await ScriptedRender.start({ statuses: ["live"] });
    try {
      const log = new DeployLog(render.service, "tea-1", "2026-01-02T10:00:00.000000Z");
      const { outcome, reason } = await askLog(log, judge, new AbortController());
      assert.equal(outcome, "not-decided", reason);
      assert.match(reason, /no line of this deploy's log/);
    } finally {
      render.stop();
    }
  });

  it("has the lines of a deploy that failed, and its own instance's last ones, but none of another one's", async () => {
    const render = await ScriptedRender.start({
      statuses: ["update_failed"],
      lines: [
        { message: NOT_THERE, instance: "new" },
        { message: "its last words", instance: "new", late: true },
        { message: EXITED, late: true },
        { message: LISTENS, instance: "other", late: true },
        { message: "==> Deploying...", late: true },
        { message: "==> No open ports detected, continuing to scan...", late: true },
      ],
    });
    try {
      const log = new DeployLog(render.service, "tea-1", "2026-01-02T10:00:00.000000Z");
      await log.fetch(new AbortController().signal);
      log.take(new Date("2026-01-02T10:00:05Z"));
      assert.deepEqual(log.lines, [NOT_THERE, "its last words", EXITED]);
    } finally {
      render.stop();
    }
  });

  it("keeps the lines of an instance that a live deploy gets later", async () => {
    const { report } = await watch({
      statuses: ["update_in_progress", "live"],
      lines: [
        { message: LISTENS, instance: "new" },
        { message: LISTENS, instance: "newer", late: true },
      ],
    });
    await report.log?.read(new AbortController().signal);
    assert.deepEqual(report.log?.lines, [LISTENS, LISTENS]);
  });

  it("ends with the signal's reason where it is cancelled", async () => {
    await assert.rejects(watch({}, AbortSignal.abort(new Error("cancelled"))), /cancelled/);
  });
});
