import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/**
 * Writes a file so that others see the old content or the new one, never a part, also where the writer is killed: the
 * new content is whole on the disk, beside the file, before it takes the file's place.
 *
 * @param mode the new file's permissions
 * @throws what the operating system answers; the file is as it was then
 */
export function writeWhole(file: string, content: string | Buffer, mode = 0o644): void {
  withDraft(file, content, mode, (draft) => renameSync(draft, file));
}

/**
 * As {@link writeWhole}, for a file that is not there.
 *
 * @throws EEXIST where one is there after all, and what the operating system answers; no file is made then
 */
export function writeNew(file: string, content: string | Buffer, mode = 0o644): void {
  withDraft(file, content, mode, (draft) => {
    try {
      // Refuses where the file is there, which a rename would replace.
      linkSync(draft, file);
      rmSync(draft);
    } catch (cause) {
      // A file system without hard links.
      if (!WITHOUT_LINKS.has((cause as NodeJS.ErrnoException).code ?? "") || existsSync(file)) throw cause;
      renameSync(draft, file);
    }
  });
}

const WITHOUT_LINKS: ReadonlySet<string> = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"]);

function withDraft(
  file: string,
  content: string | Buffer,
  mode: number,
  place: (draft: string) => void,
): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.portcullis-${process.pid}`);
  // A taken name is an error: that file is not ours.
  const descriptor = openSync(draft, "wx", 0o600);
  try {
    writeFileSync(descriptor, content);
    fchmodSync(descriptor, mode);
    fsyncSync(descriptor);
    place(draft);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  } finally {
    closeSync(descriptor);
  }
}
