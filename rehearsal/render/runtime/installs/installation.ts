/** What an installer's command line does to the folders that are kept. */
export interface Installation {
  /** `environment`: the virtual environment; `modules`: every node_modules; `target`: Rust's compiled crates. */
  readonly into: "environment" | "modules" | "target";
  /** Whether the service's own code is installed too: then what is kept depends on every file. */
  readonly ownCode: boolean;
}

type Reader = (words: readonly string[]) => Installation | undefined;

const flag = (words: readonly string[], ...names: readonly string[]): boolean =>
  words.some((word) => names.some((name) => word === name || word.startsWith(`${name}=`)));

/** Words that are neither options nor an option's value, as far as pip's options take one. */
const WITH_VALUE = new Set([
  "-r",
  "--requirement",
  "-c",
  "--constraint",
  "-i",
  "--index-url",
  "--extra-index-url",
  "-f",
  "--find-links",
  "-e",
  "--editable",
]);
const named = (words: readonly string[]): string[] =>
  words.filter((word, at) => !word.startsWith("-") && !WITH_VALUE.has(words[at - 1] ?? ""));

const isPath = (word: string): boolean => /^(?:\.|\/|file:)/.test(word);

const pipInstall: Reader = (words) => {
  // Elsewhere than in the environment.
  if (flag(words, "--target", "-t", "--prefix", "--root", "--user", "--dry-run", "--download"))
    return undefined;
  const editable = words.filter((_, at) => ["-e", "--editable"].includes(words[at - 1] ?? ""));
  return { into: "environment", ownCode: [...named(words), ...editable].some(isPath) };
};

const modules: Installation = { into: "modules", ownCode: false };

/** An install of what the lock file says; with a package's name it changes the manifest too. */
const fromManifest =
  (verbs: readonly string[], withoutVerb = false): Reader =>
  ([verb, ...rest]) => {
    if (verb === undefined || verb.startsWith("-")) return withoutVerb ? modules : undefined;
    if (
      !verbs.includes(verb) ||
      flag(rest, "-g", "--global", "--location", "--prefix", "-C", "--dir", "--cwd")
    )
      return undefined;
    return named(rest).length === 0 ? modules : undefined;
  };

const READERS: Readonly<Record<string, Reader>> = {
  pip: ([verb, ...rest]) => (verb === "install" ? pipInstall(rest) : undefined),
  uv: ([verb, second, ...rest]) => {
    if (verb === "pip" && (second === "install" || second === "sync")) return pipInstall(rest);
    if (verb !== "sync") return undefined;
    return { into: "environment", ownCode: flag([second ?? "", ...rest], "--no-editable") };
  },
  poetry: ([verb]) =>
    verb === "install" || verb === "sync" ? { into: "environment", ownCode: false } : undefined,
  npm: fromManifest(["ci", "install", "i", "clean-install", "install-clean"]),
  pnpm: fromManifest(["install", "i"]),
  yarn: fromManifest(["install"], true),
  bun: fromManifest(["install", "i"]),
  cargo: ([verb]) => (verb === "build" || verb === "b" ? { into: "target", ownCode: false } : undefined),
};

/** What a command line installs; undefined where nothing of it is kept. */
export function installationOf(tool: string, words: readonly string[]): Installation | undefined {
  return READERS[tool === "pip3" ? "pip" : tool]?.(words);
}
