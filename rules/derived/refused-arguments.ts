import { argumentInstead, refusesArgument } from "../../domain/driver-arguments";
import { type Fact, factsOf } from "../../domain/fact";
import { judgeEach } from "../../domain/judge-each";
import type { Verdict } from "../../domain/rule";

/** Arguments that code gives to a driver, and that another driver takes. */
export function refusedArguments(facts: readonly Fact[]): Verdict {
  return judgeEach(
    factsOf(facts, "driver-argument"),
    ({ driver }) => driver,
    (driver, { place, argument }) => {
      if (!refusesArgument(driver, argument)) return [];
      const instead = argumentInstead(driver, argument);
      return {
        place,
        what: `the argument \`${argument}\` of the connection`,
        expected: `one that ${driver.replace(/^sqlalchemy-/, "")} takes`,
        got: "one of another driver",
        fix: instead === undefined ? "Remove it." : `Write ${instead} in its place.`,
      };
    },
  );
}
