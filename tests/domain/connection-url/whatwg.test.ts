import assert from "node:assert/strict";
import { LIBPQ, parseConnectionUrl, SQLALCHEMY, URLLIB, WHATWG } from "../../../domain";
import { sample } from "./oracle";

describe("connection URLs, read as browsers and node-postgres do", () => {
  it("agree with `new URL` on user, password and host wherever neither sees a problem", () => {
    let compared = 0;
    for (const text of sample(6_000)) {
      const parsed = parseConnectionUrl(text, WHATWG);
      const theirs = URL.canParse(text) ? new URL(text) : undefined;
      // `new URL` knows nothing of empty hosts with a port, and checks no escape.
      if (parsed === undefined || theirs === undefined || parsed.problems.length > 0) continue;
      compared += 1;
      assert.equal(encoded(parsed.url.user), encoded(theirs.username), text);
      assert.equal(encoded(parsed.url.password ?? ""), encoded(theirs.password), text);
      assert.equal(encoded(parsed.url.host), encoded(theirs.hostname.replace(/^\[|\]$/g, "")), text);
      assert.equal(String(parsed.url.port ?? ""), theirs.port, text);
    }
    assert.ok(compared > 300, String(compared));
  });

  const RAW_AT = "postgresql://u:p@ss@h:5432/d";
  for (const dialect of [LIBPQ, URLLIB, SQLALCHEMY]) {
    it(`disagree with ${dialect.name}, which ends the user's part at the first @`, () => {
      const parsed = parseConnectionUrl(RAW_AT, dialect);
      assert.equal(parsed?.url.host, "ss@h");
      assert.deepEqual(
        parsed?.problems.map(({ part }) => part),
        ["password"],
      );
      assert.equal(parseConnectionUrl(RAW_AT, WHATWG)?.url.host, new URL(RAW_AT).hostname);
    });
  }

  it("are refused for a raw delimiter in the password, which SQLAlchemy alone reads over", () => {
    for (const character of ["/", "?", "#"]) {
      const text = `postgresql://u:p${character}x@h:1/d`;
      assert.equal(URL.canParse(text), false, text);
      assert.ok(
        parseConnectionUrl(text, WHATWG)?.problems.some(({ part }) => part === "password"),
        text,
      );
      assert.deepEqual(parseConnectionUrl(text, SQLALCHEMY)?.problems, [], text);
      assert.equal(parseConnectionUrl(text, SQLALCHEMY)?.url.password, `p${character}x`);
    }
  });
});

/** The WHATWG parser encodes what it keeps; compared are the texts that both spellings mean. */
function encoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) =>
    Buffer.from(escapes.replaceAll("%", ""), "hex").toString(),
  );
}
