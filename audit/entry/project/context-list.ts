import path from "node:path";
import ignore from "ignore";
import type { Repository } from "../../reader";

/** A list of what no build gets of its folder (docs.docker.com/build/concepts/context: .dockerignore files). */
export interface ContextList {
  readonly file: string;
  readonly lines: readonly string[];
}

/** The image's own list is taken in place of the folder's. */
export function contextList(image: string, context: string, repository: Repository): ContextList | undefined {
  const file = [`${image}.dockerignore`, path.posix.join(context, ".dockerignore")].find((one) =>
    repository.has(one),
  );
  const text = file === undefined ? undefined : repository.text(file);
  if (file === undefined || text === undefined) return undefined;
  const lines = text.split(/\r?\n/).filter((line) => !line.startsWith("#"));
  return { file, lines: lines.map((line) => line.trim()).filter((line) => line !== "" && line !== "!") };
}

/**
 * The line that keeps a path out of the context: the last one that fits it or a folder around it. Each begins at the
 * context's folder, and an exception may let in what is below.
 *
 * @param source from the context's folder
 */
export function leftOutBy({ lines }: ContextList, source: string): string | undefined {
  const last = lines.findLast((line) => fits(withoutMark(line), source));
  if (last === undefined || last.startsWith("!")) return undefined;
  const below = lines.slice(lines.lastIndexOf(last)).filter((line) => line.startsWith("!"));
  return below.some((line) => mayBeBelow(withoutMark(line), source)) ? undefined : last;
}

function withoutMark(line: string): string {
  return path.posix.normalize(line.replace(/^!\s*/, "")).replace(/^\/+|\/+$/g, "");
}

function fits(pattern: string, source: string): boolean {
  return pattern !== "" && pattern !== "." && ignore().add(`/${pattern}`).ignores(source);
}

/** Whether a pattern may fit something in the folder, as far as it is written without wildcards. */
function mayBeBelow(pattern: string, folder: string): boolean {
  const written = pattern.replace(/[*?[\\].*$/s, "");
  return written === pattern
    ? pattern.startsWith(`${folder}/`)
    : `${folder}/`.startsWith(written) || written.startsWith(`${folder}/`);
}
