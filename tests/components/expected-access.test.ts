import assert from "node:assert/strict";
import { expectedAccess } from "../../components/database-role";

describe("What a verification is to find that a role may do", () => {
  const other = { driver: "asyncpg", manageRole: false } as const;
  const found = async (args: Parameters<typeof expectedAccess>[0]): Promise<unknown> => {
    const expected = expectedAccess(args);
    return expected && new Promise((resolve) => expected.apply(resolve));
  };

  it("is what the stack gives it, by default to read and write what is in `public`", async () => {
    assert.deepEqual(await found({ driver: "asyncpg" }), { privileges: "read-write", schemas: ["public"] });
  });

  it("is not known of another's role of which nothing is declared", async () => {
    assert.equal(await found({ ...other, schemas: ["public"] }), undefined);
  });

  it("is what is declared of another's role, in the schemas that are", async () => {
    const read = { privileges: "read", schemas: ["public"] };
    assert.deepEqual(await found({ ...other, privileges: "read" }), read);
    assert.deepEqual(await found({ ...other, schemas: ["app"] }), { schemas: ["app"] });
  });
});
