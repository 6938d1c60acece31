import path from "node:path";
import type { SourceFile } from "../../audit";
import { CommandError } from "../exit-code";
import { foundInstead, givenFile } from "../given-file";

/** The file of `--waivers`. Inside the audited folder its path is relative to it, so that reports find its lines. */
export function waiverFile(file: string, folder: string): SourceFile {
  const within = path.relative(folder, path.resolve(file)).split(path.sep).join("/");
  try {
    return {
      path: within.startsWith("../") ? path.basename(file) : within,
      text: givenFile(file),
    };
  } catch (cause) {
    const got = foundInstead(cause);
    throw new CommandError(`${file}: --waivers: expected a file that can be read, got ${got}.`, undefined, {
      cause,
    });
  }
}
