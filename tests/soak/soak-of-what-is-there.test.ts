import { NOTHING } from "./declared";
import { describeKills } from "./kills";

const THERE = { ...NOTHING, extra: true, made: 1, generation: 2 };
const UPDATED = { ...THERE, generation: 3 };
const LAST = { ...UPDATED, generation: 16 };

describeKills("An update of what is there, killed again and again,", [
  {
    ...{ operation: "import", from: NOTHING, to: { ...THERE, imported: {} } },
    kills: [
      ["pulumi", "SIGINT", "before", 1, "all"],
      ["pulumi", "SIGKILL", "after", 1, "all"],
      ["render plugin", "SIGKILL", "in flight", 1, "all"],
      ["pulumi", "SIGKILL", "in flight", 1],
    ],
  },
  {
    ...{ operation: "update", from: THERE, to: UPDATED, changes: true },
    kills: [
      ["pulumi", "SIGKILL", "before", 1],
      ["pulumi", "SIGKILL", "in flight", 1],
      ["pulumi", "SIGKILL", "after", 1],
      ["render plugin", "SIGKILL", "before", 2],
      ["render plugin", "SIGKILL", "in flight", 2],
      ["render plugin", "SIGKILL", "after", 2],
      ["program", "SIGKILL", "before", 1],
      ["program", "SIGKILL", "in flight", 1],
      ["language host", "SIGKILL", "in flight", 1],
      ["language host", "SIGKILL", "after", 1],
      ["pulumi", "SIGINT", "before", 1],
      ["pulumi", "SIGINT", "in flight", 2],
      ["pulumi", "SIGTERM", "in flight", 1],
      ["render plugin", "SIGTERM", "in flight", 1],
    ],
  },
  {
    ...{ operation: "delete", from: LAST, to: NOTHING },
    kills: [
      ["pulumi", "SIGTERM", "before", 1],
      ["render plugin", "SIGKILL", "in flight", 1],
      ["pulumi", "SIGKILL", "in flight", 1],
      ["pulumi", "SIGINT", "in flight", 1],
    ],
  },
]);
