import { accountWords } from "../../cli/adopt/account/account-report";
import { patchOf } from "../../cli/adopt/patch";
import type { PlannedFile } from "../../cli/adopt/written-files";
import { connectJson } from "../../cli/connect/json";
import { connectReport } from "../../cli/connect/report";
import { driftJson, driftReport } from "../../cli/drift/report";
import { monitorJson, monitorReport } from "../../cli/monitor/report";
import { downText, expireText, json, upComment, upText } from "../../cli/preview-environment/report";
import { planText, promotionJson, resultText } from "../../cli/promote/report";
import { replayReport } from "../../cli/rehearse/replay-report";
import { rehearsalReport } from "../../cli/rehearse/report";
import { reviewedStack, reviewReport } from "../../cli/review/report";
import { printJson, printReport, progressTo } from "../../cli/terminal-output";
import type { Output } from "./canary-outputs";
import { captured } from "./captured-output";

/** A report of rows, each made of one shape. */
const rows =
  <T>(row: (shape: string) => T, words: (shown: T[]) => string): Output =>
  (shapes) =>
    captured(() => printReport(shapes.map(row), words));
const asJson =
  (row: (shape: string) => unknown): Output =>
  (shapes) =>
    captured(() => printJson(shapes.map(row)));

const promotion = (shape: string) =>
  ({
    ...{ version: 1, from: "staging", to: "production", result: "failed", seconds: 1, detail: shape },
    services: [{ key: "api", refused: shape }],
    differences: [{ key: "a", is: "different", secret: false, from: shape, to: shape, reason: shape }],
    ...{ idleReasons: [shape], notRolledBack: [shape], policies: [shape], record: shape },
    override: { revision: shape, reason: shape, by: shape },
  }) as never;

const drifted = (shape: string) =>
  ({
    ...{ stack: "staging", result: "drift" },
    resources: [
      {
        name: shape,
        type: "t",
        drift: "changed",
        properties: [{ path: shape, kind: "changed", was: shape, is: shape }],
      },
    ],
    findings: [{ policy: "port-agreement", level: "mandatory", resource: shape, message: shape }],
  }) as never;

const check = (shape: string) => ({ name: "port", kind: "port", outcome: "fail", detail: shape });

const monitored = (shape: string) =>
  ({
    ...{ stack: "staging", rounds: 1 },
    services: [
      { name: "api", record: shape, result: { outcome: "fail", checks: [check(shape)], reason: shape } },
    ],
  }) as never;

const rehearsed = (shape: string) =>
  ({
    ...{
      stack: "staging",
      result: "failed",
      checks: [check(shape)],
      policies: [shape],
      seconds: 1,
      detail: shape,
    },
    ...{ database: shape, logs: [{ service: "api", lines: [{ text: shape, at: 1 }] }] },
  }) as never;

const replayed = (shape: string) =>
  ({
    incident: { stack: "staging", name: "x", story: "y", failureMode: "port/none-open" },
    ...{
      gated: { result: "rejected", policies: [shape], detail: shape },
      deployed: { result: "failed", detail: shape },
    },
    asExpected: true,
  }) as never;

const ofPullRequest = (shape: string) =>
  ({
    ...{
      version: 1,
      stack: "staging-pr-7",
      pullRequest: 7,
      from: "staging",
      expires: "2026-12-01T00:00:00Z",
    },
    ...{
      result: "failed",
      policies: [shape],
      detail: shape,
      instances: { plans: { [shape]: 1 }, cronJobs: 0, staticSites: 0 },
    },
    services: { api: { url: shape, verification: { outcome: "fail", checks: [check(shape)] } } },
    environments: [{ stack: "staging-pr-7", result: "failed", detail: shape }],
  }) as never;

const reviewed = (shape: string) =>
  reviewedStack(
    { stack: "staging", config: {}, secretPlaces: [] } as never,
    {
      exitCode: 1,
      output: `Policies:\n    - [mandatory] port-agreement ${shape}\n${shape}\n`,
      stdout: "",
    } as never,
    1,
  );

const asked = (shape: string) => {
  const way = { name: "direct", user: "u", host: "h", port: 5432, mode: "session", parameters: {} };
  const answer = { outcome: "fail", reason: shape, correctiveAction: shape };
  const report = {
    way,
    declared: true,
    routes: [],
    login: answer,
    names: { ipv4: [], ipv6: [], problem: shape },
  };
  return {
    subject: { name: "staging", client: { platform: { name: "Render" }, settings: {} }, declaredBy: "host" },
    ...{ seconds: 1, reports: [report] },
    choice: { why: shape, verdicts: [{ report, outcome: "does not work", against: [shape] }] },
  } as never;
};

const adopted = (shape: string) =>
  ({
    ...{
      version: 1,
      output: shape,
      written: [shape],
      left: [shape],
      stacks: [{ stack: shape, resources: 1 }],
    },
    imported: [{ stack: shape, resources: 1, imported: 1, preview: "changes", detail: shape }],
  }) as never;

/** A stack file of which each line is made of one shape. */
const stackFile = (shapes: readonly string[]): PlannedFile => ({
  file: "Pulumi.production.yaml",
  state: "new",
  before: undefined,
  text: shapes.map((shape) => `- ${shape}\n`).join(""),
});

const watched = (shape: string) => ({ outcome: "failed", reason: shape, correctiveAction: shape });

/** Of the commands that deploy, or ask what is deployed. */
export const STACK_OUTPUTS: Readonly<Record<string, Output>> = {
  "adopt --from-render": async (shapes) =>
    (await rows(adopted, (all) => all.map(accountWords).join("\n"))(shapes)) +
    (await captured(() => printJson(shapes.map(adopted)))) +
    patchOf([stackFile(shapes)], process.cwd()),
  promote: async (shapes) =>
    (await rows(promotion, (all) => all.map(planText).join("\n"))(shapes)) +
    (await rows(promotion, (all) => all.map(resultText).join("\n"))(shapes)),
  "promote --json": rows(promotion, (all) => all.map(promotionJson).join("\n")),
  drift: rows(drifted, (all) => driftReport(all, 1)),
  "drift --json": rows(drifted, (all) => driftJson(all, 1)),
  monitor: rows(monitored, (all) => all.map(monitorReport).join("\n")),
  "monitor --json": rows(monitored, (all) => all.map(monitorJson).join("\n")),
  rehearse: rows(rehearsed, (all) => rehearsalReport(all, 1)),
  // Pulumi's own lines, as progress.
  "rehearse --verbose": (shapes) => captured(() => shapes.forEach(progressTo(false))),
  "rehearse --incident": rows(replayed, (all) => replayReport(all, 1)),
  "rehearse --json": asJson(rehearsed),
  review: rows(reviewed, (all) => reviewReport(all, 1)),
  "review --incident": rows(reviewed, (all) => reviewReport(all, 1)),
  "review --json": asJson(reviewed),
  "preview-environment": async () => "",
  "preview-environment up": rows(ofPullRequest, (all) => all.map(upText).join("\n")),
  "preview-environment up --json": rows(ofPullRequest, (all) => all.map(json).join("\n")),
  "preview-environment up --comment": async (shapes) => shapes.map(ofPullRequest).map(upComment).join("\n"),
  "preview-environment down": rows(ofPullRequest, (all) => all.map(downText).join("\n")),
  "preview-environment down --json": rows(ofPullRequest, (all) => all.map(json).join("\n")),
  "preview-environment expire": rows(ofPullRequest, (all) => all.map(expireText).join("\n")),
  "preview-environment expire --json": rows(ofPullRequest, (all) => all.map(json).join("\n")),
  connect: rows(asked, (all) => connectReport(all, [])),
  "connect --json": (shapes) => captured(() => printJson(connectJson(shapes.map(asked), []))),
  watch: rows(watched, (all) =>
    all.map(({ reason, correctiveAction }) => `${reason}\n${correctiveAction}`).join("\n"),
  ),
  "watch --json": asJson(watched),
};
