import type { SourceFile } from "../../walk/source-file";
import type { SyntaxTree } from "./syntax-tree";

/** How many names, imports and calls one value is followed through: circles end here. */
export const MAX_DEPTH = 20;

/** A file of code with its syntax tree, in whatever language. */
export interface ParsedModule {
  readonly path: string;
  readonly text: string;
  readonly tree: SyntaxTree;
}

/**
 * A file of code whose names can be followed, into the files that it imports too. `Wanted` is what an import names, and
 * `Itself` the language's own class.
 */
export abstract class CodeModule<Names, Tree extends SyntaxTree, Wanted, Itself> implements ParsedModule {
  readonly path: string;
  readonly text: string;
  private found: Names | undefined;

  /** @param find the file that an import names; undefined where it is not in the repository, or could be several */
  constructor(
    file: SourceFile,
    readonly tree: Tree,
    protected readonly find: (wanted: Wanted) => Itself | undefined,
    private readonly readNames: (tree: Tree) => Names,
  ) {
    this.path = file.path;
    this.text = file.text;
  }

  /** Sought when the first name is asked for: many a file's facts follow none. */
  get names(): Names {
    this.found ??= this.readNames(this.tree);
    return this.found;
  }
}
