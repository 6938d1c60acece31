import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** Files of a virtual environment that name its own place. node_modules name none. */
const NAMES_ITS_PLACE = /(?:\.pth|__editable__.*\.py|direct_url\.json|pyvenv\.cfg|\.egg-link)$/;
const LARGEST = 1024 * 1024;

/** Writes the new place where an environment's own files name the old one. */
export async function relocate(folder: string, from: string, to: string): Promise<void> {
  if (!(await stat(path.join(folder, "pyvenv.cfg")).catch(() => undefined))) return;
  const programs = path.join(folder, "bin");
  const libraries = (await readdir(path.join(folder, "lib")).catch(() => [])).map((version) =>
    path.join(folder, "lib", version, "site-packages"),
  );
  const files = [
    path.join(folder, "pyvenv.cfg"),
    ...(await readdir(programs).catch(() => [])).map((name) => path.join(programs, name)),
    ...(await Promise.all(libraries.map(namingFiles))).flat(),
  ];
  await Promise.all(files.map((file) => replaceIn(file, from, to)));
}

async function namingFiles(library: string): Promise<string[]> {
  const names = await readdir(library, { withFileTypes: true }).catch(() => []);
  return names.flatMap((entry) => {
    if (entry.isDirectory() && entry.name.endsWith(".dist-info"))
      return [path.join(library, entry.name, "direct_url.json")];
    return NAMES_ITS_PLACE.test(entry.name) ? [path.join(library, entry.name)] : [];
  });
}

async function replaceIn(file: string, from: string, to: string): Promise<void> {
  const status = await stat(file).catch(() => undefined);
  if (!status?.isFile() || status.size > LARGEST) return;
  const bytes = await readFile(file);
  // A program that is no text holds no path that would be read.
  if (bytes.includes(0) || !bytes.includes(from)) return;
  await writeFile(file, bytes.toString("utf8").replaceAll(from, to));
}
