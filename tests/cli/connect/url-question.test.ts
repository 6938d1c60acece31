import assert from "node:assert/strict";
import { questionOfUrl } from "../../../cli/connect/url-question";

describe("A typed URL that connect is to ask", () => {
  const refused: readonly [string, RegExp][] = [
    [
      "mysql://shop:c4nary@db.example/shop",
      /^DB is no PostgreSQL URL: expected `postgresql:\/\/…`, got `mysql:\/\/…`\./,
    ],
    ["postgressql://shop:c4nary@db.example/shop", /expected `postgresql:\/\/…`, got `postgressql:\/\/…`\./],
    ["c4nary", /expected `postgresql:\/\/…`, got text without a scheme\./],
    ["postgresql://shop:c4nary@/shop", /it names no host/],
  ];
  for (const [url, words] of refused) {
    it(`is refused, and not quoted: ${url.replace("c4nary", "…")}`, () => {
      assert.throws(
        () => questionOfUrl(url, undefined, "DB"),
        ({ message }: Error) => words.test(message) && !message.includes("c4nary"),
      );
    });
  }

  it("may have the scheme of a framework or a driver", () => {
    for (const scheme of ["postgresql", "postgres", "postgresql+asyncpg", "ecto", "postgis"]) {
      const { address } = questionOfUrl(`${scheme}://shop:x@db.example:6000/shop`, undefined, "DB");
      assert.deepEqual([address.host, address.port], ["db.example", 6000], scheme);
    }
  });
});
