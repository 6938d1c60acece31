import assert from "node:assert/strict";
import { promotedServices, type ServiceOutput } from "../../../cli/promote/promoted-services";

const COMMIT = "a".repeat(40);
const DIGEST = `sha256:${"b".repeat(64)}`;
const NOW = Date.parse("2026-11-28T12:00:00Z");

const passed = (change: object = {}): ServiceOutput => ({
  verification: {
    ...{ outcome: "pass", deployId: "dep-1", commit: COMMIT, at: "2026-11-28T11:00:00Z", checks: [] },
    ...change,
  },
});

function plan(
  verified: Readonly<Record<string, ServiceOutput>>,
  change: { readonly service?: object; readonly soak?: number; readonly override?: object } = {},
) {
  const service = { key: "shop", type: "web", runtime: "python", ...change.service };
  const promotion = { from: "staging", soak: change.soak ?? 0, reasons: {} };
  const configuration = { single: true, services: [service], promotion };
  const [one] = promotedServices({
    ...{ from: "staging", verified, running: {}, now: NOW },
    configuration: configuration as never,
    override: change.override as never,
  });
  return one;
}

describe("What a service is promoted to", () => {
  it("is the commit that the other stack has verified", () => {
    const one = plan({ main: passed() });
    assert.deepEqual(one, {
      ...{ key: "main", revision: COMMIT, deploy: "dep-1", verifiedAt: "2026-11-28T11:00:00Z" },
    });
  });

  it("is an image's digest where it is one", () => {
    const service = { runtime: "image" };
    assert.equal(plan({ main: passed({ digest: DIGEST }) }, { service })?.revision, DIGEST);
    assert.match(plan({ main: passed() }, { service })?.refused ?? "", /no image by its digest/);
  });

  const refusals: readonly (readonly [string, Readonly<Record<string, ServiceOutput>>, RegExp])[] = [
    ["a stack that was never deployed", {}, /no verified service: type `pulumi up -s staging`/],
    ["a verification that failed", { main: passed({ outcome: "fail" }) }, /verified no git commit/],
    ["one that was not decided", { main: passed({ outcome: "not-decided" }) }, /verified no git commit/],
    ["one of an earlier version", { main: passed({ commit: undefined }) }, /deploy staging again/],
    ["a service of another key", { api: passed() }, /no service main, but api/],
  ];
  for (const [what, verified, words] of refusals) {
    it(`is nothing after ${what}`, () => {
      const one = plan(verified);
      assert.match(one?.refused ?? "", words);
      assert.equal(one?.revision, undefined);
    });
  }

  it("is refused until the other stack has verified it for as long as it should", () => {
    assert.equal(plan({ main: passed() }, { soak: 3_600_000 })?.refused, undefined);
    assert.match(plan({ main: passed() }, { soak: 3_660_000 })?.refused ?? "", /for 61 min: 1 min are left/);
    assert.match(plan({ main: passed({ at: undefined }) }, { soak: 1_000 })?.refused ?? "", /not known/);
  });

  it("is an override's revision, verified or not", () => {
    const override = { revision: "c".repeat(40), reason: "urgent" };
    assert.equal(plan({}, { override })?.revision, override.revision);
    const image = plan({ main: passed({ digest: DIGEST }) }, { override, service: { runtime: "image" } });
    assert.equal(image?.revision, DIGEST);
  });

  it("is not promised of a cron job, which gets its branch's newest commit", () => {
    const one = plan({ main: passed() }, { service: { type: "cron" } });
    assert.deepEqual([one?.revision, one?.refused], [undefined, undefined]);
    assert.match(one?.note ?? "", /newest commit/);
  });
});
