import type { Repository } from "../../reader";
import type { ReadProblem, SourceFile } from "../../walk/source-file";

/** How many characters of parsed files are kept: trees take much more memory than their texts. */
const MOST_KEPT = 2_000_000;

/** Files that were parsed, so that an import of many costs it once. */
export class ParsedFiles<T extends { readonly text: string }> {
  private readonly kept = new Map<string, T>();
  private characters = 0;

  constructor(
    private readonly repository: Repository,
    private readonly parse: (file: SourceFile) => T,
  ) {}

  /** Undefined where the file's code nests deeper than its parser's own recursion bears. */
  of(file: SourceFile): T | undefined {
    const kept = this.kept.get(file.path);
    if (kept?.text === file.text) return kept;
    const parsed = this.parseShallow(file);
    if (parsed === undefined) return undefined;
    if (this.characters > MOST_KEPT) {
      this.kept.clear();
      this.characters = 0;
    }
    this.characters += file.text.length;
    this.kept.set(file.path, parsed);
    return parsed;
  }

  /** Undefined where the repository has no such file. */
  at(path: string): T | undefined {
    const kept = this.kept.get(path);
    if (kept !== undefined) return kept;
    const text = this.repository.text(path);
    return text === undefined ? undefined : this.of({ path, text });
  }

  private parseShallow(file: SourceFile): T | undefined {
    try {
      return this.parse(file);
    } catch (cause) {
      if (cause instanceof RangeError) return undefined;
      throw cause;
    }
  }
}

/** What a reader says of a file that `of` does not answer. */
export function tooDeep({ path }: SourceFile): ReadProblem {
  return { file: path, reason: "its code nests too deep to be read" };
}
