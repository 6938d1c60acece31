import assert from "node:assert/strict";
import fc from "fast-check";
import { DRIVERS, formatConnectionUrl, MASK, parseConnectionUrl, redact } from "../../../domain";

const text = fc
  .string({ unit: "grapheme", minLength: 1 })
  .filter((value) => value.isWellFormed() && !value.includes("\0"));

describe("connection URLs", () => {
  it("survive being written and read, whatever stands in user, password, database and parameters", () => {
    const url = fc.record(
      {
        scheme: fc.constantFrom("postgresql", "postgres", "postgresql+asyncpg"),
        user: text,
        password: text,
        host: fc.constantFrom("localhost", "db.example.org", "10.0.0.1"),
        port: fc.integer({ min: 1, max: 65_535 }),
        database: text,
        parameters: fc.dictionary(text, text, { noNullPrototype: true }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(url, (original) => {
        const parsed = parseConnectionUrl(formatConnectionUrl(original));
        assert.deepEqual(parsed?.problems, []);
        assert.deepEqual(parsed?.url, original);
      }),
    );
  });

  it("keep every host where there are several", () => {
    const address = fc.record(
      {
        host: fc.constantFrom("db.acme.com", "10.0.0.1", "::1"),
        port: fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(address, { minLength: 2, maxLength: 4 }), ([first, ...furtherHosts]) => {
        const original = { scheme: "postgresql", user: "u", password: "p", database: "d", parameters: {} };
        const url = { host: "", port: undefined, ...first, ...original, furtherHosts };
        assert.deepEqual(parseConnectionUrl(formatConnectionUrl(url)), { url, problems: [] });
      }),
    );
  });

  it("are read alike by every driver once they are written by us", () => {
    fc.assert(
      fc.property(text, text, (user, password) => {
        const url = {
          scheme: "postgresql",
          user,
          password,
          host: "h",
          port: 1,
          database: "d",
          parameters: { k: password },
        };
        for (const { dialect } of Object.values(DRIVERS))
          assert.deepEqual(parseConnectionUrl(formatConnectionUrl(url), dialect), { url, problems: [] });
      }),
    );
  });

  it("are read alike by the WHATWG parser once they are written by us", () => {
    fc.assert(
      fc.property(text, (password) => {
        const written = formatConnectionUrl({
          scheme: "postgresql",
          user: "u",
          password,
          host: "h",
          port: 1,
          database: "d",
          parameters: {},
        });
        assert.equal(decodeURIComponent(new URL(written).password), password);
      }),
    );
  });

  it("keep an IPv6 host in its brackets", () => {
    assert.equal(parseConnectionUrl("postgresql://u@[::1]:5433/d")?.url.host, "::1");
  });

  it("end the user's part at the first @, as asyncpg and libpq do, and not at the last as browsers do", () => {
    assert.equal(parseConnectionUrl("postgresql://u:p@ss@h:5432/d")?.url.host, "ss@h");
  });

  it("lose their password, and all that may belong to it, when redacted", () => {
    for (const password of ["c4nary", "c4n@ary", "c4n/ary", "c4n#ary"]) {
      const masked = redact(`cannot connect to postgresql://u:${password}@h:5432/d today`);
      assert.ok(!masked.includes("ary"), masked);
      assert.ok(masked.includes(`u:${MASK}@h:5432/d today`), masked);
    }
  });

  it("lose a known secret in either form", () => {
    assert.equal(redact("a p@ss and p%40ss", ["p@ss"]), `a ${MASK} and ${MASK}`);
  });
});
