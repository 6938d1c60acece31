import assert from "node:assert/strict";
import { isRefusedAfter, onlyDatabase } from "../../../diagnosis/reasoning/database-log";

const linesOf = (...texts: string[]) => texts.map((text, index) => ({ line: index + 1, text }));

describe("The log of a database's server", () => {
  const ready = "LOG:  database system is ready to accept connections";
  const refused = 'FATAL:  password authentication failed for user "shop"';

  it("refuses a login after a line, or before it", () => {
    assert.equal(isRefusedAfter(1, linesOf(ready, refused)), true);
    assert.equal(isRefusedAfter(2, linesOf(refused, ready)), false);
  });

  it("is in order by its last line where none reports a failure", () => {
    assert.equal(onlyDatabase(linesOf(ready, "LOG:  checkpoint starting: time"))?.line, 2);
    assert.equal(onlyDatabase(linesOf(ready, refused)), undefined);
    assert.equal(onlyDatabase([]), undefined);
  });
});
