import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { cp, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { OWNER_MARK, ownerEnded, ownerMark, removeAtEnd } from "../../../../system";
import type { CopiedSource } from "../../options";
import type { Deploy, Service } from "../../store";
import { hasEnded } from "./deploy-record";

/** The name of the temporary folder holds the owner's mark: a later run finds what a killed run left. */
const NAME = new RegExp(`^portcullis-render-${OWNER_MARK}-`);

/** Not copied: not part of a checkout, or large and made again by the build. */
const NOT_COPIED = new Set([".git", "node_modules", ".venv", "venv", "__pycache__"]);

/** How many superseded deploys keep their checkout, for a rollback. */
const KEPT_FOR_ROLLBACK = 5;

/**
 * A folder's name for an identifier. It is short, because the checkout is a service's HOME, and the address of a Unix
 * socket below it, such as gunicorn's control socket, has at most 107 bytes (Linux, unix(7)); on Render HOME is short.
 */
export const folderNameOf = (id: string): string => id.slice(-8);

/** The checkouts of one embedded Render: a folder per service, and in it a folder per deploy. */
export interface Checkouts {
  /** The folder of one service's checkouts. */
  of(serviceId: string): string;
  /** Removes one service's checkouts. */
  remove(serviceId: string): Promise<void>;
  /** Removes every checkout. A folder that the options name stays, empty. */
  removeAll(): Promise<void>;
}

/** Removes the checkouts of killed runs. Those of another account and of a running process stay. */
export function removeStaleCheckouts(parent: string): void {
  for (const name of readdirSync(parent)) {
    const owner = NAME.exec(name)?.[1];
    if (owner === undefined || !ownerEnded(owner)) continue;
    try {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    } catch (error) {
      if (!["EPERM", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
}

/** Opens the given folder, or a private one that only this account can read: checkouts hold secret files. */
export function openCheckouts(given: string | undefined): Checkouts {
  if (given === undefined) removeStaleCheckouts(tmpdir());
  else mkdirSync(given, { recursive: true });
  const root = given ?? mkdtempSync(path.join(tmpdir(), `portcullis-render-${ownerMark()}-`));
  const watch = given === undefined ? removeAtEnd(root) : undefined;
  const of = (serviceId: string): string => path.join(root, folderNameOf(serviceId));
  const remove = (folder: string): Promise<void> =>
    rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return {
    of,
    remove: (serviceId) => remove(of(serviceId)),
    // In a given folder, each service's folder is removed with the service.
    removeAll: () => (given === undefined ? remove(root).finally(watch?.remove) : Promise.resolve()),
  };
}

/** Copies a repository's source for one deploy. @throws Error when the directory does not exist */
export async function copySource(given: string | CopiedSource, folder: string): Promise<void> {
  const source = typeof given === "string" ? given : given.folder;
  const found = await stat(source).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`The directory ${source} of the repository does not exist.`);
  await cp(source, folder, {
    recursive: true,
    // Links stay as written: a resolved relative link would lead back into the source.
    verbatimSymlinks: true,
    filter: (file) => typeof given !== "string" || file === source || !NOT_COPIED.has(path.basename(file)),
  });
}

/** Writes the secret files. Render puts them in /etc/secrets and in the root of the source; here, only the latter. */
export async function writeSecretFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) {
    await writeFile(path.join(folder, path.basename(name)), content, { mode: 0o600 });
  }
}

const canRunAgain = (deploy: Deploy): boolean => deploy.status === "deactivated";

/** Removes the checkouts of failed deploys, and of those superseded long ago. */
export async function pruneCheckouts(service: Service): Promise<void> {
  const kept = new Set([
    ...service.deploys.filter((deploy) => deploy.status === "live" || !hasEnded(deploy)),
    ...service.deploys.filter(canRunAgain).slice(0, KEPT_FOR_ROLLBACK),
  ]);
  // A rollback runs in its target's checkout: a folder goes only when no kept deploy uses it.
  const folders = new Set([...kept].map((deploy) => deploy.folder));
  for (const deploy of service.deploys) {
    if (kept.has(deploy) || deploy.folder === undefined) continue;
    if (!folders.has(deploy.folder)) await rm(deploy.folder, { recursive: true, force: true, maxRetries: 3 });
    delete deploy.folder;
  }
}
