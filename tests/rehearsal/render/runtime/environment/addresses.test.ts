import assert from "node:assert/strict";
import { redirect } from "../../../../../rehearsal/render/runtime/environment/addresses";

const ADDRESSES = {
  "db.ref.supabase.co:5432": "127.0.0.1:7002",
  "pooler.example.com:6543": "127.0.0.1:7001",
};

const CASES = [
  ["postgresql://u:p@pooler.example.com:6543/db?a=b", "postgresql://u:p@127.0.0.1:7001/db?a=b"],
  ["postgres://u:p@Pooler.Example.com:6543/db", "postgres://u:p@127.0.0.1:7001/db"],
  ["postgresql+asyncpg://u:p@db.ref.supabase.co/db", "postgresql+asyncpg://u:p@127.0.0.1:7002/db"],
  ["postgresql://u:p%40@x@pooler.example.com:6543/db", "postgresql://u:p%40@x@127.0.0.1:7001/db"],
  ["postgresql://u:p@pooler.example.com:5432/db", "postgresql://u:p@pooler.example.com:5432/db"],
  ["postgresql://u:p@other.example.com:6543/db", "postgresql://u:p@other.example.com:6543/db"],
  ["pooler.example.com:6543", "pooler.example.com:6543"],
] as const;

describe("The rehearsed network", () => {
  for (const [from, to] of CASES) {
    it(`${from === to ? "leaves" : "leads"} ${from}${from === to ? " as it is" : ` to ${to}`}`, () => {
      const { variables, redirections } = redirect(new Map([["URL", from]]), ADDRESSES);
      assert.equal(variables.get("URL"), to);
      assert.equal(redirections.length, from === to ? 0 : 1);
      assert.doesNotMatch(JSON.stringify(redirections), /@/);
    });
  }
});
