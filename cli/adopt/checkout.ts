import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { RepositoryOrigin } from "../../audit";

/** The git checkout that encloses a folder, and where it comes from. */
export interface Checkout extends RepositoryOrigin {
  /** Its top folder; the folder itself where there is no checkout. */
  readonly root: string;
  readonly isThere: boolean;
}

/** Reads a checkout's remote and branch. git is not run, and no user or password is kept. */
export function checkoutOf(folder: string): Checkout {
  const root = rootOf(path.resolve(folder));
  if (root === undefined) {
    return {
      root: folder,
      isThere: false,
      repository: undefined,
      remote: undefined,
      branch: undefined,
      folder: "",
    };
  }
  const git = gitFolder(root);
  const shared = commonFolder(git);
  const remotes = remotesOf(textOf(path.join(shared, "config")));
  const remote = remotes.find(({ name }) => name === "origin") ?? remotes[0];
  const followed = remote === undefined ? "" : textOf(path.join(shared, "refs/remotes", remote.name, "HEAD"));
  const branch =
    /^ref: refs\/remotes\/[^/]+\/(\S+)/.exec(followed)?.[1] ??
    /^ref: refs\/heads\/(\S+)/.exec(textOf(path.join(git, "HEAD")))?.[1];
  return {
    root,
    isThere: true,
    repository: remote === undefined ? undefined : webAddress(remote.url),
    remote: remote?.name,
    branch,
    folder: path.relative(root, path.resolve(folder)).split(path.sep).join("/"),
  };
}

function rootOf(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/** `.git` of a linked worktree or a submodule is a file that names the folder. */
function gitFolder(root: string): string {
  const at = path.join(root, ".git");
  if (statSync(at).isDirectory()) return at;
  const named = /^gitdir: (.+?)\s*$/m.exec(textOf(at))?.[1];
  return named === undefined ? at : path.resolve(root, named);
}

/** Where a linked worktree's configuration and branches are. */
function commonFolder(git: string): string {
  const named = textOf(path.join(git, "commondir")).trim();
  return named === "" ? git : path.resolve(git, named);
}

/** The remotes of git's configuration, in its order (git-scm.com/docs/git-config). */
function remotesOf(config: string): readonly { readonly name: string; readonly url: string }[] {
  const sections = [...config.matchAll(/^\[remote "([^"]+)"\]$(?:\r?\n(?!\[).*)*?\r?\n\s*url\s*=\s*(\S+)/gm)];
  return sections.map(([, name = "", url = ""]) => ({ name, url }));
}

/** Render takes the address of a repository as a browser does; `git@host:owner/name` is the same one. */
function webAddress(remote: string): string | undefined {
  const [, host, name] = /^(?:ssh:\/\/)?[\w.-]+@([^:/]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/.exec(remote) ?? [];
  if (host !== undefined) return `https://${host}/${name}`;
  const [, address] = /^https?:\/\/(?:[^/@]*@)?(.+?)(?:\.git)?\/?$/.exec(remote) ?? [];
  return address === undefined ? undefined : `https://${address}`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // A folder that is not a checkout has no remote; the draft then says what it assumes.
    return "";
  }
}
