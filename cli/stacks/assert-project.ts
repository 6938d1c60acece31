import { createRequire } from "node:module";
import path from "node:path";
import { peerDependencies } from "../../package.json";
import { CommandError } from "../exit-code";
import { printProblem } from "../terminal-output";
import { isProject, noProject } from "./project-folder";
import { severalBuilds } from "./several-builds";

/**
 * A command on stacks needs a Pulumi project, and Pulumi's packages in it. Where several builds of this one are at work
 * there, that is said, and the command goes on.
 *
 * @throws CommandError with one sentence that says what to type.
 */
export function assertProject(project: string): void {
  if (!isProject(project)) throw new CommandError(noProject(project));
  const required = createRequire(path.join(project, "package.json"));
  const missing = Object.entries(peerDependencies).filter(([name]) => !isThere(required, name));
  if (missing.length === 0) {
    const several = severalBuilds(project);
    if (several !== undefined) printProblem(several);
    return;
  }
  const names = missing.map(([name]) => name).join(", ");
  const typed = missing.map(([name, range]) => `${name}@${range}`).join(" ");
  throw new CommandError(`the project lacks ${names}: type \`npm install ${typed}\` in ${project}.`);
}

function isThere(required: NodeJS.Require, name: string): boolean {
  try {
    required.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
