import assert from "node:assert/strict";
import { type Fact, judge, type Place } from "../../domain";
import { RULES } from "../../rules";
import { ALL_CASES as CASES } from "./all-cases";

const ENV_FILE: Place = { source: "file", file: ".env.production", line: 3, column: 1 };
const STACK_FILE: Place = { source: "file", file: "Pulumi.production.yaml", line: 3, column: 1 };

/** Keys and settings that only a stack of Portcullis has. */
const OF_A_STACK = /`connection: \w+`|driverSettings|ipv4Projects|^Type `pulumi/;

const fixes = (rule: string, place: Place): readonly string[] =>
  RULES.filter(({ id }) => id === rule).flatMap((judged) =>
    (CASES[rule] ?? []).flatMap(([, facts]) => {
      const here = facts.map((fact): Fact => (fact.place.source === "file" ? fact : { ...fact, place }));
      return judge(judged, here, { standardPort: 8000 }).findings.map(({ fix }) => fix);
    }),
  );

describe("a finding's fix", () => {
  for (const rule of Object.keys(CASES)) {
    it(`of ${rule} is a whole sentence, and asks nobody without a stack to change one`, () => {
      const found = fixes(rule, ENV_FILE);
      assert.ok(found.length > 0);
      for (const fix of found) {
        assert.match(fix, /^[A-Z`].*[.?]$/s);
        assert.doesNotMatch(fix, OF_A_STACK);
      }
    });
  }

  it("names the stack's own keys where the place is a stack's", () => {
    for (const rule of ["database/transaction-mode-statements", "database/ipv6-only-host"])
      assert.match(fixes(rule, STACK_FILE).join("\n"), /`connection: session`/);
  });
});
