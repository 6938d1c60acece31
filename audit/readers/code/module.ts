import type { SourceFile } from "../../walk/source-file";
import type { SyntaxTree } from "./syntax-tree";

/** How many names, imports and calls one value is followed through: circles end here. */
export const MAX_DEPTH = 20;

/** A file of code whose names can be followed, into the files that it imports too. */
export abstract class CodeModule<Tree extends SyntaxTree = SyntaxTree, Names = unknown> {
  readonly path: string;
  readonly text: string;
  private found: Names | undefined;

  constructor(
    file: SourceFile,
    readonly tree: Tree,
  ) {
    this.path = file.path;
    this.text = file.text;
  }

  /** Sought when the first name is asked for: many a file's facts follow none. */
  protected get names(): Names {
    this.found ??= this.readNames();
    return this.found;
  }

  protected abstract readNames(): Names;
}
