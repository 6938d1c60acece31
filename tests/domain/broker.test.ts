import assert from "node:assert/strict";
import { type Fact, known } from "../../domain";
import { brokersOf } from "../../domain/broker";

const stated = (value: string): readonly Fact[] => [
  {
    kind: "variable",
    place: { source: "resource", urn: "urn", property: "envVars.CELERY_BROKER_URL" },
    name: "CELERY_BROKER_URL",
    value: known(value),
    secret: true,
  },
];

describe("A broker's store", () => {
  for (const [value, expected] of [
    ["redis://red-abc:6379/1", ["red-abc:6379", 1]],
    ["redis://RED-abc", ["red-abc:6379", 0]],
    ["rediss://user:p%2F1@h.io:6380/2?ssl_cert_reqs=required", ["h.io:6380", 2]],
    ["amqp://guest@rabbit:5672//", undefined],
    ["", undefined],
  ] as const) {
    it(`of \`${value}\` is ${expected === undefined ? "no store of Redis" : expected.join(", ")}`, () => {
      const [found] = brokersOf(stated(value));
      assert.deepEqual(found && [found.store, found.database], expected);
    });
  }

  it("is none where no variable names it", () => assert.deepEqual(brokersOf([]), []));
});
