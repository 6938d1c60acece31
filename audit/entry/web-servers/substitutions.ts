import { isNamedBy } from "./glob";
import type { ImageFile } from "./image-file";

/** Applies a `sed -i` to the files that it names; false where it is none, or says more than plain replacements. */
export function substitutes(
  command: string,
  files: Map<string, ImageFile>,
  at: { readonly file: string; readonly line: number; readonly filledIn?: boolean },
): boolean {
  if (!/^\s*(?:sudo\s+)?sed\s+(?:-\S+\s+)*-\w*i/.test(command)) return false;
  const scripts = [...command.matchAll(/(["'])(.*?)\1/g)].map(([, , script = ""]) => script);
  const edits = scripts
    .flatMap((script) => script.split(/;(?=\s*s\W)/))
    .map((script) => editOf(script.trim()));
  if (edits.length === 0 || edits.includes(undefined)) return false;
  const names = command.split(/\s+/).filter((word) => word.startsWith("/"));
  for (const [name, file] of files) {
    if (!names.some((pattern) => isNamedBy(name, pattern))) continue;
    const text = edits.reduce((before, edit) => edit?.(before) ?? before, file.text);
    if (text === file.text) continue;
    // Where the repository has the file, its lines are its own.
    const own = file.line === undefined ? { file: file.file } : { file: at.file, line: at.line };
    files.set(name, { path: name, text, ...own, ...(at.filledIn && { filledIn: true }) });
  }
  return true;
}

/** `s/Listen 80/Listen 8080/g` as a change of a text; undefined where it is not that plain. */
function editOf(script: string): ((text: string) => string) | undefined {
  const [, , from, to, flags = ""] = /^s(\W)(.*?)\1(.*?)\1([gi]*)$/i.exec(script) ?? [];
  if (from === undefined || to === undefined || !/^[\w\s:;.*^$+\\/-]*$/.test(from) || /\\\d|&/.test(to))
    return undefined;
  try {
    const pattern = new RegExp(from.replaceAll("\\+", "+"), flags.includes("g") ? "gm" : "m");
    const by = to.replaceAll(/\\([^\d])/g, "$1");
    return (text) =>
      text
        .split("\n")
        .map((line) => line.replace(pattern, () => by))
        .join("\n");
  } catch {
    return undefined;
  }
}
