import assert from "node:assert/strict";
import { asRehearsed, endpointsOf, leftOutOf } from "../../../cli/rehearse/rehearsed-endpoints";

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
        nightly: { type: "cron" },
        slow: { type: "cron", verify: { run: "20m" } },
        left: { type: "cron", verify: { run: false } },
      },
    },
    {
      "portcullis:services": {
        api: { verify: { endpoints: [HERE], records: false } },
        worker: { type: "worker", verify: { records: false } },
        nightly: { type: "cron", verify: { run: "2m", records: false } },
        slow: { type: "cron", verify: { run: "20m", records: false } },
        left: { type: "cron", verify: { run: false, records: false } },
      },
    },
  ],
  [
    "nowhere, of a cron job",
    { "portcullis:service": { type: "cron" } },
    { "portcullis:service": { type: "cron" }, "portcullis:verify": { run: "2m", records: false } },
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
      const left = leftOutOf(endpointsOf(config, "api"));
      assert.deepEqual(left, JSON.stringify(config).includes("payment") ? ["payment"] : []);
    });
  }

  it("ask no certificate, which a rehearsal has not, and all else of that endpoint", () => {
    const expect = { status: 200, tlsExpiry: 14 };
    const config = { "portcullis:verify": { endpoints: [{ ...HERE, expect }] } };
    assert.deepEqual(asRehearsed(config), {
      "portcullis:verify": { endpoints: [{ ...HERE, expect: { status: 200 } }], records: false },
    });
  });

  it("are each service's own where there are several", () => {
    const config = {
      "portcullis:services": {
        api: { verify: { endpoints: [HERE] } },
        pages: { type: "static", verify: { endpoints: [ELSEWHERE] } },
        worker: { type: "worker" },
      },
    };
    const names = (key: string) => endpointsOf(config, key).map(({ name }) => name);
    assert.deepEqual([names("api"), names("pages"), names("worker")], [["health"], ["payment"], []]);
  });
});
