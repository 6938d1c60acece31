import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { RunError } from "@pulumi/pulumi";
import { type AuditReport, audit } from "../../api/audit";
import { answer, diagnose } from "../../api/diagnosis";
import { createPolicyPack } from "../../api/policy";

const REPOSITORY = path.join(__dirname, "../fixtures/repositories/incident");

/** A program in plain JavaScript, which has no types. */
const untyped = (call: unknown) => call as (...given: readonly unknown[]) => unknown;

/** What is given to `audit`, and the whole sentence. */
const AUDITED: readonly (readonly [given: readonly unknown[], said: string])[] = [
  [[undefined], "folder: expected the path of a folder, got none."],
  [[5], "folder: expected the path of a folder, got a number."],
  [[""], "folder: expected the path of a folder, got empty text."],
  [["/nope"], "folder: expected a folder that can be read, got /nope, which is not there."],
  [
    [path.join(REPOSITORY, "Dockerfile")],
    `folder: expected a folder that can be read, got ${path.join(REPOSITORY, "Dockerfile")}, which is none.`,
  ],
  [[REPOSITORY, 5], "request: expected a mapping, got a number."],
  [[REPOSITORY, null], "request: expected a mapping, got nothing."],
  [[REPOSITORY, { standardPort: -1 }], "request.standardPort: expected a port, 1 to 65535, got -1."],
  [[REPOSITORY, { standardPort: "8000" }], "request.standardPort: expected a port, 1 to 65535, got text."],
  [[REPOSITORY, { today: "tomorrow" }], "request.today: expected a day as YYYY-MM-DD, got `tomorrow`."],
  [[REPOSITORY, { today: "2026-02-30" }], "request.today: expected a day as YYYY-MM-DD, got `2026-02-30`."],
  [[REPOSITORY, { today: new Date() }], "request.today: expected a day as YYYY-MM-DD, got a Date."],
  [[REPOSITORY, { include: ".env*" }], "request.include: expected a list, got text."],
  [[REPOSITORY, { exclude: [5] }], "request.exclude[0]: expected text, got a number."],
  [[REPOSITORY, { environments: {} }], "request.environments: expected a list, got a mapping."],
  [
    [REPOSITORY, { environments: [{}, { pattern: "a", name: "b" }], standardport: 8000 }],
    [
      "3 arguments are wrong:",
      "  - request.environments[0].pattern: expected text, got none.",
      "  - request.environments[0].name: expected text, got none.",
      "  - request.standardport: unknown. Did you mean `standardPort`?",
    ].join("\n"),
  ],
];

/** What is given to `diagnose` and to `answer`. */
const DIAGNOSED: readonly (readonly [given: readonly unknown[], said: string])[] = [
  [[undefined], "log: expected text or a list of lines, got none."],
  [[null], "log: expected text or a list of lines, got nothing."],
  [[Buffer.from("x")], "log: expected text or a list of lines, got a Buffer."],
  [[["a", 5]], "log[1]: expected text, got a number."],
  [["x", 5], "options: expected a mapping, got a number."],
  [["x", null], "options: expected a mapping, got nothing."],
  [["x", { previous: 5 }], "options.previous: expected text or a list of lines, got a number."],
  [["x", { previos: "y" }], "options.previos: unknown. Did you mean `previous`?"],
];

const LEVELS = "(advisory, mandatory, remediate, disabled)";

/** What is given to `createPolicyPack`. */
const PACKED: readonly (readonly [given: unknown, said: string])[] = [
  [5, "options: expected a mapping, got a number."],
  [{ name: 5 }, "options.name: expected text, got a number."],
  [{ settings: 5 }, "options.settings: expected a mapping, got a number."],
  [
    { settings: { standardPort: "x", allow: "a", reservedPorts: [0] } },
    [
      "3 arguments are wrong:",
      "  - options.settings.standardPort: expected a port, 1 to 65535, got text.",
      "  - options.settings.reservedPorts[0]: expected a port, 1 to 65535, got 0.",
      "  - options.settings.allow: expected a list, got text.",
    ].join("\n"),
  ],
  [{ enforcementLevels: 5 }, "options.enforcementLevels: expected a mapping, got a number."],
  [
    { enforcementLevels: { "port-standard": "mandatry" } },
    `options.enforcementLevels.port-standard: expected a level ${LEVELS}, got \`mandatry\`. Did you mean \`mandatory\`?`,
  ],
  [{ policies: {} }, "options.policies: expected a list, got a mapping."],
  [{ policies: [5] }, "options.policies[0]: expected a mapping, got a number."],
  [
    { policies: [{ name: "a", description: "b", enforcementLevel: "advisory" }] },
    "options.policies[0]: expected `validateResource`, `remediateResource` or `validateStack`, got none.",
  ],
  [{ rules: 5 }, "options.rules: expected a list, got a number."],
  [{ rules: [undefined] }, "options.rules[0]: expected a mapping, got none."],
  [
    {
      rules: [{ id: 5, severity: "fatal", settings: [], prevents: [], scope: "environment", preview: true }],
    },
    [
      "7 arguments are wrong:",
      "  - options.rules[0].id: expected text, got a number.",
      "  - options.rules[0].severity: expected a severity (error, warning, note), got `fatal`.",
      "  - options.rules[0].title: expected text, got none.",
      "  - options.rules[0].why: expected text, got none.",
      "  - options.rules[0].fix: expected text, got none.",
      "  - options.rules[0].reference: expected text, got none.",
      "  - options.rules[0].check: expected a function, got none.",
    ].join("\n"),
  ],
  [{ setings: {} }, "options.setings: unknown. Did you mean `settings`?"],
];

describe("What a program gives", () => {
  for (const [given, said] of AUDITED) {
    it(`to \`audit\` is refused in one sentence: ${said}`, async () => {
      await assert.rejects(async () => await untyped(audit)(...given), { message: `audit: ${said}` });
    });
  }

  for (const [given, said] of DIAGNOSED) {
    it(`to \`diagnose\` and \`answer\` is refused in one sentence: ${said}`, () => {
      assert.throws(() => untyped(diagnose)(...given), { message: `diagnose: ${said}` });
      assert.throws(() => untyped(answer)(...given), { message: `answer: ${said}` });
    });
  }

  for (const [given, said] of PACKED) {
    it(`to \`createPolicyPack\` is refused in one sentence: ${said}`, () => {
      assert.throws(
        () => untyped(createPolicyPack)(given),
        (error: Error) => {
          assert.equal(error.message, `createPolicyPack: ${said}`);
          return RunError.isInstance(error);
        },
      );
    });
  }

  it("is taken where it is right, and may leave options undefined", async () => {
    const request = {
      ...{ include: [".env*"], exclude: undefined, standardPort: 8000, today: "2026-02-28" },
      environments: [{ pattern: "blue.env", name: "production" }],
      // Of a mapping that is spread.
      tags: ["a"],
    };
    const { findings } = (await untyped(audit)(REPOSITORY, request)) as AuditReport;
    assert.ok(findings.length > 0);
    assert.equal(diagnose(["x"], {}).failureMode, diagnose("x", { previous: ["y"] }).failureMode);
  });

  it("is no clean report where nothing in the folder could be read, as the command says", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-nothing-"));
    try {
      await assert.rejects(audit(folder), {
        message: `audit: ${folder}: there is no file that a reader knows, and nothing read is no clean result.`,
      });
      mkdirSync(path.join(folder, "api"));
      writeFileSync(path.join(folder, "api/.env.production"), "PORT=8000\n");
      assert.deepEqual(
        (await audit(folder)).findings.filter(({ severity }) => severity === "error"),
        [],
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
