import type { Reader, Repository } from "../reader";
import { READERS } from "../readers";

/** Readers that see other texts for some files: what the files would state if they were changed so. */
export function readersOver(
  texts: ReadonlyMap<string, string>,
  readers: readonly Reader[] = READERS,
): readonly Reader[] {
  // One for each run, since readers keep what they know of a repository by the object that it is.
  const seen = new WeakMap<Repository, Repository>();
  const over = (repository: Repository): Repository => {
    const known = seen.get(repository);
    if (known !== undefined) return known;
    const text = (path: string): string | undefined => texts.get(path) ?? repository.text(path);
    const changed = { ...repository, text };
    seen.set(repository, changed);
    return changed;
  };
  return readers.map((reader) => ({
    ...reader,
    read: ({ path, text }, repository) =>
      reader.read({ path, text: texts.get(path) ?? text }, over(repository)),
  }));
}
