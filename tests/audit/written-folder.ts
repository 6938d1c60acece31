import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Files by their paths. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** Writes a repository into a new temporary folder, gives it to `use`, and removes it when that is done. */
export function inFolder<T>(files: Files, use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-audit-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  let used: T;
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    used = use(folder);
  } catch (cause) {
    remove();
    throw cause;
  }
  if (used instanceof Promise) return used.finally(remove) as T;
  remove();
  return used;
}

/** With the lock file that `npm ci` takes, beside each package.json that has none: lists of cases leave it out. */
export function withLocks<F extends Files>(files: F): Files {
  const texts = Object.values(files).join("\n");
  if (!/\bnpm ci\b/.test(texts) || /package-lock\.json/.test(Object.keys(files).join("\n"))) return files;
  const locks = Object.keys(files)
    .filter((file) => path.posix.basename(file) === "package.json")
    .map((file) => path.posix.join(path.posix.dirname(file), "package-lock.json"));
  return { ...files, ...Object.fromEntries(locks.map((file) => [file, '{ "lockfileVersion": 1 }\n'])) };
}
