import { NOTHING } from "./declared";
import { describeKills } from "./kills";

const CREATED = { ...NOTHING, base: true, extra: true, made: 1, generation: 1 };
const UPDATED = { ...CREATED, generation: 2 };
const LAST = { ...UPDATED, generation: 8 };

/**
 * Each kill is one of a whole `pulumi up`, which goes on with what the kill before it left. With those of
 * soak-of-what-is-there.test.ts they are forty; `npm run soak` draws hundreds.
 */
describeKills("An update that makes things, and is killed again and again,", [
  {
    ...{ operation: "create", from: NOTHING, to: CREATED },
    kills: [
      ["pulumi", "SIGKILL", "before", 1],
      ["pulumi", "SIGINT", "in flight", 1],
      ["render plugin", "SIGKILL", "in flight", 1],
      ["pulumi", "SIGKILL", "in flight", 1],
      ["program", "SIGKILL", "in flight", 1],
    ],
  },
  {
    ...{ operation: "update", from: CREATED, to: UPDATED, changes: true },
    kills: [
      // Of some 55 requests the last ten are the verification's.
      ["dynamic provider", "SIGKILL", "in flight", 48, "all"],
      ["dynamic provider", "SIGTERM", "before", 48, "all"],
      ["pulumi", "SIGTERM", "after", 1],
      ["language host", "SIGKILL", "in flight", 2],
      ["render plugin", "SIGTERM", "after", 2],
      ["pulumi", "SIGKILL", "in flight", 3],
      ["program", "SIGTERM", "before", 1],
    ],
  },
  {
    ...{ operation: "replace", from: LAST, to: { ...LAST, region: "frankfurt" } },
    kills: [
      ["pulumi", "SIGKILL", "before", 1],
      ["program", "SIGKILL", "in flight", 1],
      ["pulumi", "SIGINT", "in flight", 1],
      ["render plugin", "SIGKILL", "in flight", 1],
      ["pulumi", "SIGKILL", "in flight", 1],
      ["language host", "SIGTERM", "before", 1],
    ],
  },
]);
