import assert from "node:assert/strict";
import type { VerificationInputs } from "../../components/verification/inputs";
import { DeployedKinds } from "./deployed-kind";
import { BROKEN_SERVICES } from "./fresh-services";
import { SOUND_SERVICES } from "./fresh-sound-services";

const SERVICES = { ...BROKEN_SERVICES, ...SOUND_SERVICES };

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

  for (const [
    what,
    { program, expected, words, not, endpoints = [], deadline = 60_000, ...change },
  ] of Object.entries(SERVICES)) {
    it(`${what}: ${expected}`, async () => {
      const service = await kinds.deployed({ program });
      assert.equal(await service.ended(), "live");
      const found = await service.verified({
        ...{ stability: 0, ...change },
        endpoints: endpoints.map(endpoint),
        schedule: {
          ...{ initialDelay: 0, interval: 200, count: 1, failureLimit: 0, deadline },
          ...{ consecutiveErrorLimit: 4, consecutiveSuccessLimit: 0 },
        },
      });
      if (expected === "no pass") assert.notEqual(found.outcome, "pass", found.words);
      else assert.equal(found.outcome, expected, found.words);
      if (words !== undefined) assert.match(found.words, words);
      if (not !== undefined) assert.doesNotMatch(found.words, not);
      assert.doesNotMatch(found.words, /c4nary/);
    });
  }
});
