import { PollPauses, wait } from "../../render-api";
import {
  type Branch,
  type BranchDatabase,
  branchEnd,
  createBranch,
  listBranches,
  readBranchDatabase,
  removeBranch,
  resumeBranch,
  SupabaseApiError,
  type SupabaseClient,
} from "../../supabase-api";

export interface WantedBranch {
  /** The reference of the project that it is a branch of. */
  readonly parent: string;
  readonly name: string;
  readonly gitBranch: string;
  readonly pullRequest: number;
}

interface Doing {
  readonly client: SupabaseClient;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

/** What came of a branch: its database, or why it has none that can be used. */
export type BroughtUp = { readonly database: BranchDatabase } | { readonly failed: string };

/** Half of all branches are ready after 20 s (docs/facts/supabase.md#s21). In milliseconds. */
const LONGEST = 10 * 60_000;
const LOOK = { first: 1_000, factor: 1.2, most: 10_000 };
/** A wait is said again after this, in milliseconds. */
const SAY_AGAIN = 30_000;

/** Refusals that say nothing of whether the branch was made before. */
const FINAL = [401, 402, 403, 404];

/**
 * Finds the branch of a pull request or makes it, and waits until its database can be used. Two runs at once, and one
 * after an interruption, have one branch: what has its name is looked for before and after, and the oldest is kept.
 *
 * @throws SupabaseApiError, SupabaseUnreachableError
 */
export async function bringUpBranch(wanted: WantedBranch, doing: Doing): Promise<BroughtUp> {
  const { client, signal, report } = doing;
  const used = (await found(wanted, doing)) ?? (await made(wanted, doing));
  if (used === undefined) return { failed: `Supabase made the branch ${wanted.name}, and does not list it` };
  const end = await ended(used, wanted, doing);
  if (end !== undefined) return { failed: `the Supabase branch ${used.name}: ${end}` };
  report(`  the Supabase branch ${used.name} is ready`);
  return { database: await readBranchDatabase(client, used, signal) };
}

/** Removes what `bringUpBranch` has made. @returns how many there were */
export async function removeBranches(
  { parent, name }: Pick<WantedBranch, "parent" | "name">,
  { client, signal, report }: Doing,
): Promise<number> {
  const own = named(await listBranches(client, parent, signal), name);
  for (const branch of own) {
    report(`  removing the Supabase branch ${name}`);
    await removeBranch(client, branch, signal);
  }
  return own.length;
}

/** The branches of that name which nothing but a pull request's environment has made, the oldest first. */
const named = (branches: readonly Branch[], name: string): readonly Branch[] =>
  branches
    .filter((each) => each.name === name && isPreview(each))
    .toSorted((a, b) => (`${a.createdAt} ${a.projectRef}` < `${b.createdAt} ${b.projectRef}` ? -1 : 1));

/** The project itself, and a branch that is kept, are never a pull request's. */
const isPreview = ({ isDefault, persistent }: Branch): boolean => !isDefault && !persistent;

/** Its own branch, and no second one of its name; else the one that Supabase's GitHub integration has made for it. */
async function found(
  { parent, name, gitBranch, pullRequest }: WantedBranch,
  { client, signal, report }: Doing,
): Promise<Branch | undefined> {
  const all = await listBranches(client, parent, signal);
  const [own, ...others] = named(all, name);
  for (const other of others) {
    report(`  removing a second Supabase branch ${name}`);
    await removeBranch(client, other, signal);
  }
  const integrated = all.find(
    (each) =>
      isPreview(each) &&
      (each.pullRequest === pullRequest || (each.gitBranch === gitBranch && !isMade(each))),
  );
  return own ?? integrated;
}

/** Whether it has a name that is made here: another pull request's, or another project's, of the same git branch. */
const isMade = ({ name, gitBranch, pullRequest }: Branch): boolean =>
  pullRequest === undefined && name !== gitBranch && /-pr-\d+$/.test(name);

async function made(wanted: WantedBranch, doing: Doing): Promise<Branch | undefined> {
  const { client, signal, report } = doing;
  const { parent, name, gitBranch } = wanted;
  report(`  making the Supabase branch ${name} of the project ${parent}`);
  try {
    await createBranch(client, parent, { name, gitBranch }, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SupabaseApiError && FINAL.includes(error.status)) throw error;
    // The answer was lost, or another run has made it.
    const there = await found(wanted, doing);
    if (there === undefined) throw error;
    return there;
  }
  return found(wanted, doing);
}

/**
 * @param listed as it was found
 * @returns why it will not be ready; undefined once it is
 */
async function ended(
  listed: Branch,
  { parent }: WantedBranch,
  { client, signal, report }: Doing,
): Promise<string | undefined> {
  const pauses = new PollPauses(LOOK);
  const start = Date.now();
  let said = { words: "", at: 0 };
  let resumed = false;
  let branch: Branch | undefined = listed;
  for (;;) {
    if (branch === undefined) return "it was removed while it came up; type the same command again";
    const end = branchEnd(branch);
    if (end === "ready") return undefined;
    const words = [branch.status, branch.projectStatus].filter((each) => each !== undefined).join(", ");
    if (typeof end === "object") return `${end.failed} (${words})`;
    const seconds = Math.round((Date.now() - start) / 1000);
    if (Date.now() - start > LONGEST) return `it was not ready after ${seconds} s (${words})`;
    if (words !== said.words || Date.now() - said.at > SAY_AGAIN) {
      report(`  the Supabase branch ${branch.name}: ${words}, since ${seconds} s`);
      said = { words, at: Date.now() };
    }
    if (end === "paused" && !resumed) {
      report(`  resuming the Supabase branch ${branch.name}`);
      await resumeBranch(client, branch, signal);
      resumed = true;
    }
    await wait(pauses.current, signal);
    pauses.grow();
    const all = await listBranches(client, parent, signal);
    branch = all.find(({ projectRef }) => projectRef === listed.projectRef);
  }
}
