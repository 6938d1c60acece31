import { cp, mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** Neither part of a checkout nor small. */
const LEFT_OUT = new Set([".git", "node_modules", ".venv", "venv", "__pycache__"]);

/** Copies a repository's directory for one deploy. @throws Error when the directory is not there. */
export async function copySource(source: string, folder: string): Promise<void> {
  const found = await stat(source).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`The directory ${source} of the repository does not exist.`);
  await cp(source, folder, {
    recursive: true,
    // Links stay as they are written: resolved, a relative one would lead back into the source.
    verbatimSymlinks: true,
    filter: (file) => file === source || !LEFT_OUT.has(path.basename(file)),
  });
}

/** Secret files, on Render under /etc/secrets and in the root of the source: here the latter only. */
export async function writeSecretFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) {
    await writeFile(path.join(folder, path.basename(name)), content, { mode: 0o600 });
  }
}
