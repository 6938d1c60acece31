import type { Repository } from "../../../audit/reader";

/** A repository in which a reader finds no other file. */
export const ONE_FILE: Repository = {
  has: () => false,
  lacks: () => true,
  ignores: () => false,
  text: () => undefined,
  named: () => [],
  ending: () => [],
  below: () => [],
};

/** A repository of these files, by their paths. */
export function filesOf(files: Readonly<Record<string, string>>): Repository {
  return {
    has: (path) => Object.hasOwn(files, path),
    lacks: (path) => !Object.keys(files).some((file) => file === path || file.startsWith(`${path}/`)),
    ignores: () => false,
    text: (path) => files[path],
    named: (name) => Object.keys(files).filter((file) => file === name || file.endsWith(`/${name}`)),
    ending: (extension) => Object.keys(files).filter((file) => file.endsWith(extension)),
    below: (folder, extension) =>
      Object.keys(files).filter(
        (file) => file.endsWith(extension) && (folder === "" || file.startsWith(`${folder}/`)),
      ),
  };
}
