import { lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { isFolderIgnored } from "../../audit";
import { quotePath } from "../../domain/shell-words";
import type { Checkout } from "./checkout";

const PACKAGES = "node_modules";

/** What to type where git would take installed packages: a repository of another language ignores none. */
export function packagesInGit(folder: string, { isThere, root }: Checkout): readonly string[] {
  if (!isThere) return [];
  return [...new Set([root, folder])].flatMap((at) => {
    const packages = path.join(at, PACKAGES);
    const inside = path.relative(root, packages).split(path.sep).join("/");
    if (!isFolder(packages) || isFolderIgnored(root, inside)) return [];
    const list = path.join(at, ".gitignore");
    return [
      `No .gitignore names ${inside}/, and \`git add .\` takes its packages too unless a list of your own does: ` +
        `type \`${added(list)}\`, and commit that file.`,
    ];
  });
}

/** The line is one of its own, also where the file's last one has no end. */
function added(list: string): string {
  const isFile = lstatSync(list, { throwIfNoEntry: false })?.isFile() === true;
  const isOpen = isFile && !/(?:^|\n)$/.test(readFileSync(list, "utf8"));
  const line = isOpen ? `printf '\\n${PACKAGES}/\\n'` : `echo ${PACKAGES}/`;
  return `${line} >> ${quotePath(path.relative(process.cwd(), list))}`;
}

function isFolder(at: string): boolean {
  return lstatSync(at, { throwIfNoEntry: false })?.isDirectory() === true;
}
