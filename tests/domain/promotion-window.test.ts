import assert from "node:assert/strict";
import { isOpen, isTimeZone, nextOpening, type PromotionWindow } from "../../domain/promotion-window";

const BERLIN: PromotionWindow = {
  days: ["mon", "tue", "wed", "thu"],
  from: "09:00",
  to: "16:00",
  zone: "Europe/Berlin",
};

/** Windows, a moment, whether they are open then, and when the next one opens where they are not. */
const CASES: readonly (readonly [title: string, PromotionWindow[], string, string | true])[] = [
  ["no window is always open", [], "2026-11-29T03:00:00Z", true],
  ["at its first minute", [BERLIN], "2026-11-30T08:00:00Z", true],
  ["a minute before", [BERLIN], "2026-11-30T07:59:00Z", "2026-11-30T08:00:00.000Z"],
  ["at its end it is closed", [BERLIN], "2026-11-30T15:00:00Z", "2026-12-01T08:00:00.000Z"],
  ["over the weekend", [BERLIN], "2026-12-03T15:30:00Z", "2026-12-07T08:00:00.000Z"],
  [
    "in summer time it opens an hour earlier in UTC",
    [BERLIN],
    "2026-07-06T06:59:30Z",
    "2026-07-06T07:00:00.000Z",
  ],
  [
    "the day is that of its zone",
    [{ days: ["mon"], from: "00:00", to: "02:00", zone: "Asia/Tokyo" }],
    "2026-11-29T15:30:00Z",
    true,
  ],
  [
    "the nearest of several",
    [BERLIN, { days: ["sun"], from: "05:00", to: "24:00", zone: "UTC" }],
    "2026-11-29T03:00:00Z",
    "2026-11-29T05:00:00.000Z",
  ],
  [
    "until midnight",
    [{ days: ["sun"], from: "05:00", to: "24:00", zone: "UTC" }],
    "2026-11-29T23:59:00Z",
    true,
  ],
  [
    "an hour that a clock is set forward over opens when it is over",
    [{ days: ["sun"], from: "02:30", to: "04:00", zone: "Europe/Berlin" }],
    "2026-03-29T00:30:00Z",
    "2026-03-29T01:00:00.000Z",
  ],
];

describe("Promotion windows", () => {
  for (const [title, windows, at, expected] of CASES)
    it(title, () => {
      const time = Date.parse(at);
      assert.equal(isOpen(windows, time), expected === true);
      if (expected === true) return;
      assert.equal(new Date(nextOpening(windows, time) ?? Number.NaN).toISOString(), expected);
    });

  it("are in time zones that there are", () => {
    assert.deepEqual(["Europe/Berlin", "UTC", "Berlin", ""].map(isTimeZone), [true, true, false, false]);
  });
});
