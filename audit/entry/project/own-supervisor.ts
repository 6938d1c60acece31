import type { Fact } from "../../../domain";
import { flagValue } from "../../../domain/start-command/flag-value";
import { startedWords } from "../wrappers";
import { mayWrite } from "./missing-files";
import { imageOf, type Project, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

/** `-n`, also among letters that are written as one (supervisord.org/running.html, read 2026-11-30). */
const STAYS = /^(?:--nodaemon|--help|--version|-[a-z]*[nhv][a-z]*)$/;

/** An image whose supervisord forks and ends: neither its option nor its file keeps it in the foreground. */
export function ownSupervisor(project: Project, commands: readonly RunningCommand[]): readonly Fact[] {
  const { start, repository } = project;
  const command = start.command.known ? start.command.value : "";
  const [program = "", ...words] = startedWords(command);
  const [own, ...more] = commands.filter(({ by }) => by === "start command");
  const isAlone = /(?:^|\/)supervisord$/.test(program) && !/[;&|`$\n]/.test(command);
  if (imageOf(project) === undefined || !isAlone || own === undefined || more.length > 0) return [];
  const name = flagValue(words, ["-c", "--configuration"]);
  if (name === undefined || words.some((word) => STAYS.test(word))) return [];
  const found = own.fileAt(name, (text) => mayWrite(text) || text.includes(name));
  const settings = typeof found === "object" ? repository.text(found.file) : undefined;
  if (settings === undefined || !/^\[supervisord\]/m.test(settings) || /^\[include\]/m.test(settings))
    return [];
  const [, said = "false"] = /^\s*nodaemon\s*[=:]\s*(\S*)/im.exec(settings) ?? [];
  if (!/^(?:false|0|no|off)$/i.test(said)) return [];
  return [
    {
      kind: "unmet-need",
      ...subjectOf(project),
      place: start.place,
      of: "foreground of supervisord",
      by: "supervisord",
      instead: "a daemon",
    },
  ];
}
