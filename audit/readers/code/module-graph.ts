import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import type { ReadProblem, SourceFile } from "../../walk/source-file";
import type { ParsedModule } from "./module";
import type { SyntaxTree } from "./syntax-tree";

/** What the graph has to know of a language. `Wanted` is what an import of it names. */
export interface Language<Module extends ParsedModule, Wanted> {
  readonly name: string;
  /** Whether a file of this path is written in the language. */
  accepts(path: string): boolean;
  /** @param find the module that an import names, where the repository has exactly one such */
  parse(file: SourceFile, find: (wanted: Wanted) => Module | undefined): Module;
  /** For one repository: the files that an import of a file may mean. */
  resolver(repository: Repository): (from: string, wanted: Wanted) => readonly string[];
  /** The paths of own files that an import may mean, whether they are there or not. */
  targets?(from: string, wanted: Wanted, repository: Repository): readonly string[];
  /**
   * What a file imports, by its text as far as that is certain: a graph of thousands of files is walked without parsing
   * them. Where a comment or a text may hold what looks like an import, the syntax tree decides.
   */
  imports(file: SourceFile, repository: Repository, tree: () => SyntaxTree | undefined): Imports<Wanted>;
}

export interface Imports<Wanted> {
  readonly wanted: readonly Wanted[];
  /** Files that are loaded without an import that could be resolved, such as Django's applications. */
  readonly files?: readonly string[];
  /** The line of an import whose name is computed, from 1: what it loads is not known. */
  readonly computed?: number;
}

/** The files that code runs, from some of them along their imports. */
export interface Reach {
  readonly files: ReadonlySet<string>;
  /** Where an import is computed: more files than these may be loaded. */
  readonly open: readonly { readonly file: string; readonly line: number }[];
}

/** An import of a file beside that no file of the repository answers to, with the paths that it may mean. */
export interface Lost<Wanted> {
  readonly file: string;
  readonly wanted: Wanted;
  readonly targets: readonly string[];
}

/** How many characters of parsed files are kept: trees take much more memory than their texts. */
const MAX_KEPT = 2_000_000;

/** The modules of one repository in one language, each parsed when it is first asked for. */
export class ModuleGraph<Module extends ParsedModule, Wanted> {
  private static readonly graphs = oncePerRepository(() => new Map<object, unknown>());

  private readonly kept = new Map<string, Module>();
  private characters = 0;
  private readonly resolve: (from: string, wanted: Wanted) => readonly string[];
  private readonly imported = new Map<string, Imports<Wanted> | undefined>();
  private readonly resolved = new Map<string, readonly (readonly string[])[]>();
  private readonly lost = new Map<string, readonly Lost<Wanted>[]>();

  private constructor(
    private readonly repository: Repository,
    private readonly language: Language<Module, Wanted>,
  ) {
    this.resolve = language.resolver(repository);
  }

  /** The one graph of a repository and a language. */
  static of<Module extends ParsedModule, Wanted>(
    repository: Repository,
    language: Language<Module, Wanted>,
  ): ModuleGraph<Module, Wanted> {
    const graphs = ModuleGraph.graphs(repository);
    const known = graphs.get(language) as ModuleGraph<Module, Wanted> | undefined;
    const graph = known ?? new ModuleGraph(repository, language);
    graphs.set(language, graph);
    return graph;
  }

  /** Undefined where the file's code nests deeper than its parser's recursion allows, or is not of the language. */
  module(file: SourceFile): Module | undefined {
    const kept = this.kept.get(file.path);
    if (kept?.text === file.text) return kept;
    const parsed = this.parseShallow(file);
    if (parsed === undefined) return undefined;
    if (this.characters > MAX_KEPT) {
      this.kept.clear();
      this.characters = 0;
    }
    this.characters += file.text.length;
    this.kept.set(file.path, parsed);
    return parsed;
  }

  /** The one file that an import may mean; undefined where several could be meant. */
  private find(from: string, wanted: Wanted): Module | undefined {
    const found = this.resolve(from, wanted);
    const [only] = found;
    return found.length === 1 && only !== undefined ? this.at(only) : undefined;
  }

  private at(path: string): Module | undefined {
    const kept = this.kept.get(path);
    if (kept !== undefined) return kept;
    const text = this.repository.text(path);
    return text === undefined ? undefined : this.module({ path, text });
  }

  private parseShallow(file: SourceFile): Module | undefined {
    try {
      return this.language.parse(file, (wanted) => this.find(file.path, wanted));
    } catch (cause) {
      if (cause instanceof RangeError) return undefined;
      throw cause;
    }
  }

  /** All files that these load. Where an import may mean several files, each of them counts. */
  reach(from: readonly string[]): Reach {
    const files = new Set<string>(from);
    const open: { readonly file: string; readonly line: number }[] = [];
    for (const file of files) {
      const imports = this.importsOf(file);
      if (imports === undefined) continue;
      if (imports.computed !== undefined) open.push({ file, line: imports.computed });
      for (const paths of this.resolvedOf(file)) for (const path of paths) files.add(path);
      for (const path of imports.files ?? []) files.add(path);
    }
    return { files, open };
  }

  /** Imports of files beside, by their written names, that no file of the repository answers to. */
  unresolved(files: readonly string[]): readonly Lost<Wanted>[] {
    return files.flatMap((file) => this.lostOf(file));
  }

  private lostOf(file: string): readonly Lost<Wanted>[] {
    const before = this.lost.get(file);
    if (before !== undefined) return before;
    const { targets } = this.language;
    const resolved = this.resolvedOf(file);
    const lost = (this.importsOf(file)?.wanted ?? []).flatMap((wanted, index) => {
      if (targets === undefined || resolved[index]?.length !== 0) return [];
      const named = targets(file, wanted, this.repository);
      return named.length === 0 ? [] : [{ file, wanted, targets: named }];
    });
    this.lost.set(file, lost);
    return lost;
  }

  /** The files of each import, in the imports' order; several services and environments ask for the same. */
  private resolvedOf(file: string): readonly (readonly string[])[] {
    const before = this.resolved.get(file);
    if (before !== undefined) return before;
    const resolved = (this.importsOf(file)?.wanted ?? []).map((wanted) => this.resolve(file, wanted));
    this.resolved.set(file, resolved);
    return resolved;
  }

  private importsOf(path: string): Imports<Wanted> | undefined {
    if (this.imported.has(path)) return this.imported.get(path);
    const text = this.language.accepts(path) ? this.repository.text(path) : undefined;
    const imports =
      text === undefined
        ? undefined
        : this.language.imports({ path, text }, this.repository, () => this.at(path)?.tree);
    this.imported.set(path, imports);
    return imports;
  }
}

/** What a reader says of a file that its graph has no module of. */
export function unreadable({ path }: SourceFile): ReadProblem {
  return { file: path, reason: "its code nests too deep, or is no such code" };
}
