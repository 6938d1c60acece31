import assert from "node:assert/strict";
import type { Diagnosis } from "../../diagnosis";
import { failureIn, mergePlatformReason } from "../../diagnosis/merge-platform-reason";
import type { RenderFailure } from "../../platforms/render/failure";

/** What the text alone says: a likely failure with another cause beside it. */
function likely(failureMode: Diagnosis["failureMode"]): Diagnosis {
  return {
    failureMode,
    certainty: "likely",
    rootCause: "the text's cause",
    correctiveAction: "Do what the text says.",
    evidence: [{ line: 1, text: "a line" }],
    competing: [{ failureMode: "unknown", rootCause: "another" }],
    explains: [],
    unexplained: [],
    contributing: [],
    decided: true,
    harmsLive: false,
    asksFor: [],
    exception: undefined,
    preventiveRule: undefined,
  };
}

const OUT_OF_MEMORY: RenderFailure = { oomKilled: { memoryLimit: "512Mi" } };
const TIMED_OUT: RenderFailure = { timedOutReason: "Timed out: health check" };

describe("What Render states of a failure", () => {
  const cases: readonly {
    readonly title: string;
    readonly text: Diagnosis["failureMode"];
    readonly stated: RenderFailure;
    readonly expected: Pick<Diagnosis, "failureMode" | "certainty"> & { readonly competing: number };
  }[] = [
    {
      title: "makes certain what the text says too",
      text: "health-check/timeout",
      stated: TIMED_OUT,
      expected: { failureMode: "health-check/timeout", certainty: "certain", competing: 0 },
    },
    {
      title: "makes an exhausted memory certain",
      text: "memory/exhausted",
      stated: OUT_OF_MEMORY,
      expected: { failureMode: "memory/exhausted", certainty: "certain", competing: 0 },
    },
    {
      title: "leaves the text's exit as likely as it was, since all failures end so",
      text: "process/exited",
      stated: { nonZeroExit: 1 },
      expected: { failureMode: "process/exited", certainty: "likely", competing: 1 },
    },
    {
      title: "leaves a cause alone that ends in such a way",
      text: "database/credentials",
      stated: { nonZeroExit: 1 },
      expected: { failureMode: "database/credentials", certainty: "likely", competing: 1 },
    },
    {
      title: "overrules the text where the memory was exhausted, and keeps its cause as another",
      text: "process/exited",
      stated: OUT_OF_MEMORY,
      expected: { failureMode: "memory/exhausted", certainty: "certain", competing: 1 },
    },
    {
      title: "names a cause where the text has none",
      text: "unknown",
      stated: { nonZeroExit: 7 },
      expected: { failureMode: "process/exited", certainty: "likely", competing: 0 },
    },
    {
      title: "names a cause where the log looks like that of a deploy that went well",
      text: "none",
      stated: OUT_OF_MEMORY,
      expected: { failureMode: "memory/exhausted", certainty: "certain", competing: 0 },
    },
    {
      title: "says more than that time was over",
      text: "platform/cause-unknown",
      stated: { timedOutSeconds: 900 },
      expected: { failureMode: "port/none-open", certainty: "likely", competing: 0 },
    },
  ];
  for (const { title, text, stated, expected } of cases) {
    it(title, () => {
      const { failureMode, certainty, competing, contributing } = mergePlatformReason(likely(text), stated);
      assert.deepEqual({ failureMode, certainty, competing: competing.length }, expected);
      assert.equal(contributing.length, 1);
    });
  }

  it("is told in Render's words beside the text's evidence", () => {
    const { rootCause, correctiveAction, competing, contributing, evidence } = mergePlatformReason(
      likely("process/exited"),
      OUT_OF_MEMORY,
    );
    assert.equal(rootCause, "it used more memory than its limit of 512Mi");
    assert.match(correctiveAction, /larger plan/);
    assert.deepEqual(competing, [{ failureMode: "process/exited", rootCause: "the text's cause" }]);
    assert.deepEqual(contributing[0]?.place, { source: "configuration", key: "Render's event" });
    assert.equal(evidence.length, 1);
  });

  it("changes nothing where Render states no reason", () => {
    const diagnosis = likely("process/exited");
    assert.equal(mergePlatformReason(diagnosis, {}), diagnosis);
  });
});

describe("A list of Render's events", () => {
  const event = (failure: RenderFailure, timestamp?: string, deployId?: string): object => ({
    type: "deploy_ended",
    ...(timestamp && { timestamp }),
    details: { ...(deployId && { deployId }), reason: { failure } },
  });
  const [early, late] = ["2026-11-25T08:00:00Z", "2026-11-25T09:00:00.5Z"];

  it("gives the newest reason in whatever order", () => {
    const events = [
      event({ nonZeroExit: 1 }, early),
      event({ nonZeroExit: 2 }, late),
      event({ nonZeroExit: 3 }),
    ];
    assert.deepEqual(failureIn(events), { nonZeroExit: 2 });
    assert.deepEqual(failureIn(events.toReversed()), { nonZeroExit: 2 });
  });

  it("gives the reason of the deploy that is asked about", () => {
    const events = [event({ nonZeroExit: 1 }, early, "dep-1"), event({ nonZeroExit: 2 }, late, "dep-2")];
    assert.deepEqual(failureIn(events, "dep-1"), { nonZeroExit: 1 });
    assert.deepEqual(failureIn([event(OUT_OF_MEMORY, early)], "dep-1"), OUT_OF_MEMORY);
    assert.equal(failureIn(events, "dep-3"), undefined);
  });

  for (const [form, written] of [
    ["the API's envelope", [{ event: event(OUT_OF_MEMORY), cursor: "c" }]],
    ["an event by itself", event(OUT_OF_MEMORY)],
    ["a reason without `failure`", [{ details: { reason: OUT_OF_MEMORY } }]],
    ["details without `reason`", [{ details: OUT_OF_MEMORY }]],
  ] as const) {
    it(`is read in the form of ${form}`, () => assert.deepEqual(failureIn(written), OUT_OF_MEMORY));
  }

  it("has no reason where none is stated", () => {
    for (const nothing of [
      [],
      {},
      null,
      "text",
      7,
      [{ details: { reason: { failure: { evicted: false } } } }],
    ])
      assert.equal(failureIn(nothing), undefined);
  });
});
