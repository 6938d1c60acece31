import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { writeWhole } from "../system";
import { CommandError } from "./exit-code";

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
  else writeThrough(file, text);
}

/** Opening a pipe that nothing reads would wait for a reader without end; a disk is no place for a report. */
function writeThrough(file: string, text: string): void {
  const target = statSync(file, { throwIfNoEntry: false });
  if (target?.isBlockDevice() === true) throw withCode("ENOTBLK");
  // It fails at once where nothing reads. What is written goes another way: this one would end where the pipe is full.
  const reader =
    target?.isFIFO() === true ? openSync(file, constants.O_WRONLY | constants.O_NONBLOCK) : undefined;
  try {
    writeFileSync(file, text);
  } finally {
    if (reader !== undefined) closeSync(reader);
  }
}

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

/**
 * Before the work whose outcome is written: a folder that is not there would lose it at the end.
 *
 * @param option that names the file, such as `--comment`
 * @throws CommandError
 */
export function assertFolderOf(option: string, file: string): void {
  const folder = path.dirname(path.resolve(file));
  if (existsSync(folder) && lstatSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  throw new CommandError(`${option}: expected a file in a folder that is there, got \`${file}\`.`);
}

function statsOf(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false });
}
