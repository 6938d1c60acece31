import path from "node:path";

/** Why a data folder could not be made, in initdb's words; of a full disk what to do. */
export function dataFolderError(folder: string, cause: unknown): Error {
  const said = String((cause as { stderr?: string }).stderr ?? cause).trim();
  if (!said.includes("No space left on device"))
    return new Error(`PostgreSQL's data folder could not be made: ${said}`, { cause });
  return new Error(
    `PostgreSQL's data do not fit on the disk of ${path.dirname(folder)}. ` +
      "Make room there, or choose another folder by TMPDIR; then try again.",
    { cause },
  );
}
