import path from "node:path";
import { type Fact, factsOf } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import { oncePerPart } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { cargoMembers, gemMembers, type Member, npmMembers, pnpmMembers, uvMembers } from "./member-drift";
import { mayWrite } from "./missing-files";
import { imageOf, type Project, platformCommands, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

interface ByLock {
  readonly command: RegExp;
  readonly file: string;
  readonly members: (lock: string, folder: string, repository: Repository) => readonly Member[];
  /** What writes the lock file again. */
  readonly type: string;
  /** What else has to be said, by the build or by a variable, for the command to refuse. */
  readonly mode?: RegExp;
}

const BY_LOCK: readonly ByLock[] = [
  {
    command: /^npm (?:ci|clean-install)\b/,
    file: "package-lock.json",
    members: npmMembers,
    type: "npm install",
  },
  {
    command: /^pnpm (?:i|install)\b.* --frozen-lockfile(?!=false)/,
    file: "pnpm-lock.yaml",
    members: pnpmMembers,
    type: "pnpm install",
  },
  { command: /^uv sync\b.* --locked\b/, file: "uv.lock", members: uvMembers, type: "uv lock" },
  {
    command: /^cargo (?:build|run)\b.* --(?:locked|frozen)\b/,
    file: "Cargo.lock",
    members: cargoMembers,
    type: "cargo update --workspace",
  },
  {
    command: /^bundle install\b/,
    file: "Gemfile.lock",
    members: gemMembers,
    type: "bundle lock",
    mode: /\bbundle install\b[^\n&;|]*--(?:deployment|frozen)\b|\bbundle config (?:set )?(?:--\w+ )?(?:deployment|frozen)\s+['"]?(?:true|1)|\bBUNDLE_(?:DEPLOYMENT|FROZEN)[= ]["']?(?:true|1)/,
  },
];

/** Options by which a command is about another folder, or a part of the workspace. */
const PARTS =
  / (?:--prefix|--cwd|--dir|-C|--directory|--project|--package|-p|--manifest-path|--gemfile|-w|--workspace|--workspaces|--filter|-F|--ignore-workspace)\b/;

/** Manifests of a workspace that its lock file is out of step with, where the install ends for that. */
export function memberLocks(project: Project, commands: readonly RunningCommand[]): readonly Fact[] {
  return commands.flatMap((running) => {
    const command = running.words.join(" ");
    const row = BY_LOCK.find((one) => one.command.test(command));
    if (row === undefined || PARTS.test(command)) return [];
    if (row.mode !== undefined && !row.mode.test(`${command}\n${settings(project)}`)) return [];
    return driftOf(row, running, project);
  });
}

function driftOf({ file, type }: ByLock, { fileAt }: RunningCommand, project: Project): readonly Fact[] {
  const { repository } = project;
  const lock = fileAt(file, mayWrite);
  if (typeof lock !== "object") return [];
  return membersOf(repository, lock.file).flatMap(({ manifest, drift, at }) => {
    const found = fileAt(manifest, mayWrite);
    const asked = typeof found === "object" ? repository.text(found.file) : undefined;
    if (typeof found !== "object" || asked === undefined) return [];
    return drift(asked).map(({ name, wanted, locked }): Fact => {
      const place = placeAt(found.file, asked, Math.max(asked.search(at(name)), 0));
      const what = { package: name, wanted, locked, file: lock.file, type };
      return { kind: "lock-drift", ...subjectOf(project), place, ...what };
    });
  });
}

/** A lock file is read once, however many services of its workspace are installed by it. */
const membersOf = oncePerPart((repository, lock: string): readonly Member[] => {
  const text = repository.text(lock)?.replaceAll("\r\n", "\n");
  const row = BY_LOCK.find(({ file }) => file === path.posix.basename(lock));
  return text === undefined ? [] : (row?.members(text, path.posix.dirname(lock), repository) ?? []);
});

/** What the build's commands and variables set. */
function settings(project: Project): string {
  const variables = factsOf(project.facts, "variable").flatMap(({ name, value }) =>
    value.known ? `${name}=${value.value}` : [],
  );
  return [...platformCommands(project), ...variables, imageOf(project)?.text ?? ""].join("\n");
}
