import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

const REPORT = path.join(__dirname, "../../../cli/promote/report.ts");
const PLAN = {
  ...{ version: 1, from: "staging", to: "production", services: [], idleReasons: [], notRolledBack: [] },
  differences: [{ key: "database.role", is: "different", secret: false, from: "shop_staging", to: "shop" }],
};

describe("The plan of a promotion", () => {
  it("has one line for each difference, with colours and without", () => {
    const program = `process.stdout.write(require(${JSON.stringify(REPORT)}).planText(${JSON.stringify(PLAN)}))`;
    for (const colours of [{ FORCE_COLOR: "1", NO_COLOR: undefined }, { NO_COLOR: "1" }]) {
      const printed = execFileSync(process.execPath, ["--require", "tsx/cjs", "-e", program], {
        encoding: "utf8",
        env: { ...process.env, ...colours },
      });
      assert.equal(printed.includes("\x1b["), "FORCE_COLOR" in colours);
      const plain = stripVTControlCharacters(printed);
      assert.match(plain, /│ \? │ database\.role +│ shop_staging +│ shop +│ +│/);
      assert.equal(plain.match(/^│ .* │ database/gm)?.length, 1);
      assert.doesNotMatch(plain, /^│ [[\dm] │/m);
    }
  });
});
