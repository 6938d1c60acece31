import { statfs } from "node:fs/promises";

/** What a build must leave on the disk of its checkout. */
const LEAST_FREE_BYTES = 1024 ** 3;
const LOOK_AGAIN_MS = 500;

/** Aborts where a build has left too little on the disk. `end` stops the watch. */
export function watchDisk(
  folder: string,
  least: number = LEAST_FREE_BYTES,
): { readonly signal: AbortSignal; end(): void } {
  const full = new AbortController();
  const look = async (): Promise<void> => {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize >= least) return;
    const free = Math.floor((bavail * bsize) / 1024 ** 2);
    full.abort(
      new Error(
        `The build was ended: the disk of ${folder} has only ${free} MiB left. Make room, or write less in the build.`,
      ),
    );
  };
  // A folder that cannot be asked is not watched: the build's own error says what is wrong.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_AGAIN_MS);
  return { signal: full.signal, end: () => clearInterval(timer) };
}
