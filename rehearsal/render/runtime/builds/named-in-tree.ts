import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

const NONE_FOUND = 1;

/**
 * Files of a tree that have one of the texts in them, whatever else is in the file.
 *
 * @param texts each of one line
 * @returns names below the folder, a character for each byte: a name need not be UTF-8
 */
export async function filesNaming(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const wanted = texts.filter((text) => text !== "");
  if (wanted.length === 0) return [];
  // On standard input, because everybody on a machine can read a program's arguments.
  return namesFrom("grep", ["-rlF", "--null", "-f", "-", "."], { folder, input: `${wanted.join("\n")}\n` });
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
