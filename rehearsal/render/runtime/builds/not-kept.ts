import { lstat, readFile } from "node:fs/promises";
import path from "node:path";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { commandFolder } from "../environment/command-folder";
import { namesOfDeploy } from "./build-key";
import type { CountedAddresses } from "./counted-addresses";
import { filesNaming, linksInto, shownName } from "./named-in-tree";

// A shorter value is in many files by chance.
const SHORTEST_SECRET = 8;

/** What is known of a tree that a build command has made. */
export type Examined =
  /** Why it can serve no other deploy. */
  | { readonly why: string }
  /** Files that name the place in which it was made, a character for each byte of their names. */
  | { readonly namingPlace: readonly string[] };

/** Whether what a build command has made of a checkout can serve another deploy, and what has to be changed for that. */
export async function examineTree(
  { options }: RuntimeContext,
  prepared: PreparedDeploy,
  addresses: CountedAddresses,
): Promise<Examined> {
  const { folder, snapshot } = prepared;
  if (addresses.count > 0) return { why: "it has connected to a database" };
  const changed = await changedSecretFile(prepared);
  if (changed !== undefined) return { why: `it has changed or removed the secret file ${changed}` };
  const given = [...(options.secrets ?? []), ...snapshot.secretFiles.values()].map(longestLine);
  const found = await filesNaming(folder, {
    deploy: [...namesOfDeploy(prepared), ...addresses.all],
    secrets: given.filter((secret) => secret.length >= SHORTEST_SECRET),
    place: [folder],
  });
  const [named] = found.deploy;
  if (named !== undefined)
    return { why: `${shownName(named)} names this deploy's commit, identifier or addresses` };
  const own = new Set(secretFilesIn(prepared));
  const [holder] = found.secrets.map(shownName).filter((name) => !own.has(name));
  if (holder !== undefined) return { why: `${holder} has the value of a secret in it` };
  const [link] = await linksInto(folder, folder);
  if (link !== undefined) return { why: `${shownName(link)} leads to its place by the whole path` };
  return { namingPlace: found.place };
}

/** The deploy's secret files, relative to the checkout. */
export function secretFilesIn(prepared: PreparedDeploy): readonly string[] {
  const root = path.relative(prepared.folder, commandFolder(prepared));
  return [...prepared.snapshot.secretFiles.keys()].map((name) => path.join(root, path.basename(name)));
}

async function changedSecretFile(prepared: PreparedDeploy): Promise<string | undefined> {
  for (const [name, content] of prepared.snapshot.secretFiles) {
    const file = path.join(commandFolder(prepared), path.basename(name));
    const same = (await lstat(file).catch(() => undefined))?.isFile() === true;
    if (!same || !(await readFile(file)).equals(Buffer.from(content))) return path.basename(name);
  }
  return undefined;
}

/** Files are searched line by line; a key's first line is the same in each. */
const longestLine = (text: string): string =>
  text.split(/\r?\n/).reduce((longest, line) => (line.length > longest.length ? line : longest), "");
