import { readFileSync } from "node:fs";
import path from "node:path";
import type { RepositoryOrigin } from "../../audit";

/** A checkout's remote and branch. git is not run, and no user or password is kept. */
export function originOf(folder: string): RepositoryOrigin {
  const config = textOf(path.join(folder, ".git", "config"));
  const head = textOf(path.join(folder, ".git", "HEAD"));
  const remote = /^\[remote "origin"\]$(?:\r?\n(?!\[).*)*?\r?\n\s*url\s*=\s*(\S+)/m.exec(config)?.[1];
  return {
    repository: remote === undefined ? undefined : webAddress(remote),
    branch: /^ref: refs\/heads\/(\S+)/.exec(head)?.[1],
  };
}

/** Render takes the address of a repository as a browser does; `git@host:owner/name` is the same one. */
function webAddress(remote: string): string | undefined {
  const [, host, name] = /^(?:ssh:\/\/)?git@([^:/]+)[:/](.+?)(?:\.git)?\/?$/.exec(remote) ?? [];
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
