import assert from "node:assert/strict";
import { diff } from "../../components/verification/diff";
import { VERIFICATION_PROVIDER } from "../../components/verification/provider";

describe("The verification's provider as Pulumi keeps it", () => {
  it("is a few lines that load the project's own module, with no path, secret or configuration of this machine", () => {
    process.env.RENDER_API_KEY ??= "rnd_c4narys3cretv4lue";
    assert.ok(VERIFICATION_PROVIDER.length < 1_000, `${VERIFICATION_PROVIDER.length} characters`);
    for (const stray of [process.cwd(), process.env.RENDER_API_KEY, "PULUMI_", "apiKey"]) {
      assert.ok(!VERIFICATION_PROVIDER.includes(stray), stray);
    }
  });

  it("has the methods that Pulumi calls", () => {
    const evaluated = { exports: {} as { handler(): Record<string, unknown> } };
    new Function("exports", "require", VERIFICATION_PROVIDER)(evaluated.exports, require);
    const provider = evaluated.exports.handler();
    assert.deepEqual(Object.keys(provider).toSorted(), ["create", "delete", "diff", "update"]);
  });
});

describe("The verification's diff", () => {
  const state = {
    deployId: "dep-1",
    endpoints: [{ name: "health", path: "/health" }],
    rollback: false,
    environment: "staging",
    records: false,
    result: { outcome: "pass" },
    __provider: "old text",
  };
  const cases: readonly [string, Record<string, unknown>, boolean][] = [
    ["a new deploy", { deployId: "dep-2" }, true],
    ["a deploy that a preview does not know yet", { deployId: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }, true],
    ["another endpoint", { endpoints: [{ name: "health", path: "/healthz" }] }, true],
    ["nothing", {}, false],
    ["the provider's text", { __provider: "new text" }, false],
    ["what happens on failure", { rollback: true }, false],
    ["the key, which no state keeps", { renderApiKey: "rnd_other" }, false],
  ];
  for (const [what, change, changes] of cases) {
    it(`${changes ? "asks again" : "asks nothing"} for ${what}`, async () => {
      const { result: _, ...inputs } = state;
      assert.deepEqual(await diff("srv-1", state, { ...inputs, ...change }), { changes });
    });
  }
});
