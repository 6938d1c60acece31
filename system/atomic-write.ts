import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file so that others see the old content or the new one, never a part, also where the writer is killed: the
 * new content is whole on the disk, beside the file, before it takes the file's place.
 *
 * @param mode the new file's permissions
 * @throws what the operating system answers; the file is as it was then
 */
export function writeWhole(file: string, content: string | Buffer, mode = 0o644): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.portcullis-${process.pid}`);
  // A taken name is an error: that file is not ours.
  const descriptor = openSync(draft, "wx", 0o600);
  try {
    writeFileSync(descriptor, content);
    fchmodSync(descriptor, mode);
    fsyncSync(descriptor);
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  } finally {
    closeSync(descriptor);
  }
}
