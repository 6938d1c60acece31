import { execFile } from "node:child_process";
import {
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { relocate } from "./relocate";

/** What was installed into folders of a checkout, by a key that says from what. */
export interface Kept {
  readonly cache: string;
  readonly checkout: string;
  readonly key: string;
}

interface Contents {
  /** The checkout that it was installed in: absolute paths in it name that one. */
  readonly checkout: string;
  /** Folders, relative to the checkout. */
  readonly folders: readonly string[];
  /** What they take on the disk, where that was asked for. */
  readonly bytes?: number;
}

const CONTENTS = "contents.json";
/** In the names of entries that are being made or removed. */
const MAKING = "-making-";

const placeOf = ({ cache, key }: Kept): string => path.join(cache, "installs", key);

/**
 * Copies folders of the checkout into the cache, in place of what is kept there by the same key.
 *
 * @param without files that are not kept, relative to the checkout
 * @param bytes what the folders take on the disk
 */
export async function keep(
  kept: Kept,
  folders: readonly string[],
  { without = [], bytes }: { readonly without?: readonly string[]; readonly bytes?: number } = {},
): Promise<void> {
  const place = placeOf(kept);
  await mkdir(path.dirname(place), { recursive: true });
  const making = await mkdtemp(`${place}${MAKING}`);
  try {
    for (const [index, folder] of folders.entries()) {
      const place = path.join(making, String(index));
      await copyTree(path.join(kept.checkout, folder), place);
      for (const file of without) await rm(path.join(place, path.relative(folder, file)), { force: true });
    }
    const contents: Contents = { checkout: kept.checkout, folders, ...(bytes !== undefined && { bytes }) };
    await writeFile(path.join(making, CONTENTS), JSON.stringify(contents));
    await forget(place);
    await rename(making, place);
  } catch (error) {
    await removeTree(making);
    // Another build has kept the same meanwhile.
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** What a kept entry takes on the disk, as it was measured then; undefined where it was not, or is damaged. */
export const keptBytes = (place: string): Promise<number | undefined> =>
  readFile(path.join(place, CONTENTS), "utf8")
    .then((text) => (JSON.parse(text) as Contents).bytes)
    .catch(() => undefined);

export const isKept = (kept: Kept): Promise<boolean> =>
  stat(path.join(placeOf(kept), CONTENTS)).then(
    () => true,
    () => false,
  );

/**
 * Copies what was kept into the checkout, in place of what is there. What cannot be copied whole is removed from the
 * cache, and the checkout stays as it was.
 *
 * @param prepare changes the copy of each folder before it takes its place
 * @returns false where nothing was kept that can be used
 */
export async function restore(
  kept: Kept,
  prepare: (copied: string) => Promise<void> = async () => {},
): Promise<boolean> {
  const place = placeOf(kept);
  const entry = await stat(place).catch(() => undefined);
  if (entry === undefined) return false;
  let beside: string | undefined;
  try {
    const contents = JSON.parse(await readFile(path.join(place, CONTENTS), "utf8")) as Contents;
    beside = await mkdtemp(`${kept.checkout}-copying-`);
    for (const index of contents.folders.keys()) {
      const copied = path.join(beside, String(index));
      await copyTree(path.join(place, String(index)), copied);
      await relocate(copied, contents.checkout, kept.checkout);
      await prepare(copied);
    }
    // Another run that removes or replaces it puts it elsewhere first: what was copied of it may lack files.
    if ((await stat(place)).ino !== entry.ino) return false;
    await swap(beside, kept.checkout, contents.folders);
  } catch {
    await forget(place);
    return false;
  } finally {
    if (beside !== undefined) await removeTree(beside);
  }
  // A cache that cannot be written to serves all the same.
  await utimes(place, new Date(), new Date()).catch(() => {});
  return true;
}

/** Puts each copied folder into its place, or none: what was there is put back where one cannot be. */
async function swap(beside: string, checkout: string, folders: readonly string[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [index, folder] of folders.entries()) {
      const target = path.join(checkout, folder);
      const before = path.join(beside, `${index}-before`);
      await mkdir(path.dirname(target), { recursive: true });
      if (await lstat(target).catch(() => undefined)) {
        await rename(target, before);
        undo.unshift(() => rename(before, target));
      }
      await rename(path.join(beside, String(index)), target);
      undo.unshift(() => rename(target, path.join(beside, String(index))));
    }
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}

/** Removes an entry as far as that can be done. It is renamed first, so that a run which copies it sees that it is no longer there. */
export async function forget(place: string): Promise<void> {
  const gone = await mkdtemp(`${place}${MAKING}`).catch(() => undefined);
  if (gone === undefined) return;
  await rename(place, path.join(gone, "0")).catch(() => {});
  await removeTree(gone);
}

/** Also of folders that no one may write to, as Go's modules are. What cannot be removed stays. */
async function removeTree(folder: string): Promise<void> {
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await remove().catch(async () => {
    await promisify(execFile)("chmod", ["-R", "u+rwX", folder]).catch(() => {});
    await remove().catch(() => {});
  });
}

/** With times and rights; where the file system can, without the bytes. */
async function copyTree(from: string, to: string): Promise<void> {
  if (process.platform === "win32") await cp(from, to, { recursive: true, verbatimSymlinks: true });
  else await promisify(execFile)("cp", ["-a", from, to]);
}

const A_MONTH_MS = 30 * 24 * 3_600_000;
const A_DAY_MS = 24 * 3_600_000;

/** Removes what no build has used for a month, and what killed builds left. */
export async function removeUnused(cache: string, now: number = Date.now()): Promise<void> {
  const folder = path.join(cache, "installs");
  for (const name of await readdir(folder).catch(() => [])) {
    const place = path.join(folder, name);
    const age = now - ((await stat(place).catch(() => undefined))?.mtimeMs ?? now);
    const isMade = !name.includes(MAKING);
    if (age > (isMade ? A_MONTH_MS : A_DAY_MS)) await (isMade ? forget(place) : removeTree(place));
  }
}
