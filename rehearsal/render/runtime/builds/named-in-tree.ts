import { execFile } from "node:child_process";
import { promisify } from "node:util";

const LARGEST_LIST = 64 * 1024 * 1024;
const NONE_FOUND = 1;

/** Files of a tree, as paths, that have one of the texts in them, whatever else is in the file. */
export async function filesNaming(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const wanted = texts.filter((text) => text !== "").flatMap((text) => ["-e", text]);
  if (wanted.length === 0) return [];
  return linesOf("grep", ["-rlF", ...wanted, folder]);
}

/** Links of a tree that lead to a place below a folder by its whole path. */
export const linksInto = (folder: string, place: string): Promise<readonly string[]> =>
  linesOf("find", [folder, "-type", "l", "-lname", `${place.replace(/[\\*?[]/g, "\\$&")}*`]);

async function linesOf(program: string, words: readonly string[]): Promise<readonly string[]> {
  const options = { env: { ...process.env, LC_ALL: "C" }, maxBuffer: LARGEST_LIST };
  try {
    const { stdout } = await promisify(execFile)(program, words, options);
    return stdout.split("\n").filter((line) => line !== "");
  } catch (error) {
    if (program === "grep" && (error as { code?: unknown }).code === NONE_FOUND) return [];
    throw error;
  }
}
