import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { repositoryKey, sameRepository, shownAddress } from "../../../domain/repository-address";
import { CommandError } from "../../exit-code";
import type { StackFile } from "../../stacks/stack-file";
import { stackFileName } from "../../stacks/stack-file-name";
import type { Phases } from "../phases";
import { type Checkout, enclosingCheckout } from "./checkout";
import { type Commit, type CopyOptions, copyRepository } from "./copy";
import { GitError } from "./git";
import { repositoriesOf } from "./repositories";

/** The repository of this project's own stacks: its code is the sample service. */
export const SAMPLE_REPOSITORY = "https://github.com/acme/navigator";

/** Where a rehearsal takes the code from. */
export interface SourceOptions {
  /** `--source`: a folder of this machine by the repository's address. */
  readonly sources: ReadonlyMap<string, string>;
  /** `--commit`: a branch, tag or commit instead of the files as they are. */
  readonly commit?: string | undefined;
}

/** One repository's files, copied for a rehearsal. */
export interface Source {
  /** As the stack file writes it. */
  readonly repository: string;
  /** The copy. */
  readonly folder: string;
  /** What it was copied from. */
  readonly from: string;
  readonly commit: Commit | undefined;
}

/** What the sources of a rehearsal are found by. */
export interface SourceRequest extends SourceOptions {
  readonly project: string;
  readonly files: readonly StackFile[];
  /** The folder of the sample service. */
  readonly sample: string;
}

/** Where the code of each repository is that a stack names, by its address as it is written there. */
export type FoundSources = ReadonlyMap<string, { readonly from: string; readonly sample: boolean }>;

/**
 * Finds the code of each repository that a stack names.
 * @throws CommandError for every repository without a folder, with what to type
 */
export async function findSources(request: SourceRequest): Promise<FoundSources> {
  const { files, sources, project, sample } = request;
  const found = new Map<string, { from: string; sample: boolean }>();
  const problems: string[] = [];
  const around = await enclosingCheckout(project);
  const checkout = "checkout" in around ? around.checkout : undefined;
  for (const [repository, stacks] of repositoriesOf(files)) {
    const given = [...sources].find(([address]) => sameRepository(address, repository))?.[1];
    const own = given ?? ownFolder(checkout, repository);
    const folder = own ?? (isSample(repository) ? sample : undefined);
    if (folder === undefined)
      problems.push(unmapped(repository, stacks, "why" in around ? around.why : withoutIt(around.checkout)));
    else if (!(await stat(folder).catch(() => undefined))?.isDirectory())
      problems.push(`--source ${repository}=${folder}: expected a folder, got none there.`);
    else found.set(repository, { from: folder, sample: own === undefined });
  }
  problems.push(...unused(sources, [...found.keys(), ...repositoriesOf(files).keys()]));
  if (problems.length > 0) throw new CommandError(problems.join("\n"));
  return found;
}

/** Copies each repository once into the session's scratch folder, so that all stacks rehearse the same files. */
export async function copiedSources(
  found: FoundSources,
  { commit, signal }: Pick<SourceOptions, "commit"> & { readonly signal: AbortSignal },
  { scratch, phases }: { readonly scratch: string; readonly phases: Phases },
): Promise<readonly Source[]> {
  const copies = new Map<string, Copied>();
  const sources: Source[] = [];
  for (const [repository, { from, sample }] of found) {
    const key = `${repositoryKey(repository)}\0${from}`;
    const folder = path.join(scratch, "sources", String(copies.size));
    const copied =
      copies.get(key) ??
      (await phases.measure("copying the source", "ours", async () => {
        await mkdir(folder, { recursive: true });
        return { folder, commit: await copy(from, folder, { commit: sample ? undefined : commit, signal }) };
      }));
    copies.set(key, copied);
    sources.push({ repository, from, ...copied });
  }
  return sources;
}

type Copied = Pick<Source, "folder" | "commit">;

/** What git says of a name that it does not know. */
const NO_COMMIT = /unknown revision|bad revision|bad object|not a valid object name/;

async function copy(from: string, folder: string, options: CopyOptions): Promise<Commit | undefined> {
  try {
    return await copyRepository(from, folder, options);
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    const [said = ""] = cause.message.split("\n");
    // Else git has another reason, such as a folder that is another account's.
    const why = NO_COMMIT.test(said) ? "" : `: ${said.replace(/\.$/, "")}`;
    throw new CommandError(
      `--commit ${options.commit}: git finds no such commit in ${from}${why}. ` +
        "Name a branch, a tag or a commit of it, or leave --commit out for the files as they are.",
      undefined,
      { cause },
    );
  }
}

const isSample = (repository: string): boolean => sameRepository(repository, SAMPLE_REPOSITORY);

function ownFolder(checkout: Checkout | undefined, repository: string): string | undefined {
  return checkout?.remotes.some(({ address }) => sameRepository(address, repository))
    ? checkout.folder
    : undefined;
}

function unmapped(repository: string, stacks: readonly string[], why: string): string {
  const shown = shownAddress(repository);
  return (
    `${stacks.map(stackFileName).join(", ")}: no folder of this machine is known for the ` +
    `repository ${shown}: ${why}. Type \`--source ${shown}=FOLDER\` with the folder of its checkout.`
  );
}

function withoutIt({ folder, remotes }: Checkout): string {
  if (remotes.length === 0) return `the checkout ${folder} has no remote`;
  const listed = remotes.map(({ name, address }) => `${name} (${shownAddress(address)})`);
  return `the checkout ${folder} has the remotes ${[...new Set(listed)].join(", ")}`;
}

/** A mapping that no stack asks for is a slip of the address. */
function unused(sources: ReadonlyMap<string, string>, repositories: readonly string[]): string[] {
  return [...sources.keys()]
    .filter((address) => !repositories.some((repository) => sameRepository(address, repository)))
    .map(
      (address) =>
        `--source ${shownAddress(address)}: no stack names this repository. The stacks name ` +
        `${[...new Set(repositories)].map(shownAddress).join(", ") || "none"}.`,
    );
}
