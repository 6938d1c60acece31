import assert from "node:assert/strict";
import { StatedText } from "../../probes/stated-text";

/** What is said against the service, or not: each sound text looks like one that is not. */
const CASES: readonly (readonly [text: string, doubt: string | undefined])[] = [
  ['{"latency":NaN,"status":"DOWN"}', "`status`: `DOWN`"],
  ['{"status":"UP","latency":NaN}', undefined],
  ['{"latency":NaN,"status":"UP","parts":{"db":{"status":"DOWN"}}}', undefined],
  ['{"note":"a } of \\"status\\": \\"DOWN\\"","latency":Infinity,"status":"UP"}', undefined],
  ["{'status': 'DOWN', 'db': None}", "`status`: `DOWN`"],
  ["{'status': 'UP', 'db': {'status': 'DOWN'}}", undefined],
  ["{'ok': False}", "`ok`: `False`"],
  ["{'ok': True, 'failed': False}", undefined],
  ['{"status":"starting",}', "`status`: `starting`"],
  ["status: DOWN\n", "`status`: `DOWN`"],
  ["status: ok\nerror: none\n", undefined],
  ["status: ok\ndatabase:\n  status: down\n", undefined],
  ["status: down the road\n", undefined],
  ["status=UP", undefined],
  ["status=DOWN", "`status`: `DOWN`"],
  ["# HELP status error\nstatus 1\n", undefined],
  ["ok", undefined],
  ["the status: down is never said here", undefined],
  ["<health><status>DOWN</status></health>", "`status`: `DOWN`"],
  ['<?xml version="1.0"?>\n<health><name>shop</name><status>DOWN</status></health>', "`status`: `DOWN`"],
  ['<health status="DOWN"/>', "`status`: `DOWN`"],
  ["<health><status>UP</status><db><status>DOWN</status></db></health>", undefined],
  ["<health><db><status>DOWN</status></db><status>UP</status></health>", undefined],
];

describe("What an answer that no parser takes says of the service", () => {
  for (const [text, doubt] of CASES) {
    it(`is read in ${JSON.stringify(text)}`, () => {
      const read = new StatedText("text/plain");
      for (const byte of Buffer.from(text)) read.add(Buffer.from([byte]));
      assert.equal(read.problem(), undefined);
      assert.equal(read.doubt(), doubt && `it says ${doubt}`);
    });
  }

  it("is read in the charset that its type names", () => {
    const read = new StatedText("application/json; charset=utf-16le");
    read.add(Buffer.from('{"status":"DOWN"}', "utf16le"));
    assert.equal(read.doubt(), "it says `status`: `DOWN`");
  });
});
