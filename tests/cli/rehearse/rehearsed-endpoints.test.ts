import assert from "node:assert/strict";
import { asRehearsed, leftOutOf } from "../../../cli/rehearse/rehearsed-endpoints";

const HERE = { name: "health", path: "/health" };
const ELSEWHERE = { name: "payment", path: "/pay", rehearse: false };

/** Where a stack says what is asked, and what a rehearsal makes of it. */
const CASES: readonly [string, Record<string, unknown>, Record<string, unknown>][] = [
  [
    "beside the only service",
    { "portcullis:service": { name: "shop" }, "portcullis:verify": { endpoints: [HERE, ELSEWHERE] } },
    { "portcullis:service": { name: "shop" }, "portcullis:verify": { endpoints: [HERE], records: false } },
  ],
  [
    "inside the only service",
    { "portcullis:service": { name: "shop", verify: { endpoints: [HERE, ELSEWHERE] } } },
    { "portcullis:service": { name: "shop", verify: { endpoints: [HERE], records: false } } },
  ],
  [
    "inside each of several, and of one that says nothing",
    {
      "portcullis:services": {
        api: { verify: { endpoints: [HERE, ELSEWHERE] } },
        worker: { type: "worker" },
      },
    },
    {
      "portcullis:services": {
        api: { verify: { endpoints: [HERE], records: false } },
        worker: { type: "worker", verify: { records: false } },
      },
    },
  ],
  [
    "nowhere",
    { "portcullis:service": {} },
    { "portcullis:service": {}, "portcullis:verify": { records: false } },
  ],
];

describe("The checks of a rehearsed stack", () => {
  for (const [title, config, expected] of CASES) {
    it(`leave out what says so and file no records: ${title}`, () => {
      assert.deepEqual(asRehearsed(config), expected);
    });

    it(`are listed where they are left out: ${title}`, () => {
      assert.deepEqual(leftOutOf(config), JSON.stringify(config).includes("payment") ? ["payment"] : []);
    });
  }
});
