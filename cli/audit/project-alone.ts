import { existsSync } from "node:fs";
import path from "node:path";
import { quotePath } from "../../domain/shell-words";
import { repositoryOfProject } from "../stacks/project-folder";

/** What to type for the repository, where the folder is only what adopt has written in it; else undefined. */
export function projectAlone(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const repository = repositoryOfProject(folder);
  // A repository of its own holds no service beside the project.
  if (repository === undefined || existsSync(path.join(folder, ".git"))) return undefined;
  const typed = quotePath(path.relative(process.cwd(), repository) || ".");
  return `${folder} is in the project that adopt writes, and the rest of the repository (${repository}) is not read: type \`portcullis audit ${typed}\` for all of it.`;
}
