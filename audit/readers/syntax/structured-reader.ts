import type { Fact } from "../../../domain";
import type { Reader, Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import { TomlTree } from "./toml";
import type { Tree } from "./tree";
import { YamlTree } from "./yaml";

/** How a text becomes a tree, and what a report calls the syntax. */
export interface Syntax<T extends Tree = Tree> {
  readonly name: string;
  /** The tree, or the line at which the text stops being of this syntax, and why where that is known. */
  parse(file: SourceFile): T | { readonly line?: number; readonly reason?: string };
}

export const YAML: Syntax<YamlTree> = { name: "YAML", parse: (file) => YamlTree.parse(file) };

/** JSON is YAML, and the YAML parser knows positions. */
export const JSON_SYNTAX: Syntax<YamlTree> = { name: "JSON", parse: (file) => YamlTree.parse(file) };

export const TOML: Syntax<TomlTree> = { name: "TOML", parse: (file) => TomlTree.parse(file) };

interface StructuredFormat<T extends Tree> {
  readonly name: string;
  readonly accepts: (path: string) => boolean;
  readonly syntax: Syntax<T> | ((path: string) => Syntax<T>);
  /** @see Reader.takes */
  readonly takes?: Reader["takes"];
  /** A text that does not fit is not parsed, and states no fact. */
  readonly mayState?: (text: string) => boolean;
  readonly facts: (tree: T, file: SourceFile, repository: Repository) => readonly Fact[];
}

/** A reader of mappings, lists and scalars: a file that is not of its syntax is a problem with its line. */
export function structuredReader<T extends Tree>(format: StructuredFormat<T>): Reader {
  const { name, accepts, takes, syntax, mayState, facts } = format;
  return {
    name,
    accepts,
    ...(takes && { takes }),
    read(file, repository) {
      if (mayState?.(file.text) === false) return { facts: [], problems: [] };
      const { name: expected, parse } = typeof syntax === "function" ? syntax(file.path) : syntax;
      const tree = parse(file);
      if (!("entries" in tree))
        return { facts: [], problems: [{ file: file.path, reason: `expected ${expected}`, ...tree }] };
      const stated = facts(tree, file, repository);
      return { facts: stated, problems: tree.problems };
    },
  };
}
