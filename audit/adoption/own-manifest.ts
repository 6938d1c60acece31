import path from "node:path";
import type { Repository } from "../reader";

/** The packages of this repository, which are installed beside any language. */
const OWN = new Set(["portcullis", "portcullis-rehearsal"]);
/** What npm writes where it installs into a folder without a manifest. */
const BY_NPM = new Set(["dependencies", "devDependencies", "allowScripts"]);

/** Whether a folder's package.json is there for these packages alone: then it says nothing of the service's language. */
export function isOwnManifest(folder: string, repository: Repository): boolean {
  const text = repository.text(path.posix.join(folder, "package.json"));
  if (text === undefined) return false;
  try {
    const manifest = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    const { dependencies = {}, devDependencies = {} } = manifest;
    const names = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
    return (
      names.length > 0 &&
      names.every((name) => OWN.has(name)) &&
      Object.keys(manifest).every((key) => BY_NPM.has(key))
    );
  } catch {
    return false;
  }
}
