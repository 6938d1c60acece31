import path from "node:path";

/** A function of Go, and where its text begins. */
interface GoFunction {
  readonly name: string;
  readonly isMethod: boolean;
  readonly at: number;
}

/** A file of a program of Go, without what is no part of it. */
export interface GoFile {
  readonly path: string;
  readonly text: string;
}

/** `go startDebug(`, `go debug.Start(`. */
const STARTS = /\bgo\s+((?:\w+\.)*)(\w+)\(/g;
/** What a function without a name does beside the program, as far as it has no block. */
const NAMELESS = /\bgo\s+func\s*\([^()\n]*\)\s*\{([^{}]{0,400})/g;
const CALLS = /((?:\w+\.)*)\b(\w+)\(/g;
/** `dbg "shop/internal/debug"`: the name of a package in a file, and its folder's. */
const RENAMED = /^[ \t]*(?:import[ \t]+)?(\w+)[ \t]+"(?:[^"\n]*\/)?([^"\n/]+)"/gm;
const FUNCTION = /^func\s+(\([^()\n]*\)\s*)?(\w+)\s*(?:\[[^\]\n]*\])?\(/gm;

/** What a program of Go runs beside itself: `go f()` and `go pkg.F()`, in whichever of its files. */
export class Goroutines {
  private readonly started: readonly { folder: string; of: string; name: string }[];
  private readonly methods = new Map<string, number>();
  private readonly functions = new Map<string, readonly GoFunction[]>();

  constructor(private readonly files: readonly GoFile[]) {
    this.started = files.flatMap(({ path: file, text }) => {
      const bodies = [...text.matchAll(NAMELESS)].map(([, body = ""]) => body);
      const calls = [...text.matchAll(STARTS), ...bodies.flatMap((body) => [...body.matchAll(CALLS)])];
      const renamed = new Map([...text.matchAll(RENAMED)].map(([, name = "", of = ""]) => [name, of]));
      return calls.map(([, before = "", name = ""]) => {
        const of = before.split(".").at(-2) ?? "";
        return { folder: path.posix.dirname(file), of: renamed.get(of) ?? of, name };
      });
    });
    for (const { path: file, text } of files) {
      const own = [...text.matchAll(FUNCTION)].map(({ index, 1: receiver, 2: name = "" }) => ({
        name,
        isMethod: receiver !== undefined,
        at: index,
      }));
      this.functions.set(file, own);
      for (const { isMethod, name } of own)
        if (isMethod) this.methods.set(name, (this.methods.get(name) ?? 0) + 1);
    }
  }

  /** Whether what is at an index of a file is in a function that runs beside the program. */
  holds(file: string, at: number): boolean {
    const own = this.functions.get(file)?.findLast((one) => one.at <= at);
    if (own === undefined) return false;
    const { name, isMethod } = own;
    const folder = path.posix.dirname(file);
    const text = this.files.find((one) => one.path === file)?.text ?? "";
    const [, ownPackage = ""] = /^package\s+(\w+)/m.exec(text) ?? [];
    return this.started.some((call) => {
      if (call.name !== name) return false;
      // Of several types' methods of one name it is not known whose is called.
      if (isMethod) return call.of !== "" && this.methods.get(name) === 1;
      return call.of === ""
        ? call.folder === folder
        : call.of === ownPackage || call.of === path.posix.basename(folder);
    });
  }
}
