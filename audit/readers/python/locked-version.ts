import path from "node:path";
import type { Repository } from "../../reader";

/** How each file says which version of a package is installed; a lock file before what asks for it. */
const FILES: readonly { readonly file: string; readonly version: (name: string) => RegExp }[] = [
  ...["uv.lock", "poetry.lock", "pdm.lock"].map((file) => ({
    file,
    version: (name: string) => new RegExp(`^name = "${name}"\\s*\\nversion = "(?<version>[^"]+)"`, "im"),
  })),
  {
    file: "Pipfile.lock",
    version: (name) => new RegExp(`"${name}":\\s*\\{[^}]*"version":\\s*"==(?<version>[^"]+)"`, "i"),
  },
  ...["requirements.txt", "requirements.lock", "requirements-prod.txt"].map((file) => ({
    file,
    version: (name: string) =>
      new RegExp(`^\\s*${name}(?:\\[[^\\]]*\\])?\\s*(?:===?|~=)\\s*(?<version>\\d[\\w.]*)`, "im"),
  })),
];

/** The version of a Python package that the nearest lock file has, or a pin; undefined where none says it. */
export function lockedVersion(repository: Repository, from: string, name: string): string | undefined {
  for (let folder = path.posix.dirname(from); ; folder = path.posix.dirname(folder)) {
    for (const { file, version } of FILES) {
      const text = repository.text(path.posix.join(folder, file));
      const found = text === undefined ? undefined : version(name).exec(text)?.groups?.version;
      if (found !== undefined) return found;
    }
    if (folder === "." || folder === "/") return undefined;
  }
}

/** Whether a file of requirements in the repository has a package, in whichever version. */
export function isRequired(repository: Repository, name: string): boolean {
  const listed = new RegExp(`(?:^|["'\\s])${name}(?:\\[[^\\]]*\\])?\\s*(?:[<>=~!;"',(]|$)`, "im");
  return ["requirements.txt", "pyproject.toml", "Pipfile", "uv.lock", "poetry.lock"]
    .flatMap((file) => repository.named(file))
    .some((file) => listed.test(repository.text(file) ?? ""));
}
