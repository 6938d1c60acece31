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
