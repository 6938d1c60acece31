import { statSync } from "node:fs";
import path from "node:path";
import { quotePath } from "../domain/shell-words";
import { CommandError } from "./exit-code";

/**
 * Says what to type where a file is given in a folder's place. A folder that is not there is found when it is read.
 *
 * @param command as it was typed, such as `audit`
 * @throws CommandError
 */
export function assertFolder(folder: string, command: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return;
  const within = quotePath(path.relative(process.cwd(), path.dirname(path.resolve(folder))) || ".");
  throw new CommandError(
    `${folder}: expected a folder, got ${stats.isFile() ? "a file" : "a device or a pipe"}. ` +
      `Type \`portcullis ${command} ${within}\` for the folder that it is in.`,
  );
}
