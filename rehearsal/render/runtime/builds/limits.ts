import { execFile } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { forget, keptBytes } from "../installs/snapshot";

/** How much is kept of what build commands have made. */
interface Limits {
  /** Of all services, in bytes on the disk. */
  readonly bytes: number;
  readonly buildsOfService: number;
}

export const LIMITS: Limits = { bytes: 5 * 1024 ** 3, buildsOfService: 20 };

const OF_BUILD = /^(build-[0-9a-f]+)-[0-9a-f]+$/;

/** Removes the builds beyond the limits, the least recently used first. */
export async function removeBeyond(
  cache: string,
  { bytes, buildsOfService }: Limits = LIMITS,
): Promise<void> {
  const folder = path.join(cache, "installs");
  const names = (await readdir(folder)).filter((name) => OF_BUILD.test(name));
  const used = async (name: string) =>
    (await stat(path.join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0;
  const builds = await Promise.all(names.map(async (name) => ({ name, used: await used(name) })));
  const ofService = new Map<string, number>();
  let all = 0;
  for (const { name } of builds.sort((a, b) => b.used - a.used)) {
    const place = path.join(folder, name);
    const service = OF_BUILD.exec(name)?.[1] ?? "";
    const count = (ofService.get(service) ?? 0) + 1;
    ofService.set(service, count);
    all += await takenBy(place);
    if (count > buildsOfService || all > bytes) await forget(place);
  }
}

/** What a folder takes on the disk. */
export async function bytesOf(folder: string): Promise<number> {
  const { stdout } = await promisify(execFile)("du", ["-sk", folder]);
  return Number.parseInt(stdout, 10) * 1024;
}

/** As it was measured once: to measure all that is kept takes seconds after each build. A damaged entry is measured again. */
const takenBy = async (place: string): Promise<number> =>
  (await keptBytes(place)) ?? (await bytesOf(place).catch(() => 0));
