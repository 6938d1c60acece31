import { realpathSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import ignore from "ignore";
import type { CredentialFact } from "../../domain";
import { trackedFiles } from "../git/tracked-files";
import { ENVIRONMENT_FILE, fileLeftOut, folderLeftOut } from "../walk/left-out";
import { readText } from "../walk/read-text";
import type { ReadProblem, SourceFile } from "../walk/source-file";
import { credentialsIn } from "./detected-credentials";
import { KAMAL_SECRETS, secretsOfEnvironmentFile } from "./environment-file-secrets";

/** The credentials in the files that git tracks, without one of them; and what kept files from being looked at. */
export interface Credentials {
  readonly facts: readonly CredentialFact[];
  readonly problems: readonly ReadProblem[];
}

/** Pictures, archives and the like hold no text, lists of locked packages no secret. */
const NOT_LOOKED_AT =
  /\.(?:png|jpe?g|gif|webp|avif|ico|svg|woff2?|ttf|otf|eot|pdf|zip|gz|tgz|bz2|xz|jar|so|dll|exe|wasm|mp[34]|webm|lock|map)$|\.min\.(?:js|css)$|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml|go\.sum)$/i;

const FILES_A_TURN = 16;

/**
 * Looks through the files that git tracks in a folder for credentials: those whose shape a detector knows, and the
 * secrets of env files. Nothing where the folder is in no git repository. It runs nothing and uses no network.
 */
export async function credentialsOf(
  folder: string,
  { exclude = [] }: { readonly exclude?: readonly string[] } = {},
): Promise<Credentials> {
  const root = realpathSync(folder);
  const tracked = trackedFiles(root);
  if (tracked === undefined) return { facts: [], problems: [] };
  if (tracked.paths === undefined)
    return { facts: [], problems: [{ file: ".git/index", reason: tracked.why }] };
  const facts: CredentialFact[] = [];
  let looked = 0;
  for (const file of textsOf(root, tracked.paths, exclude)) {
    // The process hears a signal only where it pauses.
    if (looked++ % FILES_A_TURN === 0) await setImmediate();
    const held = ENVIRONMENT_FILE.test(path.posix.basename(file.path)) || KAMAL_SECRETS.test(file.path);
    const named = held ? secretsOfEnvironmentFile(file) : [];
    // An env file's secrets are recognised by the names of its variables.
    facts.push(...(named.length > 0 ? named : await credentialsIn(file)));
  }
  return { facts, problems: [] };
}

function* textsOf(
  root: string,
  paths: readonly string[],
  exclude: readonly string[],
): Generator<SourceFile, void> {
  const excluded = ignore().add([...exclude]);
  const entered = new Map<string, boolean>();
  for (const file of paths) {
    const folder = path.posix.dirname(file);
    const enters = entered.get(folder) ?? isEntered(root, folder);
    entered.set(folder, enters);
    if (!enters || NOT_LOOKED_AT.test(file) || fileLeftOut(file) !== undefined) continue;
    // A name that leads out of the folder, such as `../x`, is in no index that git wrote.
    if (!ignore.isPathValid(file) || excluded.ignores(file)) continue;
    const { text } = readText(root, file);
    if (text !== undefined) yield { path: file, text };
  }
}

/** As the walk does, it enters no folder of packages or tests, and follows no link. */
function isEntered(root: string, folder: string): boolean {
  if (folder === ".") return true;
  const parts = folder.split("/");
  if (parts.some((_, index) => folderLeftOut(parts.slice(0, index + 1).join("/"), []) !== undefined)) {
    return false;
  }
  try {
    return realpathSync(path.join(root, folder)) === path.join(root, folder);
  } catch {
    // Tracked, and not in the working tree.
    return false;
  }
}
