import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

const NONE_FOUND = 1;

/**
 * Files of a tree that have one of the texts in them, whatever else is in the file. The tree is read once for all groups.
 *
 * @param groups texts of one line each
 * @returns for each group names below the folder, a character for each byte: a name need not be UTF-8
 */
export async function filesNaming<Group extends string>(
  folder: string,
  groups: Readonly<Record<Group, readonly string[]>>,
): Promise<Readonly<Record<Group, readonly string[]>>> {
  const named = Object.entries<readonly string[]>(groups).map(
    ([group, texts]) =>
      [group as Group, texts.filter((text) => text !== "").map((text) => Buffer.from(text))] as const,
  );
  const wanted = named.flatMap(([, texts]) => texts);
  const found = Object.fromEntries(named.map(([group]) => [group, [] as string[]])) as Record<
    Group,
    string[]
  >;
  if (wanted.length === 0) return found;
  // On standard input, because everybody on a machine can read a program's arguments.
  const input = `${wanted.join("\n")}\n`;
  for (const name of await namesFrom("grep", ["-rlF", "--null", "-f", "-", "."], { folder, input })) {
    const bytes = await readFile(inTree(folder, name));
    for (const [group, texts] of named)
      if (texts.some((text) => bytes.includes(text))) found[group].push(name);
  }
  return found;
}

/** Links of a tree that lead to a place below a folder by its whole path; names as in `filesNaming`. */
export const linksInto = (folder: string, place: string): Promise<readonly string[]> =>
  namesFrom("find", [".", "-type", "l", "-lname", `${place.replace(/[\\*?[]/g, "\\$&")}*`, "-print0"], {
    folder,
    input: "",
  });

/** Where a name of a tree is. */
export const inTree = (folder: string, name: string): Buffer =>
  Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, "latin1")]);

export const shownName = (name: string): string => Buffer.from(name, "latin1").toString("utf8");

async function namesFrom(
  program: string,
  words: readonly string[],
  { folder, input }: { readonly folder: string; readonly input: string },
): Promise<readonly string[]> {
  const child = spawn(program, words, { cwd: folder, env: { ...process.env, LC_ALL: "C" } });
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? -1));
  });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  child.stdout.setEncoding("latin1");
  const [code, names, complaints] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code !== 0 && !(program === "grep" && code === NONE_FOUND))
    throw new Error(`${program} could not read what was made: ${complaints.trim().split("\n")[0]}`);
  return names.split("\0").flatMap((name) => (name === "" ? [] : [name.replace(/^\.\//, "")]));
}
