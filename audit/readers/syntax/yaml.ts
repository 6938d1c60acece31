import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { Place } from "../../../domain";
import type { ReadProblem, SourceFile } from "../../walk/source-file";
import { repeatedKey, twice } from "./repeated-key";
import type { Entry, Tree } from "./tree";

/**
 * A YAML file as nodes with positions. An alias means its anchor's node and is never copied out, so that
 * aliases of aliases cost nothing.
 */
export class YamlTree implements Tree {
  private targets: ReadonlyMap<Alias, Node> | undefined;
  private expanded = 0;

  private constructor(
    private readonly file: string,
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  /** The file's first document, or the line at which it stops being YAML, and why where that is more than syntax. */
  static parse({ path, text }: SourceFile): YamlTree | { readonly line?: number; readonly reason?: string } {
    if (tooDeep(text)) return {};
    const lines = new LineCounter();
    try {
      // The library compares every key with every other; `repeatedKey` finds the same in one walk.
      const document = parseDocument(text, { lineCounter: lines, logLevel: "silent", uniqueKeys: false });
      const error = document.errors[0]?.pos[0];
      if (error !== undefined) return { line: lines.linePos(error).line };
      const repeated = repeatedKey(document);
      if (repeated !== undefined) {
        const [first, line] = [lines.linePos(repeated.first).line, lines.linePos(repeated.second).line];
        return { line, reason: twice(repeated.key, first) };
      }
      return new YamlTree(path, document, lines);
    } catch {
      // The parser recurses: blocks nested thousands of levels deep exhaust the stack.
      return {};
    }
  }

  get root(): unknown {
    return this.document.contents;
  }

  /** The entries of a mapping; none of anything else. */
  entries(node: unknown): readonly Entry[] {
    const map = this.resolved(node);
    if (!isMap(map)) return [];
    return map.items.flatMap(({ key, value }) => {
      const name = this.text(key);
      return name === undefined ? [] : [{ key: name, keyNode: key, value }];
    });
  }

  /** The entries of a mapping with those that `<<` merges into it: its own win, then the first of a list. */
  mergedEntries(node: unknown): readonly Entry[] {
    const merged = new Map<string, Entry>();
    const seen = new Set<unknown>();
    const take = (from: unknown): void => {
      const map = this.resolved(from);
      // A mapping that was merged once adds nothing, so that merges of merges cost no more than the file is long.
      if (seen.has(map)) return;
      seen.add(map);
      const own = this.entries(map);
      for (const entry of own) if (entry.key !== "<<" && !merged.has(entry.key)) merged.set(entry.key, entry);
      for (const { key, value } of own) {
        if (key !== "<<") continue;
        for (const part of isSeq(this.resolved(value)) ? this.items(value) : [value]) take(part);
      }
    };
    take(node);
    return [...merged.values()];
  }

  value(node: unknown, key: string): unknown {
    return this.entries(node).find((entry) => entry.key === key)?.value;
  }

  items(node: unknown): readonly unknown[] {
    const list = this.resolved(node);
    return isSeq(list) ? list.items : [];
  }

  isMapping(node: unknown): boolean {
    return isMap(this.resolved(node));
  }

  /** A scalar's text: `8000` and `"8000"` are the same, and nothing is undefined. */
  text(node: unknown): string | undefined {
    const scalar = this.resolved(node);
    if (!isScalar(scalar) || scalar.value === null || scalar.value === undefined) return undefined;
    if (typeof scalar.value === "string") return scalar.value;
    return scalar.source ?? String(scalar.value);
  }

  /** The tag that a person wrote before a node, such as `!reset`. */
  tag(node: unknown): string | undefined {
    return isNode(node) ? node.tag : undefined;
  }

  /** A fraction as a tool writes it that has read it as a number: `1.10` becomes `1.1`. */
  fraction(node: unknown): string | undefined {
    const scalar = this.resolved(node);
    if (!isScalar(scalar) || typeof scalar.value !== "number" || Number.isInteger(scalar.value))
      return undefined;
    return String(scalar.value);
  }

  place(node: unknown, key?: string): Place {
    const offset = isNode(node) ? node.range?.[0] : undefined;
    const position = offset === undefined ? undefined : this.lines.linePos(offset);
    return {
      source: "file",
      file: this.file,
      ...(position === undefined ? {} : { line: position.line, column: position.col }),
      ...(key === undefined ? {} : { key }),
    };
  }

  /** What keeps a part of the file from being read: to be asked after all facts. */
  get problems(): readonly ReadProblem[] {
    if (this.expanded <= MAX_EXPANDED) return [];
    return [
      { file: this.file, reason: "its aliases expand to too much text; some of them were not followed" },
    ];
  }

  private resolved(node: unknown): unknown {
    if (!isAlias(node)) return node;
    this.targets ??= aliasTargets(this.document);
    const target = this.targets.get(node);
    const [start = 0, , end = 0] = target?.range ?? [];
    this.expanded += end - start;
    return this.expanded > MAX_EXPANDED ? undefined : target;
  }
}

/** The node of each alias, found in one walk: the library walks the whole document for each alias. */
function aliasTargets(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

/** The longest text that all uses of aliases may have together: twice the largest file that is read. */
const MAX_EXPANDED = 2_000_000;

const MAX_OPEN = 1000;

/** Whether more brackets are open at once than any file has that a person wrote; the parser's time grows by its square. */
function tooDeep(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === "[" || character === "{") open += 1;
    else if ((character === "]" || character === "}") && open > 0) open -= 1;
    if (open > MAX_OPEN) return true;
  }
  return false;
}
