import assert from "node:assert/strict";
import fc from "fast-check";
import { rowOf, stemsIn } from "../../../diagnosis/log/line-table";
import { eventOf, LOG_EVENTS } from "../../../diagnosis/log/log-event";
import { messageOf } from "../../../diagnosis/log/message";

const SAID = "Error: DATABASE_URL is not defined";

describe("The message of a line", () => {
  const forms: readonly (readonly [string, string, string | undefined])[] = [
    ["nothing before it", SAID, undefined],
    ["a time of RFC 3339", `2026-11-25T05:21:39.785000Z ${SAID}`, undefined],
    ["Python's time", `2026-11-25 05:21:39,785 ${SAID}`, undefined],
    ["the dashboard's time", `Nov 25 05:21:39 AM  ${SAID}`, undefined],
    ["a time and an instance", `2026-11-25T05:21:39.785Z [gv7ph] ${SAID}`, "gv7ph"],
    ["gunicorn's time and process", `[2026-11-25 05:21:39 +0000] [24565] ${SAID}`, undefined],
    ["RFC 5424", `<14>1 2026-11-25T05:21:39Z navigator srv-abc - - - ${SAID}`, undefined],
    ["docker compose", `api-1  | ${SAID}`, undefined],
    ["kubectl's prefix", `[pod/api-6d5f7b9c8-x2x4z/api] 2026-11-25T05:21:39.785Z ${SAID}`, undefined],
    ["pm2", `0|api      | ${SAID}`, undefined],
    ["Heroku", `2026-11-25T05:21:39.785000+00:00 app[web.1]: ${SAID}`, undefined],
    ["Fly", `2026-11-25T05:21:39Z app[148e21ea7de389] fra [info] ${SAID}`, undefined],
    ["a job's log of GitHub", `2026-11-25T05:21:39.1234567Z ##[error]${SAID}`, undefined],
    ["what gh prints of it", `deploy\tMigrate the database\t2026-11-25T05:21:39.1234567Z ${SAID}`, undefined],
    ["colours", `\u001b[90m2026-11-25T05:21:39Z\u001b[39m \u001b[31m${SAID}\u001b[0m`, undefined],
    ["JSON", JSON.stringify({ level: "error", message: SAID }), undefined],
    [
      "pino's JSON",
      JSON.stringify({ level: 50, msg: "start", err: { message: SAID } }).replace("start", "x"),
      undefined,
    ],
    [
      "a time, an instance and JSON",
      `2026-11-25T05:21:39.785Z [gv7ph] ${JSON.stringify({ msg: SAID })}`,
      "gv7ph",
    ],
    ["JSON in JSON", JSON.stringify({ message: JSON.stringify({ msg: SAID }) }), undefined],
    ["journald and an own program", `Nov 25 05:21:39 web-1 uvicorn[41]: ${SAID}`, undefined],
    [
      "the API's JSON",
      JSON.stringify({
        timestamp: "2026-11-25T05:21:39Z",
        message: SAID,
        labels: [{ name: "instance", value: "i-1" }],
      }),
      "i-1",
    ],
  ];
  for (const [what, line, instance] of forms) {
    it(`is found behind ${what}`, () => {
      const message = messageOf(line);
      if (what === "pino's JSON") assert.equal(message.text, `x: ${SAID}`);
      else assert.equal(message.text, SAID);
      assert.deepEqual([message.instance, message.foreign], [instance, false]);
    });
  }

  for (const line of [
    "Nov 25 05:21:39 web-1 sshd[41]: error: Bind to port 22 on 0.0.0.0 failed: Address already in use.",
    "2026-11-25T05:21:39.000Z db-2 postgres[7]: FATAL: password authentication failed for user root",
    "[   12.345678] Out of memory: Killed process 7",
  ]) {
    it(`is the system's own in ${line.slice(0, 50)}`, () => assert.equal(messageOf(line).foreign, true));
  }

  it("is there for any text", () => {
    fc.assert(fc.property(fc.string(), (line) => void messageOf(line)));
  });
});

const eventAt = (message: string, line: number) =>
  eventOf(rowOf(LOG_EVENTS, message, stemsIn(message)), message, line);

describe("The events of a log", () => {
  for (const { kind, example } of LOG_EVENTS) {
    it(`are known: ${kind}, ${example.slice(0, 50)}`, () =>
      assert.equal(eventAt(messageOf(example).text, 1)?.kind, kind));
  }

  it("tell host and port", () => {
    const { host, port } =
      eventAt("INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)", 3) ?? {};
    assert.deepEqual([host, port], ["127.0.0.1", 8000]);
  });
});
