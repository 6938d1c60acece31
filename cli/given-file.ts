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

function found(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`expected a file, got ${code}`), { code });
}
