import path from "node:path";
import type { StartCommandFact } from "../../domain";
import { flagValue } from "../../domain/start-command/flag-value";
import type { Repository } from "../reader";
import { fileOf } from "../services/service-folders";
import { startedWords } from "./wrappers";

/** gunicorn's worker class: the command's own word, else that of its settings file (docs.gunicorn.org: configure, worker_class). */
export function workerOf(
  text: string,
  start: StartCommandFact,
  bases: readonly string[],
  repository: Repository,
): string | undefined {
  const words = startedWords(text);
  const given = flagValue(words, ["-k", "--worker-class"]);
  if (given !== undefined) return given;
  // What the variable says wins over the file.
  if (repository.text(fileOf(start))?.includes("GUNICORN_CMD_ARGS") === true) return undefined;
  const named = flagValue(words, ["-c", "--config"]) ?? SETTINGS;
  if (named.startsWith("python:") || path.posix.isAbsolute(named)) return undefined;
  const [file] = inBases(bases, named.replace(/^file:/, "")).filter((one) => repository.has(one));
  return file === undefined ? undefined : writtenOnce(repository.text(file) ?? "");
}

/** Whether no settings file names a worker class: gunicorn reads gunicorn.conf.py by itself. */
export function isWithoutClass(text: string, bases: readonly string[], repository: Repository): boolean {
  if (startedWords(text).some((word) => /^(?:-c|--config)(?:=|$)/.test(word) || /^-c\S/.test(word)))
    return false;
  return inBases(bases, SETTINGS).every(
    (file) => !repository.has(file) || !/worker_class/.test(repository.text(file) ?? "worker_class"),
  );
}

/** What gunicorn reads by itself. */
const SETTINGS = "gunicorn.conf.py";

const inBases = (bases: readonly string[], name: string): readonly string[] =>
  bases.map((base) => path.posix.normalize(path.posix.join(base, name)));

/** The class that a settings file writes out, where it does so once and under no condition. */
function writtenOnce(text: string): string | undefined {
  const code = text.replaceAll(/#.*$/gm, "");
  if ((code.match(/\bworker_class\b/g) ?? []).length !== 1) return undefined;
  return /^worker_class[ \t]*=[ \t]*["']([\w.]+)["'][ \t\r]*$/m.exec(code)?.[1];
}
