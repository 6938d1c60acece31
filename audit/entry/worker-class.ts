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
  const named = flagValue(words, ["-c", "--config"]) ?? "gunicorn.conf.py";
  if (named.startsWith("python:") || path.posix.isAbsolute(named)) return undefined;
  const name = named.replace(/^file:/, "");
  const [file] = bases
    .map((base) => path.posix.normalize(path.posix.join(base, name)))
    .filter((one) => repository.has(one));
  return file === undefined ? undefined : writtenOnce(repository.text(file) ?? "");
}

/** The class that a settings file writes out, where it does so once and under no condition. */
function writtenOnce(text: string): string | undefined {
  const code = text.replaceAll(/#.*$/gm, "");
  if ((code.match(/\bworker_class\b/g) ?? []).length !== 1) return undefined;
  return /^worker_class[ \t]*=[ \t]*["']([\w.]+)["'][ \t\r]*$/m.exec(code)?.[1];
}
