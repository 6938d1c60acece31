import assert from "node:assert/strict";
import { failedAt, RenderClient, startRollback } from "../../render-api";
import { SHORT_PAUSES } from "../render/called-kind";

describe("the time at which Render gave a deploy up", () => {
  const finishedAt = "2026-11-25T08:00:00.5Z";
  for (const status of ["build_failed", "pre_deploy_failed", "update_failed", "canceled"]) {
    it(`is when it finished as ${status}`, () =>
      assert.equal(
        failedAt({ id: "dep-1", status, createdAt: "", finishedAt })?.toISOString(),
        "2026-11-25T08:00:00.500Z",
      ));
  }
  for (const status of ["live", "deactivated", "update_in_progress"]) {
    it(`is none of a deploy that is ${status}`, () =>
      assert.equal(failedAt({ id: "dep-1", status, createdAt: "", finishedAt }), undefined));
  }
  it("is none where Render does not say it", () => {
    for (const unsaid of [{}, { finishedAt: null }, { finishedAt: "soon" }])
      assert.equal(failedAt({ id: "dep-1", status: "build_failed", createdAt: "", ...unsaid }), undefined);
  });
});

describe("A rollback that is started", () => {
  const CREATED = "2026-11-25T08:00:00Z";
  const old = { id: "dep-old", status: "deactivated", createdAt: CREATED };

  /** A Render that acts on the rollback and answers it by `answer`; undefined cuts the connection. */
  function renderAnswering(answer: Response | undefined) {
    const deploys = [old];
    let asked = 0;
    const answering: typeof fetch = async (_, options) => {
      if (options?.method === "GET") return Response.json(deploys.map((deploy) => ({ deploy })));
      asked += 1;
      deploys.push({ id: "dep-back", status: "created", createdAt: "2026-11-25T09:00:00Z" });
      if (answer === undefined) throw new Error("cut");
      return answer;
    };
    const client = new RenderClient({
      host: "https://render.example/v1",
      apiKey: "key",
      retry: SHORT_PAUSES,
      fetch: answering,
    });
    return { at: { client, serviceId: "srv-1" }, asked: () => asked };
  }

  const ANSWERS: readonly (readonly [string, Response | undefined])[] = [
    ["201 with its deploy", Response.json({ id: "dep-back" }, { status: 201 })],
    ["502", new Response("<html>bad gateway</html>", { status: 502 })],
    ["a connection that is cut", undefined],
    ["a body that is cut", new Response('{"id": "dep-', { status: 201 })],
    ["202 without a body", new Response("", { status: 202 })],
  ];
  for (const [what, answer] of ANSWERS) {
    it(`is asked for once and found, where Render answers by ${what}`, async () => {
      const { at, asked } = renderAnswering(answer);
      const starting = { signal: new AbortController().signal, log: () => undefined };
      assert.equal(await startRollback(at, "dep-old", starting), "dep-back");
      assert.equal(asked(), 1);
    });
  }
});
