import { LEFT, NOTHING, type Reading } from "./code-reading";
import { isNoValue } from "./secret-shape";

/** YAML's block and list, on the lines below the name. */
export function blockOf(text: string, at: number, sign: string): Reading {
  if (sign !== ":") return NOTHING;
  const below = text.slice(at, at + 2_000);
  const list = /^[ \t]*\r?\n(?:[ \t]{0,40}-[ \t]+[^\s:"']{3,500}[ \t]*(?:\r?\n|$))+/.exec(below);
  const block = /^[|>][-+]?[ \t]*\r?\n(?:[ \t]{1,40}[^\n]{1,1000}(?:\n|$))+/.exec(below);
  const found = list ?? block;
  if (found === null) return NOTHING;
  const lines = [...found[0].matchAll(list === null ? /(?<=\n[ \t]+)[^\s][^\n]*/g : /(?<=-[ \t]+)[^\s]+/g)];
  const masked = lines
    .filter(([line]) => !isNoValue(line, ""))
    .map(({ 0: line, index }) => [at + index, at + index + line.length] as const);
  return { masked, isCode: true };
}
/** `!secret db_password`, `!Ref DbPassword`: where the value is. */
const REFERENCE = /^!(?:secret|ref|sub|getatt|importvalue|join|select|env|env_var|vault|reference|var)\b/i;

/** YAML's tags and anchors before a value: `!!str …`, `&password …`. */
export function taggedOf(head: string, start: number): Reading | undefined {
  if (REFERENCE.test(head)) return LEFT;
  const tagged = /^(?:!!?[a-z]\w{0,30}|&\w{1,30})[ \t]+(?=[^\s"'=])([^\s"',;]{3,500})/.exec(head);
  if (tagged === null) return undefined;
  const to = start + tagged[0].length;
  return { masked: [[to - (tagged[1]?.length ?? 0), to]], isCode: true };
}
