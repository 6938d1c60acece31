import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/**
 * The text of a file that an argument names. It waits for no pipe and no device, which have no end of their own.
 *
 * @throws an error whose `code` says what was found instead, such as ENOENT
 */
export function givenFile(file: string): string {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) throw found("EISDIR");
    if (!stats.isFile()) throw found(stats.isFIFO() ? "a pipe" : "a device");
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

/**
 * What was found in place of a file or a folder, with its code and in words.
 *
 * @param cause the error, or its code
 */
export function foundInstead(cause: unknown): string {
  const code = typeof cause === "string" ? cause : ((cause as NodeJS.ErrnoException).code ?? "an error");
  const said = Object.hasOwn(SAID, code) ? SAID[code] : undefined;
  return said === undefined ? code : `${code}, ${said}`;
}

const SAID: Readonly<Record<string, string>> = {
  ENOENT: "no file of that name",
  ENOTDIR: "a path through a file",
  EISDIR: "a folder",
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "a disk that cannot be written",
  ENOSPC: "a full disk",
  EFBIG: "a limit on how long a file may be",
  EPIPE: "a pipe that is read no more",
  ENXIO: "a pipe or a device that nothing reads",
  ENOTBLK: "a whole disk",
  EDQUOT: "a quota of the disk that is used up",
};

function found(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`expected a file, got ${code}`), { code });
}
