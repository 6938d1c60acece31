import assert from "node:assert/strict";
import fc from "fast-check";
import { LIBPQ, NET_URL, POSTGRES_JS, parseConnectionUrl, SQLALCHEMY, URLLIB, WHATWG } from "../../../domain";

const CANARY = "c4nary";
const delimiter = fc.constantFrom(..."@:/?#[]%&=+, ", "%zz", "%00", "%40", "");

describe("what is said of a bad URL", () => {
  it("never quotes the password, wherever the URL is cut", () => {
    const password = fc
      .tuple(delimiter, delimiter, delimiter)
      .map(([a, b, c]) => `${a}${CANARY}${b}x${c}${CANARY}`);
    const rest = fc.constantFrom("@h:5432/d", "@h", "@/d?a=b", "", "@h:x/d?y", "@[::1");
    fc.assert(
      fc.property(password, rest, (secret, tail) => {
        for (const dialect of [LIBPQ, URLLIB, SQLALCHEMY, WHATWG, POSTGRES_JS, NET_URL]) {
          const said = JSON.stringify(
            parseConnectionUrl(`postgresql://u:${secret}${tail}`, dialect)?.problems,
          );
          assert.ok(!said.includes(CANARY), said);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
