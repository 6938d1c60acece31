import { lstatSync, type Stats, writeFileSync } from "node:fs";
import { writeWhole } from "../system";

/**
 * Writes what a command was asked to write. A plain file gets it whole or stays as it was, also where the disk is full;
 * a link, a pipe or a device such as `/dev/stderr` is written to.
 *
 * @throws what the operating system answers
 */
export function writeOutput(file: string, text: string): void {
  const before = statsOf(file);
  if (before === undefined) writeWhole(file, text);
  else if (before.isFile()) writeWhole(file, text, before.mode & 0o7777);
  else writeFileSync(file, text);
}

function statsOf(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false });
}
