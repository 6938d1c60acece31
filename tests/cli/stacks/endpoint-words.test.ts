import assert from "node:assert/strict";
import { endpointWords } from "../../../cli/stacks/endpoint-words";

describe("The words for a database's address", () => {
  for (const [host, port, mode, words] of [
    ["aws-0-us-west-1.pooler.supabase.com", 5432, "session", "(session)"],
    ["aws-0-us-west-1.pooler.supabase.com", 6543, "transaction", "(transaction)"],
    ["db.abcdefghijklmnopqrst.supabase.co", 5432, "session", "(direct)"],
    ["db.abcdefghijklmnopqrst.supabase.co", 6543, "transaction", "(dedicated)"],
    ["pgbouncer.internal", 6432, "transaction", "(transaction)"],
    ["db", 5432, "session", ""],
  ] as const) {
    it(`say of ${host}:${port} ${words === "" ? "nothing more: no pooler is known there" : words}`, () => {
      assert.equal(endpointWords(host, port, mode), `${host}:${port}${words === "" ? "" : ` ${words}`}`);
    });
  }
});
