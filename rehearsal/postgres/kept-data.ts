import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp, rename } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheDirectory, makeFolder, removeAtEnd } from "../../system";
import { nativeFolder } from "./binaries";

/** Keeps owners, which the server asks of its data, and times. */
const copy = (from: string, to: string) => promisify(execFile)("cp", ["-Rp", from, to]);

/** Of which package's programs data are made, and in which way. */
export interface Making {
  readonly programs: string | undefined;
  readonly how: readonly string[];
}

/** The folder for data that this version of the programs makes in this way. */
function keptFolder({ programs, how }: Making): string {
  const version = readFileSync(join(nativeFolder(programs), "..", "package.json"), "utf8");
  const key = createHash("sha256")
    .update(JSON.stringify([version, how]))
    .digest("hex");
  return join(cacheDirectory(), `postgres-${key.slice(0, 16)}`);
}

/** @returns whether the data are there; where they are not, nothing is */
export async function copyKept(making: Making, data: string): Promise<boolean> {
  const kept = join(keptFolder(making), "data");
  if (!existsSync(kept)) return false;
  try {
    await copy(kept, data);
    return true;
  } catch {
    // initdb says better what is wrong with the disk, and needs nothing that is kept.
    rmSync(data, { recursive: true, force: true });
    return false;
  }
}

/** Keeps data that no server runs on, as a whole or not at all. */
export async function keep(making: Making, data: string): Promise<void> {
  try {
    makeFolder(cacheDirectory());
    const draft = await mkdtemp(join(cacheDirectory(), ".postgres-"));
    const watch = removeAtEnd(draft);
    try {
      await copy(data, join(draft, "data"));
      await rename(draft, keptFolder(making));
    } finally {
      watch.remove();
    }
  } catch {
    // Another process has kept the same meanwhile, or the cache cannot be written: the next server is made without it.
  }
}
