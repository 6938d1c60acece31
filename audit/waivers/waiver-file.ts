import { nearest } from "../../domain";
import type { AuditFinding } from "../finding";
import { YamlTree } from "../readers/syntax/yaml";
import { readText } from "../walk/read-text";
import type { SourceFile } from "../walk/source-file";
import { isDay, malformedWaiver, type WaivedPlace, type Waiver, type Waivers } from "./waivers";

/** The file of waivers that have no line of their own. */
export const WAIVER_FILE = "portcullis-waivers.yaml";

const FIELDS = ["rule", "file", "line", "key", "until", "reason"] as const;
type Field = (typeof FIELDS)[number];

/** The waiver file of an audited folder; undefined where there is none. One that cannot be read has no text. */
export function waiverFileIn(root: string): SourceFile | undefined {
  const { text, reason } = readText(root, WAIVER_FILE);
  if (text !== undefined) return { path: WAIVER_FILE, text };
  const absent = typeof reason === "object" && reason.problem.includes("ENOENT");
  // Content that is not text counts as a malformed file, never as a missing one.
  return absent ? undefined : { path: WAIVER_FILE, text: "\u0000" };
}

/** A list `waivers:` of rule, file, line or key, until and reason. */
export function waiversOf(file: SourceFile): Waivers {
  const tree = file.text.includes("\u0000") ? {} : YamlTree.parse(file);
  if (!(tree instanceof YamlTree)) {
    return {
      waivers: [],
      malformed: [malformedWaiver({ file: file.path, ...tree }, "a YAML file", "no YAML")],
    };
  }
  const list = tree.value(tree.root, "waivers");
  const [other] = tree.entries(tree.root).filter(({ key }) => key !== "waivers");
  if (list === undefined || other !== undefined) {
    const got = other === undefined ? "none" : "another field";
    const at = other === undefined ? { file: file.path } : standing(tree, other.keyNode, file.path);
    return { waivers: [], malformed: [malformedWaiver(at, "one list `waivers:`", got)] };
  }
  const rows = tree.items(list).map((node) => rowOf(tree, node, file.path));
  return {
    waivers: rows.flatMap((row) => ("until" in row ? [row] : [])),
    malformed: rows.flatMap((row) => ("until" in row ? [] : [row])),
  };
}

function rowOf(tree: YamlTree, node: unknown, path: string): Waiver | AuditFinding {
  const at = standing(tree, node, path);
  const wrong = (expected: string, got: string): AuditFinding => malformedWaiver(at, expected, got);
  const unknown = tree.entries(node).find(({ key }) => !FIELDS.some((field) => field === key))?.key;
  if (unknown !== undefined) {
    return wrong(`${nearest(unknown, FIELDS) ?? FIELDS.join(", ")}`, "a field that waivers do not have");
  }
  const text = (field: Field): string => tree.text(tree.value(node, field))?.trim() ?? "";
  const missing = (["rule", "file", "until", "reason"] as const).find((field) => text(field) === "");
  if (missing !== undefined) return wrong(`\`${missing}\``, "none");
  if (!isDay(text("until"))) return wrong("`until` as YYYY-MM-DD", "no such day");
  const about = aboutOf(text("file").replace(/^\.\//, ""), text("line"), text("key"));
  if (about === undefined)
    return wrong("either `line`, a number, or `key`, a variable's name", "not one of them");
  return { rule: text("rule"), until: text("until"), reason: text("reason"), ...at, about };
}

function aboutOf(file: string, line: string, key: string): WaivedPlace | undefined {
  if ((line === "") === (key === "")) return undefined;
  if (key !== "") return { file, key };
  return /^[1-9]\d{0,8}$/.test(line) ? { file, line: Number(line) } : undefined;
}

function standing(
  tree: YamlTree,
  node: unknown,
  path: string,
): { readonly file: string; readonly line: number } {
  const place = tree.place(node);
  return { file: path, line: place.source === "file" ? (place.line ?? 1) : 1 };
}
