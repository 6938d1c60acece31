import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { INCIDENTS } from "../../../cli/incidents";
import type { RehearsedStack } from "../../../cli/rehearse/rehearsed-stack";
import { replayReport } from "../../../cli/rehearse/replay-report";

const stack: RehearsedStack = {
  ...{ stack: "production", checks: [], seconds: 1, detail: "" },
  ...{ result: "rejected", policies: ["port-agreement", "database-driver-pooler"] },
};

describe("The report of replayed incidents", () => {
  const { columns } = process.stdout;
  afterEach(() => {
    process.stdout.columns = columns;
  });

  for (const width of [60, 100]) {
    it(`has a table that is no wider than a terminal of ${width} letters, and says all of each incident`, () => {
      process.stdout.columns = width;
      const replays = Object.values(INCIDENTS)
        .flat()
        .map((incident) => ({ incident, gated: stack, deployed: stack, asExpected: true }));
      const lines = stripVTControlCharacters(replayReport(replays, 1)).split("\n");
      const table = lines.filter((line) => /^[┌├└│]/.test(line));
      assert.deepEqual(
        table.filter((line) => line.length > width),
        [],
      );
      const said = table.map((line) => line.split("│")[1]?.trim() ?? "").join(" ");
      for (const { name } of INCIDENTS.port ?? [])
        assert.ok(said.replaceAll(/\s+/g, " ").includes(name), said);
    });
  }
});
