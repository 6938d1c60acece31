import path from "node:path";
import { foundInstead } from "./given-file";

/** What a system says where a folder cannot be made, entered or written. */
const REFUSED: ReadonlySet<unknown> = new Set(["EACCES", "EPERM", "EEXIST", "ENOTDIR"]);

const isWithin = (folder: string, place: string): boolean => !path.relative(folder, place).startsWith("..");

/** One sentence where the cache, or a folder above it, is what a system refused; undefined for any other error. */
export function unusableCacheSentence(error: unknown, cache: string): string | undefined {
  const {
    code,
    dest,
    path: at,
    syscall,
  } = (error ?? {}) as NodeJS.ErrnoException & { readonly dest?: string };
  const place = dest ?? at;
  // A file that is missed in the cache is a defect, and a folder that cannot be made there is none.
  const isRefused = REFUSED.has(code) || (code === "ENOENT" && syscall === "mkdir");
  if (place === undefined || !isRefused) return undefined;
  if (!isWithin(cache, place) && !isWithin(place, cache)) return undefined;
  return (
    `${place}: expected a folder for what is kept between runs, got ${foundInstead(error)}. ` +
    "Choose another by PORTCULLIS_CACHE; then try again."
  );
}
