import assert from "node:assert/strict";
import type { ErrorLine } from "../../../diagnosis/log/error-words";
import { meantBy } from "../../../diagnosis/reasoning/meant-line";

const lineOf = (line: number, weight: number, text: string): ErrorLine => ({ line, weight, text });

describe("The line that says what failed", () => {
  const loud = lineOf(4, 6, "Error: execution error at templates/secrets.yaml");

  it("is one after a line whose words say only that something failed", () => {
    const before = lineOf(2, 3, 'Release "shop" does not exist. Installing it now.');
    const after = lineOf(5, 4, 'The secret "shop" does not contain the key "shop-password"');
    assert.equal(meantBy(loud, [before, loud, after]), after);
  });

  it("is the line itself where its own words say it", () => {
    const own = lineOf(4, 6, "Error: connect ECONNREFUSED 10.0.0.4:5432 (database)");
    assert.equal(meantBy(own, [own, lineOf(5, 4, "There is no package called 'shop'")]), own);
  });

  it("is no line far from it, and none that a logger calls information", () => {
    const far = lineOf(40, 4, "Error: environment variable SHOP_URL is not set");
    const mild = lineOf(5, 2, "INFO no package called 'shop', going on without");
    assert.equal(meantBy(loud, [loud, mild, far]), loud);
  });
});
