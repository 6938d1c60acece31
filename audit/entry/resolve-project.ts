import type { Chain } from "./chain";
import { copiedProgram } from "./project/copied-program";
import type { Project } from "./project/project";
import { resolveStart } from "./resolve";
import { setValue } from "./set-value";

/**
 * Follows the start command of a project, by what is set for it and what its image has.
 *
 * @param folder the service's, from the audited folder
 */
export function resolveProject(project: Project, folder: string): Chain {
  const { start, facts, bases, repository } = project;
  return resolveStart(start, bases, folder, repository, setValue(facts), copiedProgram(project));
}
