import assert from "node:assert/strict";
import {
  deriveEndpoint,
  endpointForm,
  meantRegion,
  POOLER_HOST,
  parseProjectRef,
  projectRefOf,
  supabaseHost,
  tenantOf,
} from "../../../databases";

const REF = "apbkobhfnmcqqzqeeqss";
const POOLER = "aws-1-us-east-2.pooler.supabase.com";

describe("Supabase's endpoints", () => {
  const projectRef = parseProjectRef(REF);
  assert.ok(projectRef);
  const derived = [
    ["direct", `db.${REF}.supabase.co`, 5432, "app", "session"],
    ["session", POOLER, 5432, `app.${REF}`, "session"],
    ["transaction", POOLER, 6543, `app.${REF}`, "transaction"],
  ] as const;
  for (const [connection, host, port, user, mode] of derived) {
    it(`are derived for a ${connection} connection, and name their project`, () => {
      const endpoint = deriveEndpoint({ projectRef, poolerHost: POOLER, connection, role: "app" });
      assert.deepEqual(endpoint, { host, port, user, mode });
      assert.equal(endpointForm(host, port)?.form, connection);
      assert.equal(projectRefOf(host, user, {}), REF);
    });
  }

  it("include the dedicated pooler, whose port is the transaction pooler's and whose host is the project's", () => {
    assert.equal(endpointForm(`db.${REF}.supabase.co`, 6543)?.form, "dedicated");
  });

  it("have regions that are named after a side, so that a slip in it is no new one", () => {
    const meant = (region: string) => meantRegion(`aws-1-${region}.pooler.supabase.com`);
    assert.equal(meant("eu-centrl-1"), "eu-central-1");
    assert.equal(meant("ap-southest-1"), "ap-southeast-1");
    for (const region of ["eu-central-1", "il-central-1", "ap-southeast-7", "mx-central-1"])
      assert.equal(meant(region), undefined);
  });

  it("have poolers of these names only", () => {
    for (const host of [POOLER, "aws-0-ap-southeast-1.pooler.supabase.com"]) assert.match(host, POOLER_HOST);
    for (const host of [
      "aws-us-east-2.pooler.supabase.com",
      "aws-0-[region].pooler.supabase.com",
      `${POOLER}.acme.com`,
    ])
      assert.doesNotMatch(host, POOLER_HOST);
  });

  it("are told apart by host, without regard to case or a final dot", () => {
    assert.equal(supabaseHost(`${POOLER.toUpperCase()}.`), "pooler");
    assert.equal(supabaseHost(`db.${REF}.supabase.co`), "direct");
    assert.equal(supabaseHost(`${REF}.supabase.co`), "api");
    assert.equal(supabaseHost("db.supabase.co.acme.com"), undefined);
  });

  const tenants: readonly (readonly [string, Record<string, string>, string | undefined])[] = [
    [`app.${REF}`, {}, REF],
    [`a.b.${REF}`, {}, REF],
    ["app", {}, undefined],
    ["app", { options: `reference=${REF}` }, REF],
    ["app.other", { options: `-c search_path=x reference=${REF}` }, REF],
  ];
  for (const [user, parameters, tenant] of tenants) {
    it(`find the tenant of ${user} ${JSON.stringify(parameters)}`, () => {
      assert.equal(tenantOf(user, parameters), tenant);
    });
  }

  it("take a project reference of twenty lowercase letters and nothing else", () => {
    for (const text of ["", REF.slice(1), `${REF}a`, REF.toUpperCase(), "your-staging-project", `${REF}\n`])
      assert.equal(parseProjectRef(text), undefined, text);
  });
});
