import { foundInstead } from "./given-file";

/** What a system says where a disk takes no more. */
const FULL: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS"]);

/** One sentence for a write that the disk refused, wherever it was; undefined for any other error. */
export function fullDiskSentence(error: unknown): string | undefined {
  const { code, dest, path } = (error ?? {}) as NodeJS.ErrnoException & { readonly dest?: string };
  if (!FULL.has(code)) return undefined;
  const place = dest ?? path;
  const room = code === "EROFS" ? "Choose" : "Make room there, or choose";
  return (
    `${place === undefined ? "" : `${place}: `}expected a disk that can be written, got ${foundInstead(error)}. ` +
    `${room} other folders by TMPDIR and PORTCULLIS_CACHE; then try again.`
  );
}
