import path from "node:path";
import type { Fact } from "../../../domain";
import { simpleCommands } from "../../../domain/start-command/shell";
import { fileOf, IMAGE_FILE } from "../../services/service-folders";
import { withoutWrappers } from "../wrappers";
import { fileOfProject, onlyNamed, type Project, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

/** What an interpreter runs, by the ends of the files' names. */
const INTERPRETERS: readonly (readonly [program: RegExp, file: RegExp])[] = [
  [/^python[\d.]*$/, /\.py$/],
  [/^(?:node|tsx|ts-node|bun)$/, /\.[cm]?[jt]s$/],
  [/^ruby$/, /\.rb$/],
  [/^(?:ba|da|z|a)?sh$/, /\.sh$/],
  [/^php$/, /(?:\.php|^artisan)$/],
];

/** Words of an interpreter behind which no file of the repository is run. */
const OTHERWISE = /^(?:-m|-c|-e|-p|--eval|-r|--require|--import|--loader|x|run|install|test|-s)$/;

/** What a build may make, and what its packages bring. */
const MADE =
  /(?:^|\/)(?:dist|build|out|lib|target|bin|public|static|generated|node_modules|vendor|\.[\w-]+|_build|\.\.)(?:\/|$)/;

/** Commands that bring packages, and write no file of the project's own. */
const QUIET =
  /^(?:(?:apt-get|apt|apk|dnf|yum|microdnf)|npm (?:ci|i|install|prune)|pnpm (?:i|install)|yarn(?: install)?$|yarn install|bun (?:i|install)|corepack|(?:python[\d.]* -m )?pip3? install|uv (?:sync|pip)|poetry (?:install|config)|pipenv (?:install|sync)|bundle (?:install|config)|composer install|cd|set|export|mkdir|chown|chmod|adduser|addgroup|useradd|groupadd|rm|true|npx prisma|alembic|python[\d.]* manage\.py (?:collectstatic|migrate))\b/;

/** Whether a command may bring a file of the project. */
export const mayWrite = (text: string): boolean =>
  text.includes(">") || simpleCommands(text).some(({ words }) => !QUIET.test(words.join(" ")));

/** Files that the commands of a deploy name, and that are not there when they run. */
export function missingFiles(project: Project, commands: readonly RunningCommand[]): readonly Fact[] {
  // What a submodule holds is in another repository.
  if (project.repository.has(".gitmodules") || buildsByItself(project)) return [];
  return commands.flatMap((command) => missingFor(command, project));
}

/** A platform that is given no build command runs the package's own; an image is built by its Dockerfile alone. */
function buildsByItself(project: Project): boolean {
  if (IMAGE_FILE.test(fileOf(project.start))) return false;
  const isBuilt = project.facts.some(
    (fact) => fact.kind === "platform-command" && fact.by === "build command",
  );
  return (
    !isBuilt &&
    /"(?:build|heroku-postbuild|postinstall)"\s*:/.test(fileOfProject(project, "package.json")?.text ?? "")
  );
}

function missingFor({ words, fileAt, place, by }: RunningCommand, project: Project): readonly Fact[] {
  const file = fileNamed(withoutWrappers(words));
  if (file === undefined || /[$\uE000*?~]|^\//.test(file) || MADE.test(file)) return [];
  const found = fileAt(file, mayWrite);
  if (!isWhole(file, project)) return [];
  // A build by a script, of a repository in which no script is, is a repository of which parts are left out.
  const { repository } = project;
  const hasScripts = repository.isWhole === true || repository.ending(".sh").length > 0;
  if (by === "build command" && file.endsWith(".sh") && !hasScripts) return [];
  // What a container is given by a volume no instruction brings.
  if (found !== "lacking" && !(found === "none" && by === "Dockerfile")) return [];
  const named = path.posix.normalize(file);
  const elsewhere = onlyNamed(named, project.repository);
  const command = words.join(" ");
  return [{ kind: "missing-file", ...subjectOf(project), place, file: named, command, elsewhere, by }];
}

/**
 * Whether the repository has what would be beside the file: a folder of manifests alone is not where the program is, and
 * a project of Django whose manage.py is nowhere is not here as a whole.
 */
function isWhole(file: string, { repository }: Project): boolean {
  if (repository.isWhole === true) return true;
  const name = path.posix.basename(file);
  if (repository.named(name).length > 0) return true;
  const manifests = ["pyproject.toml", "Pipfile", "requirements.txt", "composer.json"].flatMap((one) =>
    repository.named(one),
  );
  if (name === "manage.py" || name === "artisan")
    return (
      !manifests.some((one) => /django|laravel|wagtail/i.test(repository.text(one) ?? "")) &&
      hasCode(file, repository)
    );
  return (!name.endsWith(".txt") || manifests.length > 0) && hasCode(file, repository);
}

function hasCode(file: string, repository: Project["repository"]): boolean {
  const own = /\.(?:py|rb|php|[cm]?[jt]s)$/.exec(file)?.[0];
  const ends = own === undefined ? [".py", ".js", ".ts", ".rb", ".go", ".php"] : [own];
  return ends.some((end) => repository.ending(end).length > 0);
}

/** The file without which a command cannot begin. */
export function fileNamed([program = "", ...rest]: readonly string[]): string | undefined {
  const name = path.posix.basename(program);
  const isPip =
    /^pip3?$/.test(name) || (name === "uv" && rest[0] === "pip") || / -m pip /.test(` ${rest.join(" ")} `);
  if (isPip && rest.includes("install")) {
    const flag = rest.findIndex((word) => /^(?:-r|--requirement)$/.test(word));
    return flag < 0 ? undefined : rest[flag + 1];
  }
  if (/^\.\/.+\.(?:sh|py|rb|[cm]?js)$/.test(program)) return program;
  const row = INTERPRETERS.find(([of]) => of.test(name));
  const given = rest.find((word) => OTHERWISE.test(word) || !word.startsWith("-"));
  return row !== undefined && given !== undefined && row[1].test(given) ? given : undefined;
}
