import { UNREAD_MANIFESTS, type UnreadManifest } from "../../platforms/unread";
import type { Repository } from "../reader";

/** A deploy manifest that no reader takes. */
export interface NotRead {
  readonly file: string;
  /** The platform or tool whose manifest it is. */
  readonly tool: string;
}

/** What every row's name has: most files are none by their ending, and none of them is tried further. */
const MAY_BE =
  /(?:\.(?:ya?ml|json|jsonc|toml|tf|bicep|nomad|hcl|service|cfg|php|config|[cm]?[jt]s)|\/Capfile|^Capfile|captain-definition)$/;

/** Rows of one name, and those that a file's text alone distinguishes. */
const NAMED = UNREAD_MANIFESTS.value.filter(({ file }) => !isAnyYaml(file));
const BY_TEXT = UNREAD_MANIFESTS.value.filter(({ file }) => isAnyYaml(file));

function isAnyYaml(file: RegExp): boolean {
  return file.source === String.raw`\.ya?ml$`;
}

/** A text that is longer holds data, and is no manifest. */
const MAX_LENGTH = 200_000;

/** The deploy manifests among files that no reader has taken a fact from, in the order of the walk. */
export function manifestsNotRead(
  files: readonly string[],
  repository: Repository,
  taken: ReadonlySet<string>,
): readonly NotRead[] {
  return files.flatMap((file) => {
    if (taken.has(file) || !MAY_BE.test(file)) return [];
    const row = rowOf(file, () => repository.text(file) ?? "");
    return row === undefined ? [] : [{ file, tool: row.tool }];
  });
}

function rowOf(file: string, textOf: () => string): UnreadManifest | undefined {
  const named = NAMED.find(
    (row) => row.file.test(file) && (row.holds === undefined || row.holds.test(textOf())),
  );
  if (named !== undefined || !/\.ya?ml$/.test(file)) return named;
  const text = textOf();
  if (text.length > MAX_LENGTH || !/^(?:apiVersion|kind):/m.test(text)) return undefined;
  return BY_TEXT.find(({ holds }) => holds?.test(text) === true);
}
