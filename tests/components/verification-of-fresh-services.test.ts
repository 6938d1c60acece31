import assert from "node:assert/strict";
import type { VerificationInputs } from "../../components/verification/inputs";
import { DeployedKinds } from "./deployed-kind";
import { SERVICES } from "./fresh-services";

/** A declared endpoint, with what a test changes. */
const endpoint = (change: Partial<VerificationInputs["endpoints"][number]>) => ({
  ...{ name: "orders", method: "GET", path: "/orders", headers: {}, timeout: 1_000 },
  ...{ expect: { status: 200 } },
  ...change,
});

describe("A verification of services that answer in ways of their own", function () {
  this.timeout(5 * 60_000);
  let kinds: DeployedKinds;
  before(async () => {
    kinds = await DeployedKinds.open();
  });
  afterEach(() => kinds.clear());
  after(() => kinds.close());

  for (const [what, { program, expected, words, not, endpoints = [], ...change }] of Object.entries(
    SERVICES,
  )) {
    it(`${what}: ${expected}`, async () => {
      const service = await kinds.deployed({ program });
      assert.equal(await service.ended(), "live");
      const found = await service.verified({
        ...{ stability: 0, ...change },
        endpoints: endpoints.map(endpoint),
      });
      if (expected === "no pass") assert.notEqual(found.outcome, "pass", found.words);
      else assert.equal(found.outcome, expected, found.words);
      if (words !== undefined) assert.match(found.words, words);
      if (not !== undefined) assert.doesNotMatch(found.words, not);
      assert.doesNotMatch(found.words, /c4nary/);
    });
  }
});
