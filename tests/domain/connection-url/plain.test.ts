import assert from "node:assert/strict";
import * as dialects from "../../../domain/connection-url/dialect";
import { parseConnectionUrl } from "../../../domain/connection-url/parse";

const PLAIN = [
  "postgresql://app:k3JqL9vX@db.acme.io:5432/acme",
  "postgresql+asyncpg://app.abcdefghijklmnopqrst:k3-J_q~L9@aws-0-us-west-1.pooler.supabase.com:6543/postgres?sslmode=require",
  "postgres://app:k3JqL9vX@10.0.0.7:70000/acme?sslmode=verify-full&connect_timeout=10&host=other.io",
];

/** The same URL with the password's first letter as an escape, which each dialect takes apart by itself. */
const withEscape = (url: string): string => url.replace(":k3", ":%6B3");

describe("a URL without any sign that is read in several ways", () => {
  for (const dialect of Object.values(dialects))
    it(`is to ${dialect.name} what it says`, () => {
      for (const url of PLAIN)
        assert.deepEqual(parseConnectionUrl(url, dialect), parseConnectionUrl(withEscape(url), dialect), url);
    });

  it("is not one with an empty port, a second host or a blank value", () => {
    const hosts = (url: string) =>
      [dialects.LIBPQ, dialects.SQLALCHEMY].map(
        (dialect) => parseConnectionUrl(url, dialect)?.problems.length,
      );
    assert.deepEqual(hosts("postgresql://app:k3JqL9vX@db.acme.io:/acme"), [0, 1]);
    assert.deepEqual(hosts("postgresql://app:k3JqL9vX@a.acme.io:5432,b.acme.io:5432/acme"), [0, 1]);
    const values = [dialects.LIBPQ, dialects.URLLIB].map(
      (dialect) =>
        parseConnectionUrl("postgresql://app:k3JqL9vX@a.acme.io:5432/acme?options=", dialect)?.url.parameters,
    );
    assert.deepEqual(values, [{ options: "" }, {}]);
  });
});
