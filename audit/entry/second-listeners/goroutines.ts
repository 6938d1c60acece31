import path from "node:path";

/** A function of Go, and where its text begins; a method has the type that it is of. */
interface GoFunction {
  readonly name: string;
  readonly type: string | undefined;
  readonly at: number;
}

/** A call beside the program: the folder of its file, the words before the function's name, and the value's type. */
interface Started {
  readonly folder: string;
  readonly of: string;
  readonly name: string;
  readonly type: string | undefined;
}

/** A file of a program of Go, without what is no part of it. */
interface GoFile {
  readonly path: string;
  readonly text: string;
}

/** `go startDebug(`, `go debug.Start(`. */
const STARTS = /\bgo\s+((?:(?:\w+\.)*\w+\([^()\n]{0,200}\)\.)?(?:\w+\.)*)(\w+)\(/g;
/** What a function without a name does beside the program, as far as it has no block. */
const NAMELESS = /\bgo\s+func\s*\([^()\n]*\)\s*\{([^{}]{0,400})/g;
const CALLS = /((?:(?:\w+\.)*\w+\([^()\n]{0,200}\)\.)?(?:\w+\.)*)\b(\w+)\(/g;
/** `dbg "shop/internal/debug"`: the name of a package in a file, and its folder's. */
const RENAMED = /^[ \t]*(?:import[ \t]+)?(\w+)[ \t]+"(?:[^"\n]*\/)?([^"\n/]+)"/gm;
const FUNCTION = /^func\s+(?:\(\s*(?:\w+\s+)?\*?(\w+)[^()\n]*\)\s*)?(\w+)\s*(?:\[[^\]\n]*\])?\(/gm;
/** `func NewAdmin(log *slog.Logger) (*Admin, error)`: what a function makes. */
const MAKES = /^func\s+(\w+)\s*\([^\n]*?\)\s*\(?\s*\*?(\w+)\s*(?:,[^\n]*\))?\s*\{/gm;

/** What a program of Go runs beside itself: `go f()` and `go pkg.F()`, in whichever of its files. */
export class Goroutines {
  private readonly started: readonly Started[];
  private readonly methods = new Map<string, number>();
  /** The types that functions make, by their names; undefined of functions that share one. */
  private readonly made = new Map<string, string | undefined>();
  private readonly functions = new Map<string, readonly GoFunction[]>();

  constructor(private readonly files: readonly GoFile[]) {
    for (const { text } of files)
      for (const [, name = "", type = ""] of text.matchAll(MAKES))
        this.made.set(name, this.made.has(name) && this.made.get(name) !== type ? undefined : type);
    this.started = files.flatMap(({ path: file, text }) => {
      const bodies = [...text.matchAll(NAMELESS)].map(([, body = ""]) => body);
      const calls = [...text.matchAll(STARTS), ...bodies.flatMap((body) => [...body.matchAll(CALLS)])];
      const renamed = new Map([...text.matchAll(RENAMED)].map(([, name = "", of = ""]) => [name, of]));
      return calls.map(([, before = "", name = ""]) => {
        const of = before.split(".").at(-2) ?? "";
        const type = this.typeOf(before, text);
        return { folder: path.posix.dirname(file), of: renamed.get(of) ?? of, name, type };
      });
    });
    for (const { path: file, text } of files) {
      const own = [...text.matchAll(FUNCTION)].map(({ index, 1: receiver, 2: name = "" }) => ({
        name,
        type: receiver,
        at: index,
      }));
      this.functions.set(file, own);
      for (const { type, name } of own)
        if (type !== undefined) this.methods.set(name, (this.methods.get(name) ?? 0) + 1);
    }
  }

  /** The type of what is before a method's name: a call, or a value that the file makes once or declares. */
  private typeOf(before: string, text: string): string | undefined {
    const [, called] = /(\w+)\([^()]*\)\.$/.exec(before) ?? [];
    if (called !== undefined) return this.made.get(called);
    const [, value] = /^(\w+)\.$/.exec(before) ?? [];
    if (value === undefined) return undefined;
    const given = new RegExp(
      `\\b${value}(?:\\s*,\\s*\\w+)?\\s*:?=\\s*&?(?:\\w+\\.)?(\\w+)\\s*([{(])|\\b(?:var\\s+)?${value}\\s+\\*?(?:\\w+\\.)?([A-Z]\\w*)\\b`,
      "g",
    );
    const types = [...text.matchAll(given)].map(([, word = "", opens, declared]) =>
      opens === "(" ? this.made.get(word) : (declared ?? word),
    );
    const [only, ...others] = new Set(types);
    return others.length === 0 ? only : undefined;
  }

  /** Whether it is not known which of several types' methods a call beside the program runs: what is at an index, maybe. */
  mayHold(file: string, at: number): boolean {
    const own = this.functions.get(file)?.findLast((one) => one.at <= at);
    if (own?.type === undefined || this.holds(file, at)) return false;
    return this.started.some((call) => call.name === own.name && call.of !== "" && call.type === undefined);
  }

  /** Whether what is at an index of a file is in a function that runs beside the program. */
  holds(file: string, at: number): boolean {
    const own = this.functions.get(file)?.findLast((one) => one.at <= at);
    if (own === undefined) return false;
    const { name, type } = own;
    const folder = path.posix.dirname(file);
    const text = this.files.find((one) => one.path === file)?.text ?? "";
    const [, ownPackage = ""] = /^package\s+(\w+)/m.exec(text) ?? [];
    return this.started.some((call) => {
      if (call.name !== name) return false;
      // Of several types' methods of one name the value's type says whose is called.
      if (type !== undefined)
        return call.type === undefined ? call.of !== "" && this.methods.get(name) === 1 : call.type === type;
      return call.of === ""
        ? call.folder === folder
        : call.of === ownPackage || call.of === path.posix.basename(folder);
    });
  }
}
