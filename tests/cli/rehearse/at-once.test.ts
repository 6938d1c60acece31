import assert from "node:assert/strict";
import { atOnce } from "../../../cli/rehearse/at-once";
import type { StackFile } from "../../../cli/stacks/stack-file";

const stack = (name: string, databases: Record<string, string>): StackFile => ({
  ...{ stack: name, secretKeys: [], secretPlaces: [], config: databases },
});
const of = ({ config }: StackFile) => Object.entries(config) as [string, string][];

describe("What several stacks have in one rehearsal", () => {
  it("is all of it, where one name means one thing", () => {
    const files = [stack("staging", { a: "1", shared: "2" }), stack("production", { b: "3", shared: "2" })];
    assert.deepEqual(Object.fromEntries(atOnce(files, of, "the address")), { a: "1", shared: "2", b: "3" });
  });

  it("is refused where one name means two things, with both stacks", () => {
    const files = [stack("staging", { "db:5432": "1" }), stack("production", { "db:5432": "2" })];
    assert.throws(
      () => atOnce(files, of, "the address"),
      /staging and production both have the address db:5432, and each means another one: name one of the two stacks/,
    );
  });
});
