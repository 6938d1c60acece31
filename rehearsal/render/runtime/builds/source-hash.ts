import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir, readlink } from "node:fs/promises";
import { inTree } from "./named-in-tree";

/** A hash of all that is in a tree: names, contents, where links lead, which may be executed, and empty folders. */
export async function sourceHash(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await namesBelow(root, "")).sort()) {
    const place = inTree(root, name);
    const status = await lstat(place);
    const kind = status.isDirectory() ? "d" : status.isSymbolicLink() ? "l" : status.mode & 0o111 ? "x" : "-";
    // A folder's size is its file system's affair; that of a file comes before a content of any length.
    hash.update(`${name}\0${kind}${status.isDirectory() ? 0 : status.size}\0`);
    if (status.isSymbolicLink()) hash.update(await readlink(place, "buffer"));
    else if (status.isFile()) for await (const part of createReadStream(place)) hash.update(part as Buffer);
  }
  return hash.digest("hex");
}

/** Files, links and empty folders; a character for each byte, because a name need not be UTF-8. */
async function namesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(inTree(root, folder), { withFileTypes: true, encoding: "latin1" });
  if (entries.length === 0 && folder !== "") return [folder];
  const found = await Promise.all(
    entries.map((entry) => {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return namesBelow(root, name);
      return entry.isFile() || entry.isSymbolicLink() ? [name] : [];
    }),
  );
  return found.flat();
}
