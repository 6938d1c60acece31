import { type Dirent, readdirSync } from "node:fs";
import path from "node:path";
import ignore, { type Ignore } from "ignore";
import { type IgnoreLayer, ignoreLayer, isIgnored } from "../git/git-ignore";
import { foldersAbove } from "../services/service-folders";
import { ENVIRONMENT_FILE, fileLeftOut, folderLeftOut, type LeftOut } from "./left-out";
import { readText } from "./read-text";
import type { ReadProblem } from "./source-file";
import { isStarted, saysWhatStarts, startedFolders } from "./started-folders";

/** What narrows or widens a walk; patterns are those of .gitignore. */
export interface WalkOptions {
  /** Read these although git ignores them, or although they are among tests. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** The files of a folder, in the order of their names, and what was not looked at. */
export interface Walk {
  /** Paths from the folder, with `/` between names. */
  readonly files: readonly string[];
  readonly leftOut: ReadonlyMap<LeftOut, number>;
  /** The first few of each reason, by their paths. */
  readonly leftOutNames: ReadonlyMap<LeftOut, readonly string[]>;
  readonly problems: readonly ReadProblem[];
}

/** Lists the files that may be read. It follows no link, and asks neither git nor a network. */
export function walk(root: string, options: WalkOptions = {}): Walk {
  const walker = new Walker(root, options);
  walker.enter("", undefined);
  return walker;
}

/** How many of what is left out are kept by name. */
const NAMED = 3;

class Walker implements Walk {
  readonly files: string[] = [];
  readonly leftOut = new Map<LeftOut, number>();
  readonly leftOutNames = new Map<LeftOut, string[]>();
  readonly problems: ReadProblem[] = [];
  private readonly included: Ignore;
  private readonly excluded: Ignore;
  private readonly excludesSome: boolean;
  private readonly include: readonly string[];
  /** The files of each folder that say what is started from it, and the folders that they name. */
  private readonly manifests = new Map<string, readonly string[]>();
  private readonly started = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly root: string,
    { include = [], exclude = [] }: WalkOptions,
  ) {
    this.include = include;
    this.included = ignore().add([...include]);
    this.excluded = ignore().add([...exclude]);
    this.excludesSome = exclude.length > 0;
  }

  /** A folder and what is below it; `above` holds the ignore files on the way to it. */
  enter(folder: string, above: IgnoreLayer | undefined): void {
    const entries = this.entriesOf(folder);
    const names = entries.map(({ name }) => name);
    const named = folder === "" ? undefined : folderLeftOut(folder, names);
    const started = named === "tests" ? this.startedIn(folder) : undefined;
    const reason = started === "itself" ? undefined : named;
    if (reason !== undefined && started === undefined && !this.mayHoldIncluded(folder)) {
      this.skip(reason, folder);
      return;
    }
    const manifests = names.filter(saysWhatStarts);
    if (manifests.length > 0) this.manifests.set(folder, manifests);
    const layer = this.layerOf(folder, names, above);
    for (const entry of entries) {
      const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) this.skip("link", file);
      else if (entry.isDirectory()) {
        if (started === "holds" && this.startedIn(file) === undefined) this.skip("tests", file);
        else this.enterUnlessIgnored(file, layer);
      }
      // What waits for a writer is none that can be read, and is named where a reader asks for its name.
      else if (entry.isFile() || entry.isFIFO() || entry.isSocket()) this.take(file, layer, reason);
    }
  }

  /** Whether a manifest above starts what is in a folder with an example's name, or in one below it. */
  private startedIn(folder: string): ReturnType<typeof isStarted> {
    for (const from of foldersAbove(folder).slice(1)) {
      const within = from === "" ? folder : folder.slice(from.length + 1);
      const found = isStarted(within, this.startedFrom(from));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private startedFrom(folder: string): ReadonlySet<string> {
    const before = this.started.get(folder);
    if (before !== undefined) return before;
    const manifests = this.manifests.get(folder) ?? [];
    const texts = manifests.map((name) => readText(this.root, path.posix.join(folder, name)).text ?? "");
    const started = startedFolders(texts);
    this.started.set(folder, started);
    return started;
  }

  private entriesOf(folder: string): Dirent[] {
    try {
      const entries = readdirSync(path.join(this.root, folder), { withFileTypes: true });
      return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
      this.problems.push({
        file: folder === "" ? "." : folder,
        reason: `the folder is unreadable (${code})`,
      });
      return [];
    }
  }

  private layerOf(
    folder: string,
    names: readonly string[],
    above: IgnoreLayer | undefined,
  ): IgnoreLayer | undefined {
    const inFolder = folder === "" ? "" : `${folder}/`;
    // A clone's own list ranks below every .gitignore.
    const own =
      folder === "" && names.includes(".git") ? readText(this.root, ".git/info/exclude") : undefined;
    const clone =
      own?.text === undefined
        ? above
        : ignoreLayer(folder, own.text, above, this.notFollowed(".git/info/exclude"));
    if (!names.includes(".gitignore")) return clone;
    const file = `${inFolder}.gitignore`;
    const { text } = readText(this.root, file);
    return text === undefined ? clone : ignoreLayer(folder, text, clone, this.notFollowed(file));
  }

  private notFollowed(file: string) {
    return ([line = 1, ...more]: readonly number[]): void => {
      const others = more.length > 0 ? `, and so are ${more.length} more` : "";
      const reason = `a pattern with too many stars or letters is left out${others}`;
      this.problems.push({ file, line, reason });
    };
  }

  private enterUnlessIgnored(folder: string, layer: IgnoreLayer | undefined): void {
    if (this.excludesSome && this.excluded.ignores(`${folder}/`)) this.skip("excluded", folder);
    else if (isIgnored(`${folder}/`, layer) && !this.mayHoldIncluded(folder)) {
      // Vendored files are mostly ignored too; they are reported as vendored.
      this.skip(folderLeftOut(folder, []) === "vendored" ? "vendored" : "ignored", folder);
    } else this.enter(folder, layer);
  }

  private take(file: string, layer: IgnoreLayer | undefined, folderReason: LeftOut | undefined): void {
    const reason = this.reasonOf(file, layer, folderReason);
    if (reason === undefined) this.files.push(file);
    else this.skip(reason, file);
  }

  private reasonOf(
    file: string,
    layer: IgnoreLayer | undefined,
    folderReason: LeftOut | undefined,
  ): LeftOut | undefined {
    if (this.excludesSome && this.excluded.ignores(file)) return "excluded";
    if (this.include.length > 0 && this.included.ignores(file)) return undefined;
    const reason = folderReason ?? fileLeftOut(file);
    if (reason !== undefined || !isIgnored(file, layer)) return reason;
    return ENVIRONMENT_FILE.test(path.posix.basename(file)) ? "environmentIgnored" : "ignored";
  }

  /** An ignored folder is entered only on the way to a path that was asked for by its name. */
  private mayHoldIncluded(folder: string): boolean {
    return this.include.some((pattern) => {
      const plain = pattern.replace(/^\//, "");
      return plain.startsWith(`${folder}/`) || folder.startsWith(plain.replace(/\/?(?:\*.*)?$/, "/"));
    });
  }

  private skip(reason: LeftOut, name: string): void {
    const names = this.leftOutNames.get(reason) ?? [];
    if (names.length < NAMED) this.leftOutNames.set(reason, [...names, name]);
    this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + 1);
  }
}
