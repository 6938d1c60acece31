import path from "node:path";
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import { isScalar, parseAllDocuments, visit } from "yaml";
import { MASK, redact } from "../../domain";
import { PRIVATE_KEY_HEAD } from "../../domain/private-key";
import { namesSecret } from "../../domain/secret-name";
import { printableLines } from "../audit/printable";
import type { PlannedFile } from "./written-files";

/**
 * What a run would change, as a patch that `patch -p1` and `git apply` take; empty where it would change nothing. Each
 * line is masked by itself, behind its sign: the two lines of a list's key and its first item are no secret together.
 *
 * @param root the folder to apply it in, from which files are named; those outside it are named from the current folder
 */
export function patchOf(files: readonly PlannedFile[], root: string): string {
  return files
    .filter(({ state }) => state !== "same")
    .map((file) => filePatch(file, root))
    .join("");
}

function filePatch({ file, text, before }: PlannedFile, root: string): string {
  const fromRoot = path.relative(root, path.resolve(file));
  const outside = fromRoot.startsWith("..");
  const name = (outside ? path.relative(process.cwd(), path.resolve(file)) : fromRoot)
    .split(path.sep)
    .join("/");
  const from = before === undefined ? "/dev/null" : `a/${name}`;
  const patch = structuredPatch(from, `b/${name}`, before ?? "", text, undefined, undefined, { context: 3 });
  const secret = new Set([before ?? "", text].flatMap((each) => linesOfSecrets(name, each)));
  const hunks = patch.hunks.map((hunk) => ({
    ...hunk,
    lines: hunk.lines.map((line) => `${line.slice(0, 1)}${masked(line.slice(1), secret)}`),
  }));
  return formatPatch({ ...patch, hunks }, FILE_HEADERS_ONLY);
}

function masked(line: string, secret: ReadonlySet<string>): string {
  if (secret.has(line.trim())) return MASK;
  const end = line.endsWith("\r") ? "\r" : "";
  return `${printableLines(redact(line.slice(0, line.length - end.length)))}${end}`;
}

/** The lines of secrets that are written over several: a key's block, and a text in YAML under a name of a secret. */
function linesOfSecrets(file: string, text: string): readonly string[] {
  const keys = text.matchAll(new RegExp(`${PRIVATE_KEY_HEAD}([^-]*)`, "g"));
  const written = [
    ...[...keys].map(([, block = ""]) => block),
    ...(/\.ya?ml$/.test(file) ? inYaml(text) : []),
  ];
  return written.flatMap((secret) => secret.split("\n")).flatMap((line) => line.trim() || []);
}

/** Each text as it is written: a folded one's value has other lines. */
function inYaml(text: string): readonly string[] {
  const found: string[] = [];
  for (const document of parseAllDocuments(text))
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || !isScalar(value) || typeof value.value !== "string") return;
        const [from, to] = value.range ?? [0, 0];
        if (namesSecret(String(key.value).replace(/^.*:/, ""))) found.push(text.slice(from, to));
      },
    });
  return found;
}
