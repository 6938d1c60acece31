import { createHash } from "node:crypto";
import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import path from "node:path";

/** A hash of all files of a tree: names, contents, where links lead, and which may be executed. */
export async function sourceHash(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of await namesBelow(root, "")) {
    const place = path.join(root, name);
    const { mode } = await lstat(place);
    const content = await readlink(place).catch(() => readFile(place));
    hash.update(`${name}\0${mode & 0o111 ? "x" : "-"}${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function namesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory()) return namesBelow(root, name);
      return entry.isFile() || entry.isSymbolicLink() ? [name] : [];
    }),
  );
  return found.flat().sort();
}
