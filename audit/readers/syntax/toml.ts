import { parse } from "smol-toml";
import type { Place } from "../../../domain";
import type { SourceFile } from "../../walk/source-file";
import { type Path, type Position, pathKey, tomlPositions } from "./toml-positions";
import type { Entry, Tree } from "./tree";

/** A value of the parsed file, and how it is reached. */
class Node {
  constructor(
    readonly path: Path,
    readonly value: unknown,
  ) {}
}

/** A TOML file as nodes with positions. */
export class TomlTree implements Tree {
  readonly root: unknown;

  private constructor(
    private readonly file: string,
    value: unknown,
    private readonly positions: ReadonlyMap<string, Position>,
  ) {
    this.root = new Node([], value);
  }

  /** The file, or the line at which it stops being TOML. */
  static parse({ path, text }: SourceFile): TomlTree | { readonly line?: number } {
    try {
      return new TomlTree(path, parse(text), tomlPositions(text));
    } catch (cause) {
      const line = (cause as { readonly line?: unknown }).line;
      return typeof line === "number" ? { line } : {};
    }
  }

  entries(node: unknown): readonly Entry[] {
    if (!(node instanceof Node) || !isTable(node.value)) return [];
    return Object.entries(node.value).map(([key, value]) => {
      const entry = new Node([...node.path, key], value);
      return { key, keyNode: entry, value: entry };
    });
  }

  value(node: unknown, key: string): unknown {
    if (!(node instanceof Node) || !isTable(node.value) || !Object.hasOwn(node.value, key)) return undefined;
    return new Node([...node.path, key], node.value[key]);
  }

  items(node: unknown): readonly unknown[] {
    if (!(node instanceof Node) || !Array.isArray(node.value)) return [];
    return node.value.map((value, index) => new Node([...node.path, index], value));
  }

  text(node: unknown): string | undefined {
    const value = node instanceof Node ? node.value : undefined;
    if (typeof value === "string") return value;
    return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
  }

  /** Where the value begins; of what stands within an inline table or a list, where that one does. */
  place(node: unknown, key?: string): Place {
    const path = node instanceof Node ? node.path : [];
    const lengths = Array.from(path, (_, index) => path.length - index);
    const position = lengths
      .map((length) => this.positions.get(pathKey(path.slice(0, length))))
      .find((candidate) => candidate !== undefined);
    return { source: "file", file: this.file, ...position, ...(key === undefined ? {} : { key }) };
  }
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
