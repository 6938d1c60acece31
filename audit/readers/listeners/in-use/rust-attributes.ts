import { negated, truthOf } from "../../../../domain/truth";
import type { Repository } from "../../../reader";
import type { Blanked } from "./blanked";
import { isRelease } from "./builds";

/** A part of a file that is not compiled, or of which it is not known. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** Undefined where it is never part of what is deployed. */
  readonly why?: string;
}

const ATTRIBUTE = /#(!?)\[\s*(cfg\s*\(|test\b|bench\b|\w+::test\b)/g;

/** What an attribute of Rust leaves out of the program (doc.rust-lang.org/reference: conditional compilation). */
export function rustParts({ code, shape }: Blanked, repository: Repository): readonly Part[] {
  const parts: Part[] = [];
  let past = 0;
  for (const match of shape.matchAll(ATTRIBUTE)) {
    const { index } = match;
    // What is inside of a part that is left out is left out with it.
    if (index < past) continue;
    const inside = index + match[0].length;
    const end = closing(shape, index + match[0].indexOf("[") + 1, index + MAX_ATTRIBUTE);
    const isCondition = match[2]?.startsWith("cfg") === true;
    const condition = code.slice(inside, closing(shape, inside, index + MAX_ATTRIBUTE) - 1);
    const truth = isCondition ? rustTruth(condition, repository) : false;
    if (truth === true) continue;
    const to = match[1] === "!" ? shape.length : itemEnd(shape, end);
    const why = `it is compiled only where \`${condition.trim().slice(0, 60)}\` holds`;
    parts.push({ from: index, to, ...(truth === undefined && { why }) });
    past = to;
  }
  return parts;
}

/** What the conditions of Rust come to in a program for Linux. */
export function rustTruth(condition: string, repository: Repository): boolean | undefined {
  return truthOf(condition, (name) => {
    if (name === "test") return false;
    if (name === "unix") return true;
    if (name === "windows") return false;
    if (name === "debug_assertions") return negated(isRelease("rs", repository));
    const [, key, value] = /^(\w+)\s*=+\s*"([^"]*)"$/.exec(name) ?? [];
    if (key === "target_os") return value === "linux";
    return key === "target_family" ? value === "unix" : undefined;
  });
}

/** The longest attribute that is read, and how many of them before one item. */
const MAX_ATTRIBUTE = 1000;
const MAX_ATTRIBUTES = 50;

/** The index behind the bracket that closes the one before an index. */
function closing(shape: string, inside: number, end = shape.length): number {
  let open = 1;
  for (let at = inside; at < Math.min(end, shape.length); at += 1) {
    const character = shape[at] ?? "";
    if ("([{".includes(character)) open += 1;
    else if (")]}".includes(character)) open -= 1;
    if (open === 0) return at + 1;
  }
  return Math.min(end, shape.length);
}

/** Where the item or the statement ends that follows an attribute, and others between. */
function itemEnd(shape: string, behind: number): number {
  let at = behind;
  for (let attributes = 0; attributes < MAX_ATTRIBUTES; attributes += 1) {
    at += /^\s*/.exec(shape.slice(at, at + 1000))?.[0].length ?? 0;
    const [attribute] = /^#\[/.exec(shape.slice(at, at + 2)) ?? [];
    if (attribute === undefined) break;
    at = closing(shape, at + attribute.length, at + MAX_ATTRIBUTE);
  }
  const endsAtSemicolon = /^(?:pub(?:\([^)]*\))?\s+)?(?:let|use|const\s+(?!fn)|static|type)\b/.test(
    shape.slice(at, at + 100),
  );
  while (at < shape.length) {
    const character = shape[at] ?? "";
    if (";,".includes(character)) return at + 1;
    if (")]}".includes(character)) return at;
    if ("([{".includes(character)) {
      at = closing(shape, at + 1);
      if (character === "{" && !endsAtSemicolon) return at;
    } else at += 1;
  }
  return shape.length;
}
