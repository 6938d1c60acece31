import path from "node:path";
import type { Fact } from "../../../domain";
import { type Project, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

/** A command that installs by a lock file alone, and ends where there is none. */
interface ByLock {
  readonly command: RegExp;
  readonly manifest: string;
  /** Any of them does. */
  readonly files: readonly string[];
  readonly writtenBy: string;
}

/** Each was tried without its lock file on 2026-11-30, but Bundler; Yarn 1 and Bun go on without one, as Poetry does. */
const BY_LOCK: readonly ByLock[] = [
  {
    command: /^npm (?:ci|clean-install)\b/,
    manifest: "package.json",
    files: ["package-lock.json", "npm-shrinkwrap.json"],
    writtenBy: "npm install",
  },
  {
    command: /^pnpm (?:i|install)\b.* --frozen-lockfile(?!=false)/,
    manifest: "package.json",
    files: ["pnpm-lock.yaml"],
    writtenBy: "pnpm install",
  },
  {
    command: /^uv sync\b.* --(?:frozen|locked)\b/,
    manifest: "pyproject.toml",
    files: ["uv.lock"],
    writtenBy: "uv lock",
  },
  { command: /^pipenv sync\b/, manifest: "Pipfile", files: ["Pipfile.lock"], writtenBy: "pipenv lock" },
  {
    // bundler.io/man/bundle-install.1.html
    command: /^bundle install\b.* --deployment\b/,
    manifest: "Gemfile",
    files: ["Gemfile.lock"],
    writtenBy: "bundle install",
  },
  {
    command: /^cargo (?:build|install|run)\b.* --(?:locked|frozen)\b/,
    manifest: "Cargo.toml",
    files: ["Cargo.lock"],
    writtenBy: "cargo generate-lockfile",
  },
  {
    command: /^go (?:build|install|run)\b.* -mod=vendor\b/,
    manifest: "go.mod",
    files: ["vendor"],
    writtenBy: "go mod vendor",
  },
];

/** What may bring a lock file that no COPY does. */
const WRITES =
  /\b(?:npm|pnpm|yarn|bun)\s+(?:i|install|add|import|init|shrinkwrap)\b(?!.*--frozen-lockfile)|\b(?:uv|pipenv|poetry|bundle|cargo|go)\s+(?!sync\b.*--(?:frozen|locked))(?:\w+\s+)?(?:lock|sync|add|install|generate-lockfile|build|fetch|vendor|tidy)\b|\bgit\s+clone\b|\bcurl\b|\bwget\b|\btar\b|\bunzip\b|\b(?:turbo|nx)\s+prune\b|\b(?:mv|cp|rsync|ln|degit)\b|\bcreate-|\block\b|>/;

/** Builds that install by a lock file, where there is none. */
export function missingLocks(project: Project, commands: readonly RunningCommand[]): readonly Fact[] {
  return commands.flatMap((command) => missingFor(command, project));
}

function missingFor(running: RunningCommand, project: Project): readonly Fact[] {
  const { fileAt, place, by } = running;
  const words = running.words.join(" ");
  const row = BY_LOCK.find(({ command }) => command.test(words));
  if (row === undefined) return [];
  // `--prefix`, `-C` and their like name another folder.
  if (
    / (?:--prefix|--cwd|--dir|-C|--directory|--project|--package|--manifest-path|--gemfile|-w|--workspace)\b/.test(
      words,
    )
  )
    return [];
  const manifest = fileAt(row.manifest, (text) => WRITES.test(text));
  if (typeof manifest !== "object" || !asks(row, manifest.file, project)) return [];
  const isAbsent = (name: string): boolean => {
    const found = fileAt(name, (text) => WRITES.test(text));
    return found === "none" || found === "lacking";
  };
  if (!row.files.every(isAbsent) || isOfWorkspace(row, fileAt, project)) return [];
  const [file = ""] = row.files;
  const there = path.posix.join(path.posix.dirname(manifest.file), file);
  const elsewhere = project.repository.lacks(there) ? undefined : there;
  const { writtenBy } = row;
  return [
    { kind: "missing-file", ...subjectOf(project), place, file, command: words, elsewhere, writtenBy, by },
  ];
}

/** Where a folder above is a workspace, the lock file is there. */
function isOfWorkspace(
  { manifest }: ByLock,
  fileAt: RunningCommand["fileAt"],
  { repository }: Project,
): boolean {
  return ["..", "../..", "../../.."].some((up) =>
    [manifest, "pnpm-workspace.yaml"].some((name) => {
      const found = fileAt(path.posix.join(up, name), () => false);
      if (typeof found !== "object") return found === undefined;
      return name !== manifest || /workspace/.test(repository.text(found.file) ?? "workspace");
    }),
  );
}

/** Go needs no folder of packages where it requires none. */
function asks({ manifest }: ByLock, file: string, { repository }: Project): boolean {
  return manifest !== "go.mod" || /^\s*require\b/m.test(repository.text(file) ?? "");
}
