import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

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
}

const CONTENTS = "contents.json";
const placeOf = ({ cache, key }: Kept): string => path.join(cache, "installs", key);

/**
 * Copies folders of the checkout into the cache. What another build has kept meanwhile stays.
 *
 * @param without files that are not kept, relative to the checkout
 */
export async function keep(
  kept: Kept,
  folders: readonly string[],
  without: readonly string[] = [],
): Promise<void> {
  const place = placeOf(kept);
  await mkdir(path.dirname(place), { recursive: true });
  const making = await mkdtemp(`${place}-making-`);
  try {
    for (const [index, folder] of folders.entries()) {
      const place = path.join(making, String(index));
      await copyTree(path.join(kept.checkout, folder), place);
      for (const file of without) await rm(path.join(place, path.relative(folder, file)), { force: true });
    }
    const contents: Contents = { checkout: kept.checkout, folders };
    await writeFile(path.join(making, CONTENTS), JSON.stringify(contents));
    await rename(making, place);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

export const isKept = (kept: Kept): Promise<boolean> =>
  stat(path.join(placeOf(kept), CONTENTS)).then(
    () => true,
    () => false,
  );

/** Copies what was kept into the checkout, in place of what is there. @returns false where nothing was kept */
export async function restore(kept: Kept): Promise<boolean> {
  const place = placeOf(kept);
  const text = await readFile(path.join(place, CONTENTS), "utf8").catch(() => undefined);
  if (text === undefined) return false;
  const contents = JSON.parse(text) as Contents;
  for (const [index, folder] of contents.folders.entries()) {
    const target = path.join(kept.checkout, folder);
    await rm(target, { recursive: true, force: true });
    await mkdir(path.dirname(target), { recursive: true });
    await copyTree(path.join(place, String(index)), target);
    await relocate(target, contents.checkout, kept.checkout);
  }
  await utimes(place, new Date(), new Date());
  return true;
}

/** With times and rights; where the file system can, without the bytes. */
async function copyTree(from: string, to: string): Promise<void> {
  if (process.platform === "win32") await cp(from, to, { recursive: true, verbatimSymlinks: true });
  else await promisify(execFile)("cp", ["-a", from, to]);
}

/** Files of a virtual environment that name its own place. node_modules name none. */
const NAMES_ITS_PLACE = /(?:\.pth|__editable__.*\.py|direct_url\.json|pyvenv\.cfg|\.egg-link)$/;
const LARGEST = 1024 * 1024;

/** Writes the new place where an environment's own files name the old one. */
async function relocate(folder: string, from: string, to: string): Promise<void> {
  if (!(await stat(path.join(folder, "pyvenv.cfg")).catch(() => undefined))) return;
  const programs = path.join(folder, "bin");
  const libraries = (await readdir(path.join(folder, "lib")).catch(() => [])).map((version) =>
    path.join(folder, "lib", version, "site-packages"),
  );
  const files = [
    path.join(folder, "pyvenv.cfg"),
    ...(await readdir(programs).catch(() => [])).map((name) => path.join(programs, name)),
    ...(await Promise.all(libraries.map(namingFiles))).flat(),
  ];
  await Promise.all(files.map((file) => replaceIn(file, from, to)));
}

async function namingFiles(library: string): Promise<string[]> {
  const names = await readdir(library, { withFileTypes: true }).catch(() => []);
  return names.flatMap((entry) => {
    if (entry.isDirectory() && entry.name.endsWith(".dist-info"))
      return [path.join(library, entry.name, "direct_url.json")];
    return NAMES_ITS_PLACE.test(entry.name) ? [path.join(library, entry.name)] : [];
  });
}

async function replaceIn(file: string, from: string, to: string): Promise<void> {
  const status = await stat(file).catch(() => undefined);
  if (!status?.isFile() || status.size > LARGEST) return;
  const bytes = await readFile(file);
  // A program that is no text holds no path that would be read.
  if (bytes.includes(0) || !bytes.includes(from)) return;
  await writeFile(file, bytes.toString("utf8").replaceAll(from, to));
}

const A_MONTH_MS = 30 * 24 * 3_600_000;
const A_DAY_MS = 24 * 3_600_000;

/** Removes what no build has used for a month, and what killed builds left. */
export async function removeUnused(cache: string, now: number = Date.now()): Promise<void> {
  const folder = path.join(cache, "installs");
  for (const name of await readdir(folder).catch(() => [])) {
    const place = path.join(folder, name);
    const age = now - ((await stat(place).catch(() => undefined))?.mtimeMs ?? now);
    if (age > (name.includes("-making-") ? A_DAY_MS : A_MONTH_MS))
      await rm(place, { recursive: true, force: true });
  }
}
