import path from "node:path";
import { type Fact, factsOf } from "../../../domain";
import { flagValue } from "../../../domain/start-command/flag-value";
import { withoutWrappers } from "../wrappers";
import { isAbsent, type Lacking } from "./lacking-file";
import { mayWrite } from "./missing-files";
import { only, onlyNamed, type Project, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";
import { toolFiles } from "./tool-files";

/** Files that a framework's own commands open by themselves, or by an option or a setting, and that are not there. */
export function frameworkFiles(project: Project, commands: readonly RunningCommand[]): readonly Fact[] {
  if (project.repository.has(".gitmodules")) return [];
  return commands.flatMap((command) => {
    const words = withoutWrappers(command.words);
    const all = [migrations, rackup, workers, toolFiles].flatMap((of) => of(words, command, project));
    return all.map(({ file, elsewhere, unlessSet }) => ({
      kind: "missing-file",
      ...subjectOf(project),
      place: command.place,
      file,
      command: command.words.join(" "),
      elsewhere,
      by: command.by,
      ...(unlessSet !== undefined && { unlessSet }),
    }));
  });
}

/** alembic.sqlalchemy.org/en/latest/tutorial.html: the ini file, and the folder of env.py that it names. */
function migrations(
  words: readonly string[],
  command: RunningCommand,
  { repository, facts }: Project,
): readonly Lacking[] {
  const at = words.indexOf("alembic");
  if (at < 0 || (at > 0 && words[at - 1] !== "-m")) return [];
  const scripts = repository
    .named("env.py")
    .filter((file) => /\balembic\b/.test(repository.text(file) ?? ""));
  if (scripts.length === 0 && repository.isWhole !== true) return [];
  const written = flagValue(words.slice(at + 1), ["-c", "--config"]);
  // alembic.sqlalchemy.org/en/latest/api/commands.html
  const set = factsOf(facts, "variable").find(({ name }) => name === "ALEMBIC_CONFIG");
  if (written === undefined && set?.value.known === false) return [];
  const ini = written ?? (set?.value.known === true ? set.value.value : "alembic.ini");
  if (/[$*\uE000]|^\//.test(ini)) return [];
  if (isAbsent(ini, command)) {
    const inProject = repository
      .named("pyproject.toml")
      .some((file) => /^\[tool\.alembic\]/m.test(repository.text(file) ?? ""));
    const named = repository.named(path.posix.basename(ini));
    const others = named.length > 0 ? named : repository.named("alembic.ini");
    if (inProject || (others.length === 0 && repository.isWhole !== true)) return [];
    const unlessSet = written === undefined && set === undefined ? { unlessSet: "ALEMBIC_CONFIG" } : {};
    return [{ file: ini, elsewhere: only(others), ...unlessSet }];
  }
  const found = command.fileAt(ini, mayWrite);
  const text = typeof found === "object" ? repository.text(found.file) : undefined;
  const [, location = ""] = /^script_location\s*=\s*(\S+)\s*$/m.exec(text ?? "") ?? [];
  // A package's folder, a list of options or the ini file's own folder is found otherwise.
  if (location === "" || /[:%$]|^\//.test(location)) return [];
  const file = path.posix.join(location, "env.py");
  return isAbsent(file, command) ? [{ file, elsewhere: only(scripts) }] : [];
}

/** puma.io: without a file of its own a Rack server loads config.ru. */
function rackup(
  words: readonly string[],
  command: RunningCommand,
  { repository }: Project,
): readonly Lacking[] {
  const [program = "", ...rest] = words;
  if (!/^(?:puma|rackup|thin|unicorn|iodine)$/.test(path.posix.basename(program))) return [];
  const given = rest.find((word) => word.endsWith(".ru"));
  if (given !== undefined)
    return isAbsent(given, command) && hasRack(command) ? [{ file: given, elsewhere: undefined }] : [];
  const settings = flagValue(rest, ["-C", "--config", "-c"]);
  // A server that is given a file of settings reads no other one.
  const names = settings === undefined ? ["config/puma.rb", "puma.rb", "config/unicorn.rb"] : [settings];
  const texts = names.flatMap((name) => {
    const found = command.fileAt(name, mayWrite);
    return typeof found === "object" ? (repository.text(found.file) ?? "rackup") : [];
  });
  if (texts.some((text) => /^\s*(?:rackup|app)\b/m.test(text)) || /\s-[eE]\s/.test(words.join(" ")))
    return [];
  return isAbsent("config.ru", command) && hasRack(command)
    ? [{ file: "config.ru", elsewhere: onlyNamed("config.ru", repository) }]
    : [];
}

/** Whether the application's own first file is where the server starts: else the repository is not here as a whole. */
function hasRack({ fileAt }: RunningCommand): boolean {
  return ["app.rb", "config/environment.rb"].some((name) => typeof fileAt(name, mayWrite) === "object");
}

/** github.com/sidekiq/sidekiq: `-r` names a file of Ruby or the folder of a Rails application. */
function workers(
  words: readonly string[],
  command: RunningCommand,
  { repository }: Project,
): readonly Lacking[] {
  const [program = "", ...rest] = words;
  const file = flagValue(rest, ["-r", "--require"]);
  if (path.posix.basename(program) !== "sidekiq" || file === undefined || /[$*]|^\//.test(file)) return [];
  const isThere = [file, `${file}.rb`].some((one) => !isAbsent(one, command));
  if (isThere || repository.ending(".rb").length === 0) return [];
  return [{ file: path.posix.normalize(file), elsewhere: onlyNamed(file, repository) }];
}
