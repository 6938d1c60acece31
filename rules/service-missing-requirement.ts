import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import type { Place } from "../domain/place";
import { rule, type Violation } from "../domain/rule";
import { uninstalledServers } from "./derived/uninstalled-servers";

export const serviceMissingRequirement = rule({
  id: "service/missing-requirement",
  severity: "error",
  title: "The server that is started is installed",
  why: "The build installs what the requirements list, and nothing else: a server that is not among them is not found, and the deploy ends with `command not found`.",
  fix: "Add the server to the requirements.",
  reference: "https://render.com/docs/deploy-flask",
  prevents: ["process/command-not-found"],
  check: (facts) => {
    const { violations, undecided } = judgeEach(
      factsOf(facts, "requirement"),
      ({ listed }) => listed,
      (listed, { place, program, package: name, file, isLoaded, role, tool, adds }) => {
        if (listed) return undefined;
        if (isLoaded) return ofDevelopment(place, name);
        if (tool !== undefined) return ofGroup(place, `the ${role ?? "program"} ${program}`, name, tool);
        return {
          place,
          what: `the ${role ?? "program"} ${program}`,
          expected: `the package ${name} in ${file}`,
          got: adds === undefined ? "no such line" : "no such package",
          ...(role === "module" && { reason: OF_MODULE }),
          fix:
            adds !== undefined
              ? `Type \`${adds}\`, and commit what it writes.`
              : file === "Gemfile"
                ? `Add the line \`gem "${name}"\` to ${file}, and write Gemfile.lock again by \`bundle install\`.`
                : `Add the line \`${name}\` to ${file}, with its version.`,
        };
      },
    );
    return { violations, undecided: [...undecided, ...uninstalledServers(facts)] };
  },
});

const OF_MODULE =
  "The image has what its requirements list, and nothing else: an import of another package ends with ModuleNotFoundError before the server opens a port.";

function ofGroup(place: Place, what: string, name: string, tool: string): Violation {
  if (tool === "bundler")
    return {
      place,
      what: `the gem ${name}, which the service needs`,
      expected: "one of no group, or of one that the build installs",
      got: "one of groups that the build leaves out",
      fix: `Move \`gem "${name}"\` out of the group.`,
    };
  return {
    place,
    what,
    expected: `the package ${name} among the dependencies of pyproject.toml`,
    got: "one for development alone, which the build leaves out",
    fix: `Move \`${name}\` to the dependencies, and write the lock file again by \`${tool} lock\`.`,
  };
}

function ofDevelopment(place: Place, name: string): Violation {
  return {
    place,
    what: `the package ${name}, which the program loads`,
    expected: "one of `dependencies`",
    got: "one of `devDependencies`, which the image leaves out",
    fix: `Move \`${name}\` from devDependencies to dependencies, and write the lock file again.`,
  };
}
