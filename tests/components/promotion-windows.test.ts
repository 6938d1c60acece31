import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { environmentArgs } from "../../components/environment-args";
import type { OtherStacks } from "../../components/other-stacks";
import { Promotion } from "../../components/promotion";
import { closedWindows } from "../../components/promotion-windows";
import { parseConfiguration } from "../../config";
import type { Stack } from "../../config/stack";
import { type PromotionWindow, WEEKDAYS } from "../../domain/promotion-window";

const WINDOW = { days: ["mon"], from: "09:00", to: "16:00", zone: "Europe/Berlin" } as const;
const SERVICE = {
  ...{ name: "shop", repository: "https://github.com/acme/shop", runtime: "python", region: "oregon" },
  start: "python main.py",
};

const windowsOf = (more: object) => {
  const promotion = { from: "staging", windows: [WINDOW] };
  const values = { service: SERVICE, promotion, ...more };
  const configuration = parseConfiguration({ stack: "production", values, secretsSet: [] });
  const render = { apiKey: undefined, host: undefined, ownerId: undefined };
  const stack = { name: "production", configuration, secretKeys: [], databaseSecrets: {}, render };
  return environmentArgs(stack as unknown as Stack).promotion?.windows;
};

describe("The windows of a promotion, in an update that is typed by itself", () => {
  it("are named where none is open, with when the next one opens and what asks for them", () => {
    const words = closedWindows([WINDOW], Date.parse("2026-11-30T15:00:00Z"));
    assert.match(words ?? "", /no window .*`portcullis:promotion\.windows`.* is open/i);
    assert.match(words ?? "", /2026-12-07T08:00:00\.000Z/);
    assert.match(words ?? "", /`portcullis promote --override REASON`/);
  });

  it("are not named while one is open, or where there is none", () => {
    assert.equal(closedWindows([WINDOW], Date.parse("2026-11-30T14:59:00Z")), undefined);
    assert.equal(closedWindows([], Date.parse("2026-11-30T15:00:00Z")), undefined);
  });

  it("reach the program, and none of a rehearsal's", () => {
    assert.deepEqual(windowsOf({}), [WINDOW]);
    assert.equal(windowsOf({ addresses: { "db.example:5432": "127.0.0.1:5432" } }), undefined);
  });

  describe("are held to by the program", () => {
    const stacks = { of: () => ({ getOutput: () => pulumi.output({}) }) } as unknown as OtherStacks;
    const made = async (windows: readonly PromotionWindow[], preview: boolean) => {
      await pulumi.runtime.setMocks(
        { newResource: () => ({ id: "", state: {} }), call: () => ({}) },
        "p",
        "s",
        preview,
      );
      return new Promotion({ from: "staging", windows }, stacks);
    };
    const today = (new Date().getUTCDay() + 6) % 7;
    const whole = (day: number): PromotionWindow => ({
      ...{ days: [WEEKDAYS[(today + day) % 7] ?? "mon"], from: "00:00", to: "24:00", zone: "UTC" },
    });
    /** Two days from now, so that no midnight during the test opens it. */
    const closed = [whole(2)];
    const open = WEEKDAYS.map((_, day) => whole(day));

    after(() => pulumi.runtime.resetOptions("project", "stack", -1, "", "", false, ""));
    afterEach(() => {
      delete process.env.PORTCULLIS_PROMOTING;
    });

    it("in an update, and not in its preview", async () => {
      await assert.rejects(made(closed, false), /No window .* is open; the next one opens at /);
      assert.ok(await made(closed, true));
      assert.ok(await made(open, false));
      assert.ok(await made([], false));
    });

    it("unless `portcullis promote` has asked for a reason", async () => {
      process.env.PORTCULLIS_PROMOTING = "yes";
      assert.ok(await made(closed, false));
    });
  });
});
