import { factsOf } from "../domain/fact";
import { rule, type Undecided, type Violation } from "../domain/rule";

export const databaseInterpolatedUrl = rule({
  id: "database/interpolated-url",
  severity: "error",
  title: "Alembic gets the URL as it is: its password too, and each % doubled",
  why: "set_main_option writes into an ini file's settings, in which a % begins a reference: a percent-encoded password ends with `invalid interpolation syntax`. SQLAlchemy writes `***` for the password where a URL becomes a text by itself: the login is refused.",
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
    for (const { place } of factsOf(facts, "hidden-password"))
      violations.push({
        place,
        what: "the URL in Alembic's settings",
        expected: "one with its password",
        got: "one with `***` in its place, as SQLAlchemy writes it",
        fix: 'Write `url.render_as_string(hide_password=False).replace("%", "%%")`.',
      });
    return { violations, undecided };
  },
});
