import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { isRunning, makeFolder, ownerEnded, ownerMark, removeAtEnd } from "../../system";
import { stackFilePath } from "./stack-file-name";
import { StackSecrets } from "./stack-secrets";

/** A rehearsal's own project folder: the same program, with stack files and state of its own. */
export interface PrivateProject {
  /** The folder in which `pulumi` is run. */
  readonly folder: string;
  /** Where Pulumi keeps the state, for PULUMI_BACKEND_URL. */
  readonly backend: string;
  /** A folder for other files that are removed with the project. */
  readonly scratch: string;
  /** Processes that have a project below the same parent now. */
  readonly others: readonly number[];
  /** The passphrase of its stacks, and what is encrypted with it. */
  readonly secrets: StackSecrets;
  writeStackFile(stack: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

/** As many as a process id has at most (proc(5)). */
const PID_DIGITS = 7;

/** Not linked: git's history, and the failure records of real deployments. */
const UNSHARED = [".git", "fracas"];

/**
 * Links everything of `project` except its stack files into a folder below `parent`. Stack files are written there, so
 * that a rehearsal cannot change the project's own, nor their state.
 */
export async function createPrivateProject(
  project: string,
  parent: string,
  secrets = new StackSecrets(),
): Promise<PrivateProject> {
  makeFolder(parent, 0o700);
  const others = await sweep(parent);
  // Of one length: what is built is copied, and a program can name its new place only where that is as long.
  const root = await mkdtemp(path.join(parent, `${ownerMark({ digits: PID_DIGITS })}-`));
  const watch = removeAtEnd(root);
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
    // Without files of attributes, of which a kill leaves empty ones: Pulumi reads no state beside them.
    backend: `file://${state}?metadata=skip`,
    scratch,
    others,
    secrets,
    writeStackFile: (stack, text) => writeFile(stackFilePath(folder, stack), text, { mode: 0o600 }),
    remove: () => rm(root, OF_ALL).finally(watch.remove),
  };
}

/** What was just ended may still write, and another watcher may remove the same folder. */
const OF_ALL = { recursive: true, force: true, maxRetries: 5 } as const;

/**
 * Removes what killed rehearsals left: a folder's name begins with its owner's mark.
 * @returns the owners that still run, without this process
 */
async function sweep(parent: string): Promise<number[]> {
  const running = new Set<number>();
  for (const entry of await readdir(parent)) {
    const [owner = ""] = entry.split("-");
    const pid = Number.parseInt(owner, 10);
    if (ownerEnded(owner, "node")) await rm(path.join(parent, entry), OF_ALL);
    else if (isRunning(pid, "node")) running.add(pid);
  }
  running.delete(process.pid);
  return [...running];
}
