import path from "node:path";
import type { SyntaxNode } from "@lezer/common";
import type { Repository } from "../../reader";
import { childrenOf } from "../code/syntax-tree";
import { JavaScriptTree } from "./syntax";

/** What a tsconfig.json says of names that are no paths (typescriptlang.org/tsconfig/#paths). */
interface Aliases {
  /** From the audited folder; undefined where only `paths` count. */
  readonly baseUrl: string | undefined;
  /** Pattern and where it leads to, from the audited folder; each with at most one `*`. */
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
}

const FILES = ["tsconfig.json", "jsconfig.json"];

/** A configuration may extend another one; a circle of them ends here. */
const MAX_DEPTH = 5;

/** Reads the aliases of a repository's TypeScript projects, each configuration once. */
export class TypeScriptPaths {
  private readonly read = new Map<string, Aliases | undefined>();

  constructor(private readonly repository: Repository) {}

  /** Where an import of this name may lead to, by the nearest configuration above the file that has it. */
  targets(from: string, wanted: string): readonly string[] {
    const aliases = this.nearest(path.posix.dirname(from));
    if (aliases === undefined) return [];
    const found = aliases.paths.flatMap(([pattern, targets]) => {
      const rest = restOf(pattern, wanted);
      return rest === undefined ? [] : targets.map((target) => target.replace("*", () => rest));
    });
    return aliases.baseUrl === undefined ? found : [...found, path.posix.join(aliases.baseUrl, wanted)];
  }

  /** The same by a pattern of `paths` that begins with words of its own: no package has such a name. */
  byPattern(from: string, wanted: string): readonly string[] {
    const patterns = this.nearest(path.posix.dirname(from))?.paths ?? [];
    return patterns.flatMap(([pattern, targets]) => {
      const rest = /^\W/.test(pattern) && pattern.length > 2 ? restOf(pattern, wanted) : undefined;
      return rest === undefined ? [] : targets.map((target) => target.replace("*", () => rest));
    });
  }

  private nearest(folder: string): Aliases | undefined {
    for (const file of FILES.map((name) => path.posix.join(folder, name)))
      if (this.repository.has(file)) return this.of(file, 0);
    return folder === "." ? undefined : this.nearest(path.posix.dirname(folder));
  }

  private of(file: string, depth: number): Aliases | undefined {
    if (!this.read.has(file)) this.read.set(file, this.parsed(file, depth));
    return this.read.get(file);
  }

  /** JSON with comments and trailing commas is an expression of JavaScript. */
  private parsed(file: string, depth: number): Aliases | undefined {
    const text = this.repository.text(file);
    if (text === undefined || depth > MAX_DEPTH) return undefined;
    const tree = treeOf(file, text);
    if (tree === undefined) return undefined;
    const object = tree.nodes("ObjectExpression")[0];
    const whole = tree.properties(object);
    const options = tree.properties(whole?.get("compilerOptions"));
    const folder = path.posix.dirname(file);
    const base = tree.string(options?.get("baseUrl"));
    const baseUrl = base === undefined ? undefined : path.posix.join(folder, base);
    const paths = [...(tree.properties(options?.get("paths")) ?? [])].map(([pattern, node]) => {
      const targets = stringsOf(tree, node).map((target) => path.posix.join(baseUrl ?? folder, target));
      return [pattern, targets] as const;
    });
    const extended = tree.string(whole?.get("extends"));
    const above = extended?.startsWith(".") ? this.of(extendedFile(folder, extended), depth + 1) : undefined;
    return {
      baseUrl: baseUrl ?? above?.baseUrl,
      paths: options?.has("paths") ? paths : (above?.paths ?? []),
    };
  }
}

function extendedFile(folder: string, written: string): string {
  const file = path.posix.join(folder, written);
  return file.endsWith(".json") ? file : `${file}.json`;
}

function stringsOf(tree: JavaScriptTree, node: SyntaxNode): readonly string[] {
  return childrenOf(node).flatMap((child) => tree.string(child) ?? []);
}

/** The text for the `*`; undefined where the pattern does not match. */
function restOf(pattern: string, wanted: string): string | undefined {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return pattern === wanted ? "" : undefined;
  const fits =
    wanted.length >= before.length + after.length && wanted.startsWith(before) && wanted.endsWith(after);
  return fits ? wanted.slice(before.length, wanted.length - after.length) : undefined;
}

/** Undefined of a file that is no such text at all. */
function treeOf(path: string, text: string): JavaScriptTree | undefined {
  try {
    return new JavaScriptTree({ path, text: `(${text}\n)` });
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
