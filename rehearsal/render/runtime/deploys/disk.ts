import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { ServiceLog } from "../../log";

/** What a build must leave on each disk that it writes to. */
export const LEAST_FREE_BYTES = 1024 ** 3;
const LOOK_AGAIN_MS = 500;
const MAKE_ROOM =
  "Make room there, or choose other folders by TMPDIR and PORTCULLIS_CACHE; then rehearse again.";

/** The folders of a build: its checkout, what installers keep, and what programs write for a while. */
export const foldersOfBuild = (checkout: string, cache: string | undefined): readonly string[] => [
  ...new Set([checkout, ...(cache === undefined ? [] : [cache]), tmpdir()]),
];

/** Aborts where a build has left too little on a disk. `end` stops the watch. */
export function watchDisk(
  folders: readonly string[],
  least: number = LEAST_FREE_BYTES,
): { readonly signal: AbortSignal; end(): void } {
  const full = new AbortController();
  const look = async (): Promise<void> => {
    const [low] = await lowDisks(folders, least);
    if (low !== undefined) full.abort(new Error(`The build was ended: ${low} left. ${MAKE_ROOM}`));
  };
  const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
  return { signal: full.signal, end: () => clearInterval(timer) };
}

/** Folders on disks with less, each with what is left. One that cannot be asked is left out: its own error says why. */
async function lowDisks(folders: readonly string[], least: number): Promise<readonly string[]> {
  const asked = folders.map(async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    return free >= least ? [] : [`the disk of ${folder} has only ${Math.floor(free / 1024 ** 2)} MiB`];
  });
  return (await Promise.allSettled(asked)).flatMap((one) => (one.status === "fulfilled" ? one.value : []));
}

/** As programs of every language say it: strerror(3) of ENOSPC and EDQUOT, and their names. */
const SAID = /\b(?:No space left on device|Disk quota exceeded|ENOSPC|EDQUOT)\b/i;
const LAST_LINES = 200;

/** Says which disk is full where a build that failed has said that one is: its own line names a file at most. */
export async function noteFullDisk(
  log: ServiceLog,
  folders: readonly string[],
  error?: Error,
): Promise<void> {
  const lines = log.lines.slice(-LAST_LINES).map(({ message }) => message);
  if (![...lines, error?.message ?? ""].some((line) => SAID.test(line))) return;
  const low = await lowDisks(folders, LEAST_FREE_BYTES);
  const which = low.length === 0 ? "a disk was full, and has room again now" : `${low.join(", and ")} left`;
  log.note("build", `The build could not write: ${which}. ${MAKE_ROOM}`);
}
