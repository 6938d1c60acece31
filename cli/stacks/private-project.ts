import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { isRunning } from "../../system";

/** A project folder of a rehearsal's own: the same program, with stack files and state that nobody else sees. */
export interface PrivateProject {
  /** The folder in which `pulumi` is run. */
  readonly folder: string;
  /** Where Pulumi keeps the state, for PULUMI_BACKEND_URL. */
  readonly backend: string;
  /** A folder for whatever else must go with the project. */
  readonly scratch: string;
  /** Processes that have a project of their own below the same parent now. */
  readonly others: readonly number[];
  writeStackFile(stack: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

/** History is the project's own, and its failure records are of deployments that were real. */
const UNSHARED = [".git", "fracas"];

/**
 * Links everything of `project` into a folder below `parent`, but for its stack files: those are written anew,
 * so that neither the stacks' files nor their state can be changed by a rehearsal.
 */
export async function createPrivateProject(project: string, parent: string): Promise<PrivateProject> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const others = await sweep(parent);
  const root = await mkdtemp(path.join(parent, `${process.pid}-`));
  const folder = path.join(root, "project");
  const state = path.join(root, "state");
  const scratch = path.join(root, "scratch");
  await Promise.all([folder, state, scratch].map((each) => mkdir(each)));
  for (const entry of await readdir(project)) {
    if (/^Pulumi\..+\.ya?ml$/.test(entry) || UNSHARED.includes(entry)) continue;
    await symlink(path.join(project, entry), path.join(folder, entry));
  }
  return {
    folder,
    backend: `file://${state}`,
    scratch,
    others,
    writeStackFile: (stack, text) =>
      writeFile(path.join(folder, `Pulumi.${stack}.yaml`), text, { mode: 0o600 }),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/**
 * Removes what rehearsals left that were killed: a folder's name begins with the process that owned it.
 * @returns the owners that are still at work, this process aside
 */
async function sweep(parent: string): Promise<number[]> {
  const running = new Set<number>();
  for (const entry of await readdir(parent)) {
    const owner = Number(entry.split("-")[0]);
    if (!Number.isInteger(owner)) continue;
    if (isRunning(owner, "node")) running.add(owner);
    else await rm(path.join(parent, entry), { recursive: true, force: true });
  }
  running.delete(process.pid);
  return [...running];
}
