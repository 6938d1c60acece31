import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { knownUnless } from "../domain/knowable";
import { rule } from "../domain/rule";

export const serviceMissingScript = rule({
  id: "service/missing-script",
  severity: "error",
  title: "Scripts that the platform or the image runs are in package.json",
  why: "npm and pnpm end with `Missing script` where package.json has none of that name: the build fails, or the service ends before it listens.",
  fix: "Add the script to package.json, or run one that is there.",
  reference: "https://docs.npmjs.com/cli/commands/npm-run",
  prevents: ["build/failed", "process/exited"],
  check: (facts) =>
    judgeEach(
      factsOf(facts, "missing-script"),
      ({ unsure, script }) => knownUnless(unsure, script),
      (script, { place, file, near, by }) => ({
        place,
        what: `the script ${script}`,
        expected: `one of that name in ${file}`,
        got: "none",
        fix:
          near === undefined
            ? `Add \`${script}\` to the scripts of ${file}, or take it out of the ${by}.`
            : `Add \`${script}\` to the scripts of ${file}, or run \`${near}\`, which is there.`,
      }),
    ),
});
