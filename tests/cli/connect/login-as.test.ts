import assert from "node:assert/strict";
import type { DeployedRole } from "../../../cli/connect/deployed-role";
import { type DatabaseSecrets, loginAs } from "../../../cli/connect/login-as";
import type { StackDatabase } from "../../../config/stack";

const SECRETS = { password: "p", adminPassword: "a" };
const DECLARED = { role: "shop", schemas: ["shop"], adminUser: "postgres" };
const role = (change: Partial<DeployedRole> = {}): DeployedRole => ({
  ...{ urn: "urn:pulumi:staging::shop::portcullis:DatabaseRole::shop-database-role" },
  ...{ role: "shop", login: "shop", password: "p" },
  ...change,
});

interface Case {
  readonly declared?: Partial<StackDatabase>;
  readonly secrets?: DatabaseSecrets;
  readonly roles?: readonly DeployedRole[];
}

function asked({ declared = {}, secrets = SECRETS, roles }: Case) {
  const whole = { manageRole: true, importRole: false, ...DECLARED, ...declared } as StackDatabase;
  const at = { stack: "staging", database: "main", key: "portcullis:database" };
  return loginAs(at, whole, { secrets: { main: secrets }, ...(roles !== undefined && { roles }) });
}

describe("As whom `portcullis connect` asks a stack's database", () => {
  const cases: readonly (readonly [
    string,
    Case,
    login: string,
    password: string | undefined,
    said: RegExp,
  ])[] = [
    ["the role, where the newest update has made it", { roles: [role()] }, "shop", "p", /^$/],
    [
      "the login that a new password has made, with the role's privileges",
      { roles: [role({ login: "shop_3" })] },
      ...(["shop_3", "p", /^$/] as const),
    ],
    [
      "that login with its own password, where the file's is newer",
      { roles: [role({ password: "before" })] },
      ...(["shop", "before", /newer than its last update.* until `pulumi up -s staging`$/] as const),
    ],
    [
      "it with the file's, where the one of the state was seen not to hold",
      { roles: [{ urn: "u", role: "shop", login: "shop" }] },
      ...(["shop", "p", /^$/] as const),
    ],
    [
      "the administrator, before the first update",
      { roles: [] },
      "postgres",
      "a",
      /asked as its administrator, postgres$/,
    ],
    [
      "the administrator, before the update that renames the role",
      { roles: [role({ role: "store", login: "store" })] },
      ...(["postgres", "a", /has made the role shop yet/] as const),
    ],
    [
      "no one, where the administrator's password is not set either",
      { roles: [], secrets: { password: "p" } },
      ...(["postgres", undefined, /not set \(portcullis:databaseAdminPassword\): nothing logs in$/] as const),
    ],
    ["a role that is another's", { roles: [], declared: { manageRole: false } }, "shop", "p", /^$/],
    ["a role that is there already", { roles: [], declared: { importRole: true } }, "shop", "p", /^$/],
    [
      "the role, where no state is read, and says what a refusal may mean",
      {},
      "shop",
      "p",
      /^The first `pulumi up/,
    ],
    ["the role, where nothing is to log in", { secrets: {} }, "shop", undefined, /^$/],
  ];
  for (const [what, given, login, password, said] of cases) {
    it(`is ${what}`, () => {
      const found = asked(given);
      assert.deepEqual([found.role, found.password], [login, password]);
      assert.match(found.note ?? found.whenRefused ?? "", said);
      // The administrator's own reach says nothing of the service's tables.
      assert.deepEqual(found.schemas, login === "postgres" ? [] : ["shop"]);
    });
  }

  it("is the role of the database that is meant, where two have one of the same name", () => {
    const urn = (database: string) =>
      `urn:pulumi:staging::shop::portcullis:DatabaseRole::shop-${database}-database-role`;
    const roles = [
      role({ urn: urn("reports"), login: "shop_2" }),
      role({ urn: urn("main"), login: "shop_4" }),
    ];
    assert.equal(asked({ roles }).role, "shop_4");
  });
});
