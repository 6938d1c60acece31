import path from "node:path";
import type { Repository } from "../reader";
import type { CopiedProgram } from "./project/copied-program";

/** Finds the files that commands name, from the folders in which they may run. */
export class StartFiles {
  /**
   * @param folder the service's own, from the audited one
   * @param copied what an image has under a name of its own
   */
  constructor(
    readonly repository: Repository,
    private readonly folder: string,
    readonly copied: (program: string) => CopiedProgram | undefined = () => undefined,
  ) {}

  /** The file that a command names; undefined where the repository has none, or several that may be meant. */
  find(bases: readonly string[], name: string): string | undefined {
    const written = name.replace(/^(?:\.\/)+/, "");
    if (written === "" || /[$\uE000*?]/.test(written)) return undefined;
    for (const base of bases) {
      // An image has the repository below a folder of its own: `/app/start.sh`.
      for (const below of written.startsWith("/") ? endings(written) : [written]) {
        const file = path.posix.normalize(path.posix.join(base, below));
        if (this.repository.has(file)) return file;
      }
    }
    return this.below(written.startsWith("/") ? path.posix.basename(written) : written);
  }

  /** What a compiler made of a TypeScript file is started in its place. */
  findProgram(bases: readonly string[], name: string): string | undefined {
    return (
      this.builtFrom(bases, name) ??
      sourcesOf(name)
        .map((candidate) => this.find(bases, candidate))
        .find((file) => file !== undefined)
    );
  }

  /** The file of a name, or what a compiler makes it of, in one of some folders and nowhere else. */
  builtFrom(bases: readonly string[], name: string): string | undefined {
    return sourcesOf(name)
      .map((candidate) => this.exact(bases, candidate))
      .find((file) => file !== undefined);
  }

  /** The file of a module that Python runs. */
  findModule(bases: readonly string[], module: string): string | undefined {
    const plain = module.replaceAll(".", "/");
    const all = [...bases, ...bases.map((base) => path.posix.join(base, "src"))];
    return [`${plain}/__main__.py`, `${plain}.py`]
      .map((candidate) => this.find(all, candidate))
      .find((found) => found !== undefined);
  }

  /** The file of this very name, in the first folder that has it. */
  exact(bases: readonly string[], name: string): string | undefined {
    return bases
      .map((base) => path.posix.normalize(path.posix.join(base, name)))
      .find((file) => this.repository.has(file));
  }

  /** The only file of this ending below the service's folder, which an image's working folder may hold. */
  private below(ending: string): string | undefined {
    const within = this.folder === "" ? "" : `${this.folder}/`;
    const found = this.repository
      .named(path.posix.basename(ending))
      .filter((file) => file.startsWith(within) && file.endsWith(`/${ending}`));
    return found.length === 1 ? found[0] : undefined;
  }
}

function endings(absolute: string): readonly string[] {
  const names = absolute.split("/").filter((name) => name !== "");
  return names.map((_, index) => names.slice(index).join("/"));
}

const BUILT = /^(.*?)(?:^|(?<=\/))(?:dist|build|lib|out|target)\/(.+?)(?:\.[cm]?js)?$/;
const CODE = [".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs"];

function sourcesOf(name: string): readonly string[] {
  const written = name.replace(/^(?:\.\/)+/, "");
  const whole = /\.[a-z]+$/.test(written) ? [written] : CODE.map((ending) => written + ending);
  const [, before = "", below] = BUILT.exec(written) ?? [];
  if (below === undefined) return [...whole, ...(whole.length > 1 ? [`${written}/index.js`] : [])];
  const [, folder, file = below] = /^(.+)\/([^/]+)$/.exec(below) ?? [];
  const plain = [
    `${before}src/${below}`,
    `${before}${below}`,
    // nx builds each project's `src` into a folder of the project's own path.
    ...(folder === undefined ? [] : [`${before}${folder}/src/${file}`]),
  ];
  return [...whole, ...plain.flatMap((source) => CODE.map((ending) => source + ending))];
}
