import assert from "node:assert/strict";
import { refusedStatement } from "../../../components/role/refusals";

describe("Why a role could not be made", () => {
  const refused = (code: string) =>
    refusedStatement("make the role `shop`", "postgres", Object.assign(new Error("no"), { code })).message;

  it("says what makes a database read only, as a full disk does at Supabase", () => {
    assert.match(
      refused("25006"),
      /25006: no\. .*`default_transaction_read_only` is on: Supabase .* disk is full/,
    );
  });

  it("says of all else what PostgreSQL says", () => {
    assert.equal(
      refused("42501"),
      "The administrator `postgres` could not make the role `shop`: PostgreSQL says 42501: no.",
    );
  });
});
