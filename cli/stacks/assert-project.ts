import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parse } from "yaml";
import { peerDependencies } from "../../package.json";
import { CommandError } from "../exit-code";
import { printProblem } from "../terminal-output";
import { isProject, noProject, stacksOf } from "./project-folder";
import { severalBuilds } from "./several-builds";
import { stackFilePath } from "./stack-file-name";
import { writtenDatabases } from "./written-databases";

/**
 * A command on stacks needs a Pulumi project, and Pulumi's packages in it. Where several builds of this one are at work
 * there, that is said, and the command goes on.
 *
 * @throws CommandError with one sentence that says what to type.
 */
export function assertProject(project: string): void {
  if (!isProject(project)) throw new CommandError(noProject(project));
  const required = createRequire(path.join(project, "package.json"));
  const missing = Object.entries(peerDependencies).filter(
    ([name]) => !isThere(required, name) && (name !== OF_EXTENSIONS || hasExtensions(project)),
  );
  if (missing.length === 0) {
    const several = severalBuilds(project);
    if (several !== undefined) printProblem(several);
    return;
  }
  const names = missing.map(([name]) => name).join(", ");
  const typed = missing.map(([name, range]) => `${name}@${range}`).join(" ");
  throw new CommandError(`the project lacks ${names}: type \`npm install ${typed}\` in ${project}.`);
}

/** What makes extensions of databases, and nothing else. */
const OF_EXTENSIONS = "@pulumi/postgresql";

/** Whether a stack of the project asks for extensions. What cannot be read is said where it is read. */
function hasExtensions(project: string): boolean {
  return stacksOf(project).some((stack) => {
    try {
      const { config } = parse(readFileSync(stackFilePath(project, stack), "utf8")) ?? {};
      return writtenDatabases(config ?? {}).some(({ database }) => database.extensions !== undefined);
    } catch {
      return false;
    }
  });
}

function isThere(required: NodeJS.Require, name: string): boolean {
  try {
    required.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
