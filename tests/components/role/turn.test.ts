import assert from "node:assert/strict";
import { type ManagedRole, type RoleInputs, UNKNOWN } from "../../../components/role/inputs";
import { diff } from "../../../components/role/preview";
import { CLOSED_LOGINS_PROVIDER, ROLE_PROVIDER } from "../../../components/role/provider";
import { loginOf, nextLogin } from "../../../components/role/turn";

const server = { host: "db.shop.internal", port: 5432, tenant: "", database: "postgres", sslmode: "prefer" };
const now = {
  ...{ manage: true, server, adminUser: "postgres", adminPassword: "a", addresses: {} },
  ...{ role: "shop", login: "", password: "one", importRole: false, privileges: "read-write" },
  ...{ schemas: ["public"], owners: ["postgres"], bypassRowLevelSecurity: false },
} as ManagedRole;

describe("What a service logs in as", () => {
  const rows: readonly [string, Partial<RoleInputs> | undefined, Partial<ManagedRole>, string][] = [
    ["is the role itself at first", undefined, {}, "shop"],
    ["stays while the password does", { ...now, login: "shop_3" }, { privileges: "read" }, "shop_3"],
    ["is a login of its own for a new password", { ...now, login: "shop" }, { password: "two" }, "shop_2"],
    ["is the next one for each that follows", { ...now, login: "shop_9" }, { password: "two" }, "shop_10"],
    ["is the role itself under a new name", { ...now, role: "store", login: "store_2" }, {}, "shop"],
    [
      "is the role itself at another server",
      { ...now, login: "shop_2", server: { ...server, host: "new" } },
      {},
      "shop",
    ],
    [
      "stays where only the encryption changes",
      { ...now, login: "shop_2", server: { ...server, sslmode: "require" } },
      {},
      "shop_2",
    ],
    [
      "is what it was where the role is taken over",
      { manage: false, role: "shop", login: "shop_2" },
      {},
      "shop_2",
    ],
    ["is not known before the password is", { ...now, login: "shop" }, { password: UNKNOWN }, UNKNOWN],
    ["is not known before the role is", { ...now, login: "shop" }, { role: UNKNOWN }, UNKNOWN],
    ["is known for a password that is made in the same update", undefined, { password: UNKNOWN }, "shop"],
  ];
  for (const [title, before, change, login] of rows) {
    it(title, () => assert.equal(loginOf(before, { ...now, ...change }), login));
  }

  it("stays where the role is given up", () => {
    const before = { ...now, login: "shop_2" };
    assert.equal(loginOf(before, { manage: false, role: "shop", login: "" }), "shop_2");
  });

  it("has no more than the 63 characters that PostgreSQL keeps", () => {
    const long = "r".repeat(63);
    assert.equal(nextLogin(long, long), `${"r".repeat(61)}_2`);
    assert.equal(nextLogin(long, `${"r".repeat(61)}_9`), `${"r".repeat(60)}_10`);
  });
});

describe("The role's diff", () => {
  const state = { ...now, missing: [], denied: ["GRANT CREATE ON SCHEMA public TO shop"], __provider: "old" };
  const rows: readonly [string, Record<string, unknown>, Record<string, unknown>, boolean][] = [
    ["nothing", {}, {}, false],
    ["the provider's text", {}, { __provider: "new" }, false],
    ["a consent to take over", {}, { importRole: true }, false],
    ["another login", {}, { login: "shop_2" }, true],
    ["fewer privileges", {}, { privileges: "read" }, true],
    ["another administrator's password, which a deletion needs", {}, { adminPassword: "b" }, true],
    ["grants that a refresh missed", { missing: ["GRANT SELECT …"] }, {}, true],
    ["logins that were left open", { leftOpen: ["shop"] }, {}, true],
    ["what the service was seen to use", { used: ["shop"] }, { used: UNKNOWN }, false],
  ];
  for (const [what, olds, news, changes] of rows) {
    it(`${changes ? "sees" : "does not see"} ${what}`, async () => {
      const { missing: _, denied: __, ...inputs } = state;
      assert.deepEqual(await diff("shop", { ...state, ...olds }, { ...inputs, ...news }), { changes });
    });
  }
});

describe("The role's providers as Pulumi keeps them", () => {
  const evaluated = (text: string): string[] => {
    const module = { exports: {} as { handler(): Record<string, unknown> } };
    new Function("exports", "require", text)(module.exports, require);
    return Object.keys(module.exports.handler()).toSorted();
  };

  it("are a few lines with the methods that Pulumi calls, and nothing of this machine", () => {
    assert.deepEqual(evaluated(ROLE_PROVIDER), ["check", "create", "delete", "diff", "read", "update"]);
    assert.deepEqual(evaluated(CLOSED_LOGINS_PROVIDER), ["create", "delete", "diff", "update"]);
    for (const text of [ROLE_PROVIDER, CLOSED_LOGINS_PROVIDER]) {
      assert.ok(text.length < 1_200, `${text.length} characters`);
      for (const stray of [process.cwd(), "PULUMI_", "assword"]) assert.ok(!text.includes(stray), stray);
    }
  });
});
