import assert from "node:assert/strict";
import fc from "fast-check";
import { microseconds } from "../../../rehearsal/render/api/log-query";
import { CalledRender, type Json } from "./called-render";

const messagesOf = (page: Json): string[] => page.logs.map((line: Json) => line.message);

describe("The embedded Render's logs", () => {
  let called: CalledRender;
  let path: string;
  let all: string[];

  before(async () => {
    called = await CalledRender.open();
    const envSpecificDetails = {
      buildCommand: "seq -f 'line %g' 250; echo 'a (b) c'",
      startCommand: "echo started",
    };
    const answer = await called.ask("POST", "/services", called.post({}, { envSpecificDetails }));
    await called.ended(answer.service.id, answer.deployId);
    path = `/logs?ownerId=${called.render.ownerId}&resource=${answer.service.id}`;
    all = await everything("forward");
  });
  after(() => called.close());

  /** Follows the pages as the API's description says. */
  async function everything(direction: string, query = ""): Promise<string[]> {
    const seen: string[] = [];
    for (let times = ""; ; ) {
      const page = await called.ask("GET", `${path}&direction=${direction}&limit=100${query}${times}`);
      if (direction === "forward") seen.push(...messagesOf(page));
      // As Render's command line does while its user scrolls up.
      else seen.unshift(...messagesOf(page));
      if (!page.hasMore) return seen;
      times = `&startTime=${page.nextStartTime}&endTime=${page.nextEndTime}`;
    }
  }

  it("have every line once and the oldest first, page below page forward, page above page backward", async () => {
    assert.ok(all.length > 250);
    for (let line = 1; line <= 250; line++)
      assert.equal(all.filter((each) => each === `line ${line}`).length, 1);
    assert.deepEqual(await everything("backward"), all);
  });

  it("are the twenty newest lines unless asked otherwise", async () => {
    const page = await called.ask("GET", path);
    assert.deepEqual(messagesOf(page), all.slice(-20));
    assert.equal(page.hasMore, true);
  });

  it("can be followed: after the last line there is nothing until something is said", async () => {
    const [last] = (await called.ask("GET", `${path}&limit=1`)).logs;
    const page = await called.ask("GET", `${path}&direction=forward&startTime=${last.timestamp}`);
    assert.deepEqual(page.logs, [last]);
    const next = await called.ask("GET", `${path}&direction=forward&startTime=${page.nextStartTime}`);
    assert.deepEqual([next.logs, next.hasMore, next.nextStartTime], [[], false, page.nextStartTime]);
  });

  const FILTERS = [
    ["text=line 25", ["line 25", "line 250"]],
    ["text=LINE 250", ["line 250"]],
    ["text=/^line 2.$/", Array.from({ length: 10 }, (_, index) => `line 2${index}`)],
    ["text=a*c", ["a (b) c"]],
    ["text=(b)", ["a (b) c"]],
    [
      "text=line 7&text=line 77&type=build",
      ["line 7", ...Array.from({ length: 10 }, (_, i) => `line 7${i}`)],
    ],
    ["text=line 25&type=app", []],
    ["text=line 250&type=bui*", ["line 250"]],
    ["text=line 250&type=app,build&level=info", ["line 250"]],
    ["text=line 250&statusCode=200", []],
    ["text=line 250&startTime=2020-01-01T00:00:00Z&endTime=2020-01-02T00:00:00Z", []],
    ["text=started", ["started"]],
  ] as const;

  for (const [query, expected] of FILTERS) {
    it(`with ${query} are ${expected.length === 0 ? "none" : expected.join(", ")}`, async () => {
      const found = await everything("forward", `&${query.replaceAll(" ", "%20")}`);
      const said = found.filter((message) => !message.startsWith("==>"));
      assert.deepEqual(said, expected);
    });
  }

  it("list the values of a label", async () => {
    const values = (label: string) =>
      called.ask("GET", `${path.replace("/logs", "/logs/values")}&label=${label}`);
    assert.deepEqual(await values("type"), ["app", "build"]);
    assert.deepEqual(await values("host"), []);
    assert.equal((await called.call("GET", "/logs/values?label=colour")).status, 400);
  });
});

describe("A time of the logs", () => {
  it("is told to the microsecond, in any zone", () => {
    const time = fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 999 }), (date, micro) => {
        const text = `${date.toISOString().slice(0, -1)}${String(micro).padStart(3, "0")}`;
        assert.equal(microseconds(`${text}Z`), date.getTime() * 1000 + micro);
        assert.equal(microseconds(`${text}+02:00`), date.getTime() * 1000 + micro - 7_200_000_000);
      }),
    );
  });

  it("is nothing for what is none", () => {
    for (const text of ["", "now", "2026-01-31", "2026-01-31T25:00:00Z", "1700000000"]) {
      assert.equal(microseconds(text), undefined, text);
    }
  });
});
