import assert from "node:assert/strict";
import { databaseEndpoint } from "../../components/database-endpoint";

const supabase = {
  projectRef: "abcdefghijklmnopqrst",
  poolerHost: "aws-0-us-west-1.pooler.supabase.com",
  connection: "session",
} as const;

describe("A declared database's URL", () => {
  it("asks for TLS as the driver has it", () => {
    const { parameters } = databaseEndpoint({ driver: "asyncpg", role: "shop", name: "postgres", supabase });
    assert.deepEqual(parameters, { sslmode: "require" });
  });

  for (const driver of ["tortoise-asyncpg", "pg8000"] as const)
    it(`has no parameter for TLS that ${driver} would refuse`, () => {
      for (const sslmode of [undefined, "require"]) {
        const { parameters } = databaseEndpoint({
          driver,
          role: "shop",
          name: "postgres",
          supabase,
          sslmode,
        });
        assert.deepEqual(parameters, {});
      }
    });
});
