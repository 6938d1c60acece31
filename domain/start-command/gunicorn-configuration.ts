import { flagValue } from "./flag-value";
import { simpleCommands } from "./shell";

/**
 * The file of settings that decides what a start command's gunicorn binds: that of `-c`, else `gunicorn.conf.py` of
 * the folder (gunicorn docs, configure). Undefined where the command starts no gunicorn, or says by itself what to bind.
 */
export function gunicornConfiguration(text: string): string | undefined {
  const words = simpleCommands(text).at(-1)?.words ?? [];
  const at = words.findIndex((word) => word.split("/").at(-1) === "gunicorn");
  const given = words.slice(at + 1);
  if (at < 0 || flagValue(given, ["-b", "--bind"]) !== undefined) return undefined;
  const file = flagValue(given, ["-c", "--config"]) ?? "gunicorn.conf.py";
  // `python:settings.module` is a module, whose file the working folder decides.
  return file.startsWith("python:") ? undefined : file.replace(/^file:/, "").replace(/^(?:\.\/)+/, "");
}
