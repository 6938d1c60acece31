import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { Place } from "../../../domain";
import type { SourceFile } from "../../walk/source-file";
import type { Entry, Tree } from "./tree";

type Value = string | Map<string, Node> | Node[] | undefined;

/** A value with where it begins: a table of its own where its header does. */
class Node {
  constructor(
    readonly at: { readonly line: number; readonly column: number } | undefined,
    readonly value: Value,
    /** Where its key is written; undefined for an element of a list, and for a table, which its header names. */
    readonly keyAt?: Node["at"],
  ) {}
}

/** A TOML file as nodes with positions. */
export class TomlTree implements Tree {
  readonly problems = [];

  private constructor(
    private readonly file: string,
    readonly root: unknown,
  ) {}

  /** The file, or the line at which it stops being TOML. */
  static parse({ path, text }: SourceFile): TomlTree | { readonly line?: number } {
    try {
      return new TomlTree(path, nodesOf(parseTOML(text)));
    } catch (cause) {
      // The parser recurses: lists nested thousands of levels deep exhaust the stack.
      return cause instanceof ParseError ? { line: lineAt(text, cause.index) } : {};
    }
  }

  entries(node: unknown): readonly Entry[] {
    if (!(node instanceof Node && node.value instanceof Map)) return [];
    return [...node.value].map(([key, value]) => {
      return { key, keyNode: new Node(value.keyAt ?? value.at, key), value };
    });
  }

  value(node: unknown, key: string): unknown {
    return node instanceof Node && node.value instanceof Map ? node.value.get(key) : undefined;
  }

  items(node: unknown): readonly unknown[] {
    return node instanceof Node && Array.isArray(node.value) ? node.value : [];
  }

  text(node: unknown): string | undefined {
    return node instanceof Node && typeof node.value === "string" ? node.value : undefined;
  }

  place(node: unknown, key?: string): Place {
    const at = node instanceof Node ? node.at : undefined;
    return { source: "file", file: this.file, ...at, ...(key === undefined ? {} : { key }) };
  }
}

/** Where a value is missing, the parser points behind the blanks that follow. */
function lineAt(text: string, index: number): number {
  return text
    .slice(0, index + 1)
    .trimEnd()
    .split("\n").length;
}

function nodesOf(program: AST.TOMLProgram): Node {
  const tables = new Map<string, Node>();
  const root = new Node(undefined, tables);
  for (const part of program.body[0].body) {
    if (part.type === "TOMLKeyValue") add(tables, part);
    else {
      const table = tableAt(root, part.resolvedKey, part);
      for (const pair of part.body) add(table, pair);
    }
  }
  return root;
}

/** The table of a header; tables on the way without a header begin at this one. */
function tableAt(root: Node, path: readonly (string | number)[], at: AST.TOMLNode): Map<string, Node> {
  let node = root;
  for (const [index, key] of path.entries()) {
    const made = new Node(positionOf(at), typeof path[index + 1] === "number" ? [] : new Map());
    const { value } = node;
    const next = value instanceof Map ? value.get(String(key)) : (value as Node[])[Number(key)];
    if (next === undefined) {
      if (value instanceof Map) value.set(String(key), made);
      else (value as Node[]).push(made);
    }
    node = next ?? made;
  }
  return node.value as Map<string, Node>;
}

function add(table: Map<string, Node>, { key, value }: AST.TOMLKeyValue): void {
  const names = key.keys.map((part) => (part.type === "TOMLBare" ? part.name : part.value));
  const last = names.pop() ?? "";
  let owner = table;
  for (const name of names) {
    const held = owner.get(name)?.value;
    const next = held instanceof Map ? held : new Map<string, Node>();
    if (next !== held) owner.set(name, new Node(positionOf(value), next));
    owner = next;
  }
  const written = key.keys.at(-1);
  owner.set(last, new Node(positionOf(value), heldBy(value), written && positionOf(written)));
}

function heldBy(node: AST.TOMLContentNode): Value {
  if (node.type === "TOMLArray")
    return node.elements.map((element) => new Node(positionOf(element), heldBy(element)));
  if (node.type === "TOMLInlineTable") {
    const table = new Map<string, Node>();
    for (const pair of node.body) add(table, pair);
    return table;
  }
  return node.value instanceof Date ? undefined : String(node.value);
}

function positionOf({ loc }: AST.TOMLNode): { readonly line: number; readonly column: number } {
  return { line: loc.start.line, column: loc.start.column + 1 };
}
