import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from "diff";
import { MASK } from "../../domain";
import { namesSecret } from "../../domain/secret-name";
import { ENV_FILE } from "../readers/env-file/reader";
import { ENV_SCHEMA } from "../readers/env-schema/reader";
import type { ChangedFile, FixPlan } from "./plan";

/** What is planned as a unified diff, with every secret masked; without one, `patch -p1` and `git apply` take it. */
export function patchOf({ files, masking }: Pick<FixPlan, "files" | "masking">): string {
  return files
    .map((file) => {
      const mask: MaskLine = (line, text) => masking.line(file.path, line, text);
      const context: MaskLine = (line, text) => (isPlain(text) ? mask(line, text) : environmentLine(text));
      return filePatch(file, mask, holdsVariables(file.path) ? context : mask);
    })
    .join("");
}

const holdsVariables = (path: string): boolean => ENV_FILE.accepts(path) || ENV_SCHEMA.accepts(path);

type MaskLine = (line: number, text: string) => string;

/** Words of letters, short numbers and the signs between them: no secret is made of these alone. */
const PLAIN = /^(?:[A-Za-z]?[a-z]{0,13}|[A-Z]{1,10}|[a-z]{1,4}\d{1,2}|\d{1,5})$/;

/** Whether a line of an env file holds nothing that could be a secret, whatever its name says. */
function isPlain(text: string): boolean {
  const [, name = "", value = ""] = /^(?:\s*#)?\s*(?:export\s+)?(?:([\w.-]+)\s*=)?(.*)$/s.exec(text) ?? [];
  return !namesSecret(name) && value.split(/[\s"'`,;:.!?()/_-]+/).every((word) => PLAIN.test(word));
}

/** A line of an env file that is shown for its neighbour: which of them is a secret, no name says for certain. */
function environmentLine(text: string): string {
  const [, name] = /^(\s*(?:export\s+)?[\w.-]+\s*[=:]\s*)\S/.exec(text) ?? [];
  if (text.trim() === "" || name?.length === text.length) return text;
  return name === undefined ? (/^\s*#/.test(text) ? `# ${MASK}` : MASK) : `${name}${MASK}`;
}

/** @param context masks the lines that do not change */
function filePatch({ path, before, after }: ChangedFile, mask: MaskLine, context: MaskLine): string {
  const [old, changed] = [before.toString("utf8"), after.toString("utf8")];
  const patch = structuredPatch(`a/${path}`, `b/${path}`, old, changed, undefined, undefined, { context: 3 });
  const hunks = patch.hunks.map((hunk) => ({ ...hunk, lines: maskedLines(hunk, mask, context) }));
  return formatPatch({ ...patch, hunks }, FILE_HEADERS_ONLY);
}

/** No edit adds or removes a line, so a line has the same number before and after. */
function maskedLines(
  { oldStart, newStart, lines }: StructuredPatchHunk,
  mask: MaskLine,
  context: MaskLine,
): string[] {
  let [old, changed] = [oldStart, newStart];
  return lines.map((line) => {
    const [sign = "", text] = [line[0], line.slice(1)];
    if (sign === "\\") return line;
    const number = sign === "+" ? changed : old;
    if (sign !== "+") old += 1;
    if (sign !== "-") changed += 1;
    const [, content = "", end = ""] = /^([\s\S]*?)(\r?)$/.exec(text) ?? [];
    return `${sign}${(sign === " " ? context : mask)(number, content)}${end}`;
  });
}
