import assert from "node:assert/strict";
import { targetOf } from "../../../rehearsal/pooler/tenant";

const SESSION = { generation: "current", mode: "session" } as const;

describe("The tenant that a client means", () => {
  const rest = { database: "postgres", searchPath: undefined, applicationName: "Supavisor" };
  const CASES: readonly [string, Record<string, string>, object][] = [
    ["is named after the user's last dot", { user: "a.b.ref" }, { role: "a.b", reference: "ref", ...rest }],
    [
      "is named by options before the user",
      { user: "a.b", options: "reference=ref" },
      { role: "a.b", reference: "ref", ...rest },
    ],
    [
      "is found among other options",
      { user: "a", options: "-c search_path=x reference=ref" },
      { role: "a", reference: "ref", ...rest, searchPath: "x" },
    ],
    [
      "has the database that was asked for",
      { user: "a.ref", database: "app", search_path: "y", application_name: "me" },
      { role: "a", reference: "ref", database: "app", searchPath: "y", applicationName: "me" },
    ],
  ];
  for (const [title, parameters, target] of CASES)
    it(title, () => assert.deepEqual(targetOf(parameters, SESSION), target));

  it("has the pooler's application name in transaction mode", () => {
    const target = targetOf({ user: "a.ref", application_name: "me" }, { ...SESSION, mode: "transaction" });
    assert.equal(target.applicationName, "Supavisor");
  });

  const REFUSED: readonly [string, Record<string, string>, RegExp][] = [
    ["no dot", { user: "postgres" }, /^\(ENOIDENTIFIER\)/],
    ["an option of another name", { user: "postgres", options: "preference=ref" }, /^\(ENOIDENTIFIER\)/],
    ["no user", {}, /^\(EINVALIDUSERINFO\)/],
    ["a space", { user: "a b.ref" }, /^\(EINVALIDUSERINFO\)/],
    ["a quote in the database", { user: "a.ref", database: 'x"' }, /^\(EINVALIDUSERINFO\)/],
  ];
  for (const [title, parameters, words] of REFUSED)
    it(`is not known with ${title}`, () =>
      assert.throws(() => targetOf(parameters, SESSION), { message: words }));
});
