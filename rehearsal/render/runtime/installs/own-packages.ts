import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = "pyproject.toml";
/** What uv compares by default: docs.astral.sh/uv/reference/settings, `cache-keys`, read in November 2026. */
const COMPARED = [PROJECT, "setup.py", "setup.cfg"];
/** Beside a package that uv has built: when the files that it was built from were changed. */
const STAMPS = "uv_cache.json";

interface Stamps {
  readonly timestamp?: unknown;
  readonly directories?: Readonly<Record<string, unknown>>;
}

/**
 * Says of packages of the checkout that uv has built before that they are built from this checkout's files, whose
 * manifests are the same by the key. uv compares the time at which a file came to its place, which each copy changes, and
 * would build them again. What it compares otherwise is left to it.
 *
 * @returns whether the environment holds such a package
 */
export async function takeOwnPackages(environment: string, checkout: string): Promise<boolean> {
  const libraries = await readdir(path.join(environment, "lib")).catch(() => []);
  let found = false;
  for (const version of libraries) {
    const library = path.join(environment, "lib", version, "site-packages");
    for (const name of await readdir(library).catch(() => [])) {
      if (!name.endsWith(".dist-info")) continue;
      const source = await sourceOf(path.join(library, name), checkout);
      if (source === undefined) continue;
      found = true;
      await stamp(path.join(library, name, STAMPS), source);
    }
  }
  return found;
}

/** The folder of the checkout that a package was built from; undefined of one from elsewhere. */
async function sourceOf(information: string, checkout: string): Promise<string | undefined> {
  const text = await readFile(path.join(information, "direct_url.json"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const { url = "" } = JSON.parse(text) as { url?: string };
  const folder = url.startsWith("file:") ? fileURLToPath(url) : "";
  return folder === checkout || folder.startsWith(checkout + path.sep) ? folder : undefined;
}

async function stamp(file: string, source: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  const project = await readFile(path.join(source, PROJECT), "utf8").catch(() => "");
  if (text === undefined || project.includes("cache-keys")) return;
  const stamps = JSON.parse(text) as Stamps;
  const changed = await Promise.all(COMPARED.map((name) => timesOf(path.join(source, name))));
  const newest = changed.flatMap((times) => times?.ctimeNs ?? []).sort((a, b) => (a < b ? 1 : -1))[0];
  const folders = Object.entries(stamps.directories ?? {}).map(async ([name, value]) => {
    const born = (await timesOf(path.join(source, name)))?.birthtimeNs;
    return [name, born === undefined ? value : inParts(born)] as const;
  });
  const own = {
    ...stamps,
    ...(newest !== undefined && { timestamp: inParts(newest) }),
    directories: Object.fromEntries(await Promise.all(folders)),
  };
  await writeFile(file, JSON.stringify(own));
}

const timesOf = (file: string) => stat(file, { bigint: true }).catch(() => undefined);

const inParts = (nanoseconds: bigint): Readonly<Record<string, number>> => ({
  secs_since_epoch: Number(nanoseconds / 1_000_000_000n),
  nanos_since_epoch: Number(nanoseconds % 1_000_000_000n),
});
