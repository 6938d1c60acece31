import assert from "node:assert/strict";
import type { RehearsalEnvironment } from "../../../cli/rehearse/environment";
import { lastLinesInWords, lastLinesOf } from "../../../cli/rehearse/last-lines";

const withLines = (...lines: readonly string[]): RehearsalEnvironment => {
  const examine = { lastLines: (most: number) => [{ service: "api", lines: lines.slice(-most) }] };
  return { render: { examine } } as unknown as RehearsalEnvironment;
};

describe("the ends of logs in a rehearsal's report", () => {
  it("hold no secret, no colour and no control character", () => {
    const environment = withLines(
      "\u001b[31mlogin with s3cret-of-mine failed\u001b[0m",
      "postgresql://app:canary-pass@db.acme.com/app",
      "a\u0007b",
    );
    const [found] = lastLinesOf(
      environment,
      new Map([["portcullis:service.environment.KEY", "s3cret-of-mine"]]),
    );
    assert.deepEqual(found?.lines, [
      "login with *** failed",
      "postgresql://app:***@db.acme.com/app",
      "a\uFFFDb",
    ]);
  });

  it("are so short that they can be read", () => {
    const [found] = lastLinesOf(withLines(...Array(500).fill("x".repeat(10_000))), new Map());
    assert.equal(found?.lines.length, 30);
    assert.ok(found?.lines.every((line) => line.length <= 401));
  });

  it("name their service, and leave out one that wrote nothing", () => {
    const logs = [
      { service: "api", lines: ["no such module"] },
      { service: "jobs", lines: [] },
    ];
    assert.match(lastLinesInWords(logs), /^The end of the log of .*api.*:\n {2}no such module$/);
  });
});
