import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from "diff";
import type { ChangedFile, FixPlan } from "./plan";

/** What is planned as a unified diff, with every secret masked: for the eye, since `patch` would not find the lines. */
export function patchOf({ files, masking }: Pick<FixPlan, "files" | "masking">): string {
  return files.map((file) => filePatch(file, (line, text) => masking.line(file.path, line, text))).join("");
}

type MaskLine = (line: number, text: string) => string;

function filePatch({ path, before, after }: ChangedFile, mask: MaskLine): string {
  const [old, changed] = [before.toString("utf8"), after.toString("utf8")];
  const patch = structuredPatch(`a/${path}`, `b/${path}`, old, changed, undefined, undefined, { context: 3 });
  const hunks = patch.hunks.map((hunk) => ({ ...hunk, lines: maskedLines(hunk, mask) }));
  return formatPatch({ ...patch, hunks }, FILE_HEADERS_ONLY);
}

/** No edit adds or removes a line, so a line has the same number before and after. */
function maskedLines({ oldStart, newStart, lines }: StructuredPatchHunk, mask: MaskLine): string[] {
  let [old, changed] = [oldStart, newStart];
  return lines.map((line) => {
    const [sign = "", text] = [line[0], line.slice(1)];
    if (sign === "\\") return line;
    const number = sign === "+" ? changed : old;
    if (sign !== "+") old += 1;
    if (sign !== "-") changed += 1;
    const [, content = "", end = ""] = /^([\s\S]*?)(\r?)$/.exec(text) ?? [];
    return `${sign}${mask(number, content)}${end}`;
  });
}
