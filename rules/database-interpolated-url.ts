import { factsOf } from "../domain/fact";
import { rule, type Undecided, type Violation } from "../domain/rule";

export const databaseInterpolatedUrl = rule({
  id: "database/interpolated-url",
  severity: "error",
  title: "A URL with a % is escaped where Alembic reads it",
  why: "set_main_option writes into an ini file's settings, in which a % begins a reference: a percent-encoded password ends with `invalid interpolation syntax`.",
  fix: 'Double each %: `url.replace("%", "%%")`.',
  reference: "https://alembic.sqlalchemy.org/en/latest/api/config.html",
  preview: false,
  prevents: ["migration/failed", "pre-deploy/failed"],
  check: (facts) => {
    const violations: Violation[] = [];
    const undecided: Undecided[] = [];
    for (const { variable: name, place } of factsOf(facts, "interpolated-url")) {
      const set = factsOf(facts, "variable").find((one) => one.name === name);
      if (set === undefined) undecided.push({ place, why: `it is the value of ${name}, which no file sets` });
      else if (!set.value.known) undecided.push({ place, why: set.value.why });
      else if (set.value.value.includes("%"))
        violations.push({
          place,
          what: `the URL of ${name} in Alembic's settings`,
          expected: "each % doubled",
          got: "the URL as it is, which has one",
          fix: 'Write `.replace("%", "%%")` behind it.',
          related: [set.place],
        });
    }
    return { violations, undecided };
  },
});
