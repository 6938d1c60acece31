import { factsOf } from "../domain/fact";
import { rule } from "../domain/rule";

export const environmentReadingDifference = rule({
  id: "environment/reading-difference",
  severity: "note",
  title: "Every tool reads the same value from the env file",
  why: "dotenv, python-dotenv and compose disagree on quotes, escapes, comments and references: the value on one machine is not the one on the next.",
  fix: "Write the value so that all read the same: in single quotes where it holds a `#` or a `$`, without escapes or references.",
  reference: "https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/",
  preview: false,
  prevents: ["configuration/invalid"],
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "reading-difference").map(({ place, name, between, because }) => ({
      place,
      what: `variable ${name}`,
      expected: "one reading",
      got: `${because}, read in one way by ${between.join(" and in another by ")}`,
      fix: "Write the value out, in single quotes where it holds a `#`, a `$` or a space.",
    })),
  }),
});
