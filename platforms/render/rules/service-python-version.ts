import { factsOf } from "../../../domain/fact";
import { judgeEach } from "../../../domain/judge-each";
import { rule } from "../../../domain/rule";
import { variablesNamed } from "../../../domain/variables";

export const servicePythonVersion = rule({
  id: "service/python-version",
  severity: "error",
  title: "PYTHON_VERSION names a version in full",
  why: "Render takes PYTHON_VERSION for the version itself, with its third number: it finds none that is called 3.13, and the build fails. A file `.python-version` may leave the third number out.",
  fix: "Write all three numbers, such as 3.13.5.",
  reference: "https://render.com/docs/python-version",
  platforms: ["render"],
  prevents: ["build/failed"],
  check: (facts) => {
    const native = factsOf(facts, "platform").some(
      ({ platform, runtime }) => platform === "render" && runtime === "python",
    );
    return judgeEach(
      native ? variablesNamed(facts, (name) => name === "PYTHON_VERSION") : [],
      ({ value }) => value,
      (value, { place }) => {
        const version = value.trim();
        if (/^\d+\.\d+\.\d+|^pypy|^graalpy|^$|\$/.test(version)) return undefined;
        return {
          place,
          what: "variable PYTHON_VERSION",
          expected: "a version with all three numbers",
          got: `\`${version}\``,
          fix: `Write all three numbers, such as ${example(version)}, or write ${version} into a file \`.python-version\` in its place.`,
        };
      },
    );
  },
});

/** A version that was released, of the series that is asked for. */
function example(version: string): string {
  const [, major = "3", minor = "13", patch = "5"] = /(3)(?:[.,](\d+))?(?:[.,](\d+))?/.exec(version) ?? [];
  return `${major}.${minor}.${patch}`;
}
