import assert from "node:assert/strict";
import { messageOf } from "../../../diagnosis/log/message";

const SAID = "ValueError: bad thing here";

const FORMS: readonly (readonly [string, string])[] = [
  ["Kubernetes' own files", "2026-01-01T10:00:00.000000000Z stderr F "],
  ["GitLab's jobs", "2026-01-01T10:00:00.000000Z 00O "],
  ["App Engine", "2026-01-01 10:00:00 default[20260101t100000]  "],
  ["Netlify, before ten", "9:05:12 AM: "],
  ["DigitalOcean's build", "[2026-01-01 10:00:00] │ "],
  ["DigitalOcean's components", "[web] [2026-01-01 10:00:00] "],
  ["stern", "api-6c5d7b4f7b-2xk9p api "],
  ["a swarm's tasks", "acme_web.1.x8f2a1@node1    | "],
  ["turbo", "@acme/web:build: "],
  ["pnpm in a workspace", "apps/web build: "],
  ["concurrently", "[api] "],
  ["Go's logger", "2026/01/01 10:00:00 "],
  ["PHP", "[01-Jan-2026 10:00:00 UTC] "],
  ["Apache", "[Thu Jan 01 10:00:00.000000 2026] "],
  ["seconds since 1970", "1767225600.123 "],
  ["a stream's name", "[stderr] "],
];

describe("What comes before a message", () => {
  for (const [who, prefix] of FORMS) {
    it(`is left out as ${who} writes it`, () => assert.equal(messageOf(prefix + SAID).text, SAID));
  }

  it("is no row of pods, no frame of Go, and no item of a message", () => {
    for (const line of [
      "api-6c5d7b4f7b-2xk9p   0/1     CrashLoopBackOff   4 (31s ago)   2m",
      "/src/internal/http/server.go:88 +0x91",
      "│ exit code: 1",
    ]) {
      assert.equal(messageOf(line).text, line);
    }
  });
});
