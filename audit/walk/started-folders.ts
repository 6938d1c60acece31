import path from "node:path";

/** Files that say what is started from their folder. */
const SAYS =
  /^(?:(?:.+\.)?Dockerfile(?:\..+)?|Containerfile|Procfile|package\.json|manage\.py|heroku\.yml|(?:render|railway)[\w.-]*\.(?:ya?ml|toml|json)|fly[\w.-]*\.toml)$/;

/** The lines of such files that start or build a program, each by its format's own word. */
const COMMANDS: readonly RegExp[] = [
  /^\s*(?:CMD|ENTRYPOINT)\s(.*)$/gim,
  /^\s*RUN\s.*?\b(go (?:build|install)\s.*)$/gim,
  /^\s*(?:web|app|api|worker):\s*(.*)$/gm,
  /^\s*-?\s*["']?(?:startCommand|dockerCommand|dockerfilePath)["']?\s*[:=]\s*(.*)$/gm,
  /^\s*(?:app|web|dockerfile)\s*=\s*(.*)$/gm,
  /"(?:start|start:prod|serve|main)"\s*:\s*("(?:[^"\\\n]|\\.)*")/g,
  /DJANGO_SETTINGS_MODULE["']?\s*[,=]\s*(.*)$/gm,
];

/** Where a word alone is a folder: the root of a service, and what a module or a change of folder names. */
const FOLDERS: readonly RegExp[] = [
  /^\s*-?\s*["']?(?:rootDir|dockerContext)["']?\s*[:=]\s*["']?([\w./-]+)/gm,
  /(?:\bcd|-m["']?,?|--prefix|--app-dir)[ =]+["']?([\w./-]+)/g,
];

/** A path, or the dotted name of a module. */
const NAMES = /(?<![\w.@:/$-])(?:\.\/)*([\w-]+(?:[./][\w-]+)+)/g;
const CODE = /\.(?:[cm]?[jt]sx?|py|rb|php|sh|jar|dll|json|toml|ya?ml|Dockerfile)$/;

/** Whether a file of this name is asked what is started. */
export const saysWhatStarts = (name: string): boolean => SAYS.test(name);

/** The folders, from their own one, of which the texts of manifests start something: `example` of `example.main:app`. */
export function startedFolders(texts: readonly string[]): ReadonlySet<string> {
  const lines = texts.flatMap((text) => said(COMMANDS, text));
  const named = lines.flatMap((line) => [...line.matchAll(NAMES)].map(([, name = ""]) => name));
  const alone = [
    ...texts.flatMap((text) => said(FOLDERS.slice(0, 1), text)),
    ...lines.flatMap((line) => said(FOLDERS, line)),
  ];
  return new Set([
    ...named.flatMap(foldersOf),
    ...alone.map((name) => path.posix.normalize(name).replace(/\/$/, "")),
  ]);
}

function foldersOf(name: string): readonly string[] {
  if (!name.includes("/")) {
    // The last part of a module's name is its file.
    const parts = CODE.test(name) ? [] : name.split(".").slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  }
  return [CODE.test(name) ? path.posix.dirname(name) : name];
}

function said(forms: readonly RegExp[], text: string): readonly string[] {
  return forms.flatMap((form) => [...text.matchAll(form)].map(([, found = ""]) => found));
}

/** Whether a folder is one of these, or holds one; also below the folders in which projects keep their parts. */
export function isStarted(folder: string, started: ReadonlySet<string>): "itself" | "holds" | undefined {
  const plain = folder.replace(/^(?:src|apps|packages)\//, "");
  if (started.has(folder) || started.has(plain)) return "itself";
  return [...started].some((one) => one.startsWith(`${folder}/`)) ? "holds" : undefined;
}
