import path from "node:path";
import ignore from "ignore";
import { oncePerPart } from "../../once-per-repository";
import type { Repository } from "../../reader";

/** A list of what no build gets of its folder (docs.docker.com/build/concepts/context: .dockerignore files). */
interface ContextList {
  readonly file: string;
  readonly lines: readonly Line[];
}

interface Line {
  readonly written: string;
  readonly pattern: string;
  readonly lets: boolean;
  fits(source: string): boolean;
}

/** The image's own list is taken in place of the folder's. */
export function contextList(image: string, context: string, repository: Repository): ContextList | undefined {
  const files = [`${image}.dockerignore`, path.posix.join(context, ".dockerignore")];
  const file = files.find((one) => repository.has(one));
  return file === undefined ? undefined : listIn(repository, file);
}

/** A list is read once: each source of each image that is built of its folder is asked of it. */
const listIn = oncePerPart((repository, file: string): ContextList | undefined => {
  const lines = repository
    .text(file)
    ?.split(/\r?\n/)
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "!");
  return lines && { file, lines: lines.map(lineOf) };
});

function lineOf(written: string): Line {
  const pattern = path.posix.normalize(written.replace(/^!\s*/, "")).replace(/^\/+|\/+$/g, "");
  const list = ignore().add(pattern === "" || pattern === "." ? [] : `/${pattern}`);
  return { written, pattern, lets: written.startsWith("!"), fits: (source) => list.ignores(source) };
}

/**
 * The line that keeps a path out of the context: the last one that fits it or a folder around it. Each begins at the
 * context's folder, and an exception may let in what is below.
 *
 * @param source from the context's folder
 */
export function leftOutBy({ lines }: ContextList, source: string): string | undefined {
  const at = lines.findLastIndex((line) => line.fits(source));
  const last = lines[at];
  if (last === undefined || last.lets) return undefined;
  const isLetIn = lines.slice(at).some(({ lets, pattern }) => lets && mayBeBelow(pattern, source));
  return isLetIn ? undefined : last.written;
}

/** Whether a pattern may fit something in the folder, as far as it is written without wildcards. */
function mayBeBelow(pattern: string, folder: string): boolean {
  const written = pattern.replace(/[*?[\\].*$/s, "");
  return written === pattern
    ? pattern.startsWith(`${folder}/`)
    : `${folder}/`.startsWith(written) || written.startsWith(`${folder}/`);
}
