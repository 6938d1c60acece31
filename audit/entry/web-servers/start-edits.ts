import path from "node:path";
import type { Repository } from "../../reader";
import type { EntryStep } from "../entry";
import type { ImageFile } from "./image-file";
import type { ImageSettings } from "./image-files";
import { substitutes } from "./substitutions";

/**
 * The settings as they are when the server starts: what the image's entrypoint and the start command fill in by
 * `envsubst` and `sed`.
 */
export function startedWith(
  settings: ImageSettings,
  steps: readonly EntryStep[],
  repository: Repository,
): ImageSettings {
  const files = new Map(settings.files);
  const { templates } = settings.image ?? {};
  // The entrypoint fills templates in where it is given its own server.
  if (templates !== undefined && /^(?:exec\s+)?nginx\b/.test(steps[0]?.text ?? ""))
    for (const file of settings.files.values())
      if (file.path.startsWith(`${templates.from}/`) && file.path.endsWith(".template")) {
        const to = path.posix.join(templates.to, path.posix.basename(file.path, ".template"));
        files.set(to, filledIn(file, to));
      }
  for (const { place, text } of steps) {
    if (place.source !== "file") continue;
    const isScript =
      /\.sh$|(?:^|\/)[\w-]+$/.test(place.file) && !/(?:Docker|Proc|Make|Container)file$/.test(place.file);
    const whole = isScript ? (repository.text(place.file) ?? "") : text;
    const commands = whole
      .replaceAll("'\\''", "'")
      .replaceAll(/\\\r?\n/g, " ")
      .split(/\n|&&|;\s/);
    for (const command of commands) {
      fills(command, files);
      substitutes(command, files, { file: place.file, line: place.line ?? 1, filledIn: true });
    }
  }
  return { ...settings, files };
}

/** `envsubst '$PORT' < a.template > a.conf`, with the file first too: `cat a.template | envsubst > a.conf`. */
function fills(command: string, files: Map<string, ImageFile>): void {
  const [, from = /(?:cat\s+)(\S+)\s*\|/.exec(command)?.[1], to] =
    /\benvsubst\b[^<>]*(?:<\s*(\S+)\s*)?>\s*([^\s'"]+)/.exec(command) ?? [];
  if (from === undefined || to === undefined) return;
  const file =
    files.get(from) ??
    [...files.values()].find((one) => path.posix.basename(one.path) === path.posix.basename(from));
  if (file !== undefined) files.set(to, filledIn(file, to));
}

const filledIn = ({ text, file, line }: ImageFile, to: string): ImageFile => ({
  path: to,
  text,
  file,
  ...(line !== undefined && { line }),
  filledIn: true,
});
