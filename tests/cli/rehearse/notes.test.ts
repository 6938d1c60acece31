import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import type { Examination } from "../../../cli/rehearse/examine-stack";
import { notesOf } from "../../../cli/rehearse/notes";
import type { RehearsedStack } from "../../../cli/rehearse/rehearsed-stack";

const shutdown = { clean: true, exitStatus: 0, seconds: 0.21, delaySeconds: 30, request: undefined };
const NODE = "Node.js 20 runs in place of 22.";
const api: Examination = {
  service: "api",
  type: "web",
  buildSeconds: 2.34,
  startup: { boundSeconds: 1.23, healthySeconds: 1.5 },
  shutdown: { ...shutdown, request: "answered" },
  otherPort: { asked: 9000, bound: 9000 },
  differences: [NODE],
  leftOut: ["payment"],
};
const worker: Examination = {
  service: "jobs",
  type: "worker",
  buildSeconds: 0.84,
  buildCopied: true,
  startup: { boundSeconds: 0, healthySeconds: 2 },
  shutdown: { ...shutdown, clean: false, exitStatus: 137 },
  differences: ["It runs on Python 3.11, and asks for 3.12.", NODE],
  leftOut: [],
};
const site: Examination = { service: "pages", type: "static", differences: [], leftOut: [] };

function notes(services: readonly Examination[], openTransactions = 0): string {
  const row: RehearsedStack = {
    ...{ stack: "staging", result: "verified", checks: [], policies: [], seconds: 1, detail: "" },
    examination: { services, openTransactions },
  };
  return stripVTControlCharacters(notesOf([row]).join("\n"));
}

describe("What a rehearsal saw of its services", () => {
  it("is said of each where there are several, by its kind, and of what says nothing not at all", () => {
    assert.equal(
      notes([api, worker, site], 2),
      [
        "staging",
        "  api (web)",
        "    Built in 2.3 s.",
        "    Listened after 1.2 s, healthy after 1.5 s.",
        "    Ended 0.2 s after SIGTERM, of 30 s.",
        "    The request in flight was answered.",
        "    With PORT=9000 it listened on 9000: it follows PORT.",
        "    Left out, as the stack says: payment.",
        "  jobs (worker)",
        "    Built in 0.8 s, copied from an earlier build of the same.",
        "    ! It did not end by itself within 30 s after SIGTERM, and was killed.",
        "    It runs on Python 3.11, and asks for 3.12.",
        `  ${NODE}`,
        "  ! The services left 2 database transactions open as they ended.",
      ].join("\n"),
    );
  });

  it("is said without a name of the only one", () => {
    const text = notes([{ ...api, buildSeconds: undefined, leftOut: [], differences: [] }], 1);
    assert.match(text, /^staging\n {2}Listened after/);
    assert.match(text, /! It left 1 database transaction open as it ended\.$/);
    assert.equal(notes([site]), "");
  });
});
