import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Option } from "commander";
import { environmentKind } from "../../domain/environment-name";
import { quotePath } from "../../domain/shell-words";
import { ownCommand } from "../own-command";

/** Where `portcullis adopt` puts a project inside a repository. */
export const ADOPTED = "infra";

/** `--project`: the help text names no path of the machine it is printed on. */
export function projectOption(): Option {
  return new Option("--project <folder>", "the Pulumi project")
    .argParser((folder) => path.resolve(folder))
    .default(projectFolder(), "the nearest one, from the current folder upwards");
}

/**
 * The Pulumi project that a command works on: of `folder` and each folder above it, the first that has a Pulumi.yaml,
 * or one in its folder infra/. Where none has, `folder` itself, for whose stack files the command then asks.
 */
export function projectFolder(folder: string = process.cwd()): string {
  const start = path.resolve(folder);
  for (let at = start; ; at = path.dirname(at)) {
    const found = [at, path.join(at, ADOPTED)].find(isProject);
    if (found !== undefined) return found;
    if (at === path.dirname(at)) return start;
  }
}

/** The file by which a folder is a Pulumi project's; undefined where it is none. */
export function projectFileOf(folder: string): string | undefined {
  return ["Pulumi.yaml", "Pulumi.yml"]
    .map((name) => path.join(folder, name))
    .find((file) => existsSync(file));
}

/** Whether a folder is a Pulumi project's. */
export function isProject(folder: string): boolean {
  return projectFileOf(folder) !== undefined;
}

/** What every command says that finds no project. */
export function noProject(folder: string): string {
  return (
    `expected a Pulumi project in ${folder} or a folder above it, got no Pulumi.yaml. Type the command in a ` +
    `project's folder, name one with \`--project\`, or make one: \`${ownCommand("adopt")}\`.`
  );
}

/** The repository around what adopt has written, for a folder in it; undefined for any other folder. */
export function repositoryOfProject(folder: string = process.cwd()): string | undefined {
  const project = projectFolder(folder);
  const inside = !path.relative(project, path.resolve(folder)).startsWith("..");
  return inside && path.basename(project) === ADOPTED ? path.dirname(project) : undefined;
}

const STACK_FILE = /^Pulumi\.(.+)\.ya?ml$/;

/** The order in which environments are deployed; what is of no kind comes before production. */
const ORDER: readonly (string | undefined)[] = ["development", "test", "staging", undefined, "production"];

/** The stacks that have a file in a project's folder, in the order in which they are deployed; none of no folder. */
export function stacksOf(project: string): readonly string[] {
  if (!existsSync(project)) return [];
  const rank = (stack: string): number => ORDER.indexOf(environmentKind(stack));
  return readdirSync(project)
    .flatMap((entry) => STACK_FILE.exec(entry)?.[1] ?? [])
    .sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

/** `--folder`: where failure records are. */
export function recordsOption(): Option {
  const words = "fracas/ of the nearest Pulumi project, from the current folder upwards";
  return new Option("--folder <folder>", "where failure records are").default(recordsFolder(), words);
}

/** The option by which a command finds records that are not in the project's own folder; empty where they are. */
export function folderOption(folder: string): string {
  return folder === recordsFolder() ? "" : ` --folder ${quotePath(folder)}`;
}

/** The folder in which a project's verifications file their failures, as it is typed from here. It need not exist. */
export function recordsFolder(): string {
  return path.relative(process.cwd(), path.join(projectFolder(), "fracas"));
}
