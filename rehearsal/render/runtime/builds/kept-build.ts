import { chmod, mkdir, readFile, rm, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { writeSecretFiles } from "../deploys/checkout";
import { LEAST_FREE_BYTES } from "../deploys/disk";
import { commandFolder } from "../environment/command-folder";
import { takeOwnPackages } from "../installs/own-packages";
import { type Kept, keep, removeUnused, restore } from "../installs/snapshot";
import { ENVIRONMENT } from "../toolchains/python";
import { buildKey } from "./build-key";
import type { CountedAddresses } from "./counted-addresses";
import { bytesOf, LIMITS, removeBeyond } from "./limits";
import { inTree } from "./named-in-tree";
import { examineTree, secretFilesIn } from "./not-kept";

/** Beside the tree: which of its files name the checkout that it was made in, and that checkout. */
const PLACES = ".portcullis-places.json";

interface Places {
  readonly checkout: string;
  /** Relative to the checkout, a character for each byte. */
  readonly files: readonly string[];
}

/** The whole tree that a build command has made of a checkout, kept for the same command, files, variables and tools. */
export class KeptBuild {
  private readonly kept: Kept;

  constructor(
    private readonly context: RuntimeContext,
    private readonly prepared: PreparedDeploy,
    {
      cache,
      source,
      text,
    }: {
      readonly cache: string;
      /** The hash of the checkout's files before the build. */
      readonly source: string;
      /** The command. */
      readonly text: string;
    },
  ) {
    const key = buildKey(context, prepared, { source, text });
    this.kept = { cache, checkout: prepared.folder, key };
  }

  /** Puts what was kept in the place of the checkout. @returns false where nothing was kept that can be used */
  async restore(): Promise<boolean> {
    const { checkout } = this.kept;
    const root = path.relative(checkout, commandFolder(this.prepared));
    const copied = await restore(this.kept, async (tree) => {
      const file = path.join(tree, PLACES);
      const places = JSON.parse(await readFile(file, "utf8")) as Places;
      await rm(file);
      for (const name of places.files) await rewrite(inTree(tree, name), places.checkout, checkout);
      await writeSecretFiles(path.join(tree, root), this.prepared.snapshot.secretFiles);
    });
    if (!copied) return false;
    // Else `uv run` would build the service's own package again where the service starts, which does no harm.
    await takeOwnPackages(path.join(checkout, ENVIRONMENT), checkout).catch(() => false);
    return true;
  }

  /**
   * Keeps what the command has made.
   *
   * @returns why the command has to run again each time; undefined where it has not
   */
  async keep(addresses: CountedAddresses): Promise<string | undefined> {
    const { checkout, cache } = this.kept;
    const examined = await examineTree(this.context, this.prepared, addresses);
    if ("why" in examined) return examined.why;
    const bytes = await bytesOf(checkout);
    if (bytes > LIMITS.bytes) return `it takes more than ${LIMITS.bytes / 1024 ** 3} GiB`;
    if (!(await hasRoom(bytes, cache))) return "the disk has no room to keep what it has made";
    const files = examined.namingPlace.filter((file) => !file.endsWith(COMPILED));
    const places: Places = { checkout, files };
    const written = path.join(checkout, PLACES);
    await writeFile(written, JSON.stringify(places));
    // Secrets are not kept; each deploy writes its own.
    const secret = secretFilesIn(this.prepared);
    await keep(this.kept, TREE, { without: secret, bytes }).finally(() => rm(written, { force: true }));
    await removeUnused(cache);
    await removeBeyond(cache);
    return undefined;
  }
}

/** Python's compiled modules: it puts their own place into them as it loads one (importlib's `_fix_co_filename`). */
const COMPILED = ".pyc";

/** The checkout itself. */
const TREE = ["."];

const OWNER_WRITES = 0o200;

/** A file that is no text can name a place of the same length alone: its other bytes stay where they are. */
async function rewrite(file: Buffer, from: string, to: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.includes(0) && from.length !== to.length) return;
  const text = bytes.toString("latin1");
  const [old, now] = [from, to].map((place) => Buffer.from(place).toString("latin1"));
  const { mode } = await stat(file);
  if (!(mode & OWNER_WRITES)) await chmod(file, mode | OWNER_WRITES);
  await writeFile(file, Buffer.from(text.replaceAll(old ?? "", now ?? ""), "latin1"));
  if (!(mode & OWNER_WRITES)) await chmod(file, mode);
}

async function hasRoom(bytes: number, cache: string): Promise<boolean> {
  await mkdir(cache, { recursive: true });
  const { bavail, bsize } = await statfs(cache);
  return bavail * bsize - bytes > LEAST_FREE_BYTES;
}
