import assert from "node:assert/strict";
import { type ConnectionUrl, parseConnectionUrl, SQLALCHEMY } from "../../../domain";

/** What SQLAlchemy 2.1.9's make_url answered; undefined where it raised an error. */
const MEASURED: readonly (readonly [string, Partial<ConnectionUrl> | undefined])[] = [
  [
    "postgresql+asyncpg://u:p/x?y#z@h:1/d",
    { user: "u", password: "p/x?y#z", host: "h", port: 1, database: "d" },
  ],
  ["postgresql+asyncpg://u%40a:p%2Bx+y@h/d", { user: "u@a", password: "p+x+y" }],
  ["postgresql+asyncpg://u:p@%68ost/d", { host: "%68ost" }],
  ["postgresql+asyncpg://u:p@[::1]:5433/d", { host: "::1", port: 5433 }],
  ["postgresql+asyncpg://u:p%zz@h/d", { password: "p%zz" }],
  ["postgresql+asyncpg://u@x@h/d", { user: "u@x", host: "h" }],
  ["postgresql+asyncpg://u:p@h/d?a=b+c&e&f=&g=1&g=2", { parameters: { a: "b c", g: "2" } }],
  ["postgresql+asyncpg:///d", { user: "", host: "", database: "d" }],
  [
    "sqlite:////usr/local/_xtest@example.com/members.db",
    { user: "", host: "", database: "/usr/local/_xtest@example.com/members.db" },
  ],
  ["postgresql+asyncpg://u:p@h:/d", undefined],
  ["postgresql+asyncpg://u:p@[::1]:/d", undefined],
  ["postgresql+asyncpg://u:p@h:x/d", undefined],
  ["postgresql+asyncpg://u:p@h1:1,h2:2/d", undefined],
];

describe("connection URLs, read as SQLAlchemy does", () => {
  for (const [text, expected] of MEASURED) {
    it(`${expected === undefined ? "are refused" : "have the same parts"}: ${text}`, () => {
      const parsed = parseConnectionUrl(text, SQLALCHEMY);
      assert.ok(parsed);
      assert.equal(parsed.problems.length > 0, expected === undefined, JSON.stringify(parsed.problems));
      for (const [key, value] of Object.entries(expected ?? {}))
        assert.deepEqual(parsed.url[key as keyof ConnectionUrl], value, key);
    });
  }
});
