import type { Dialect } from "./dialect";

/** A URL's raw pieces, before anything is decoded. */
export interface Pieces {
  readonly scheme: string;
  /** Undefined where there is no `@`. */
  readonly userinfo: string | undefined;
  readonly hosts: string;
  /** Without its slash; undefined where there is none. */
  readonly path: string | undefined;
  readonly query: string | undefined;
}

const SCHEME = /^([a-z][a-z0-9+._-]*):\/\//i;

/** Cuts a URL where the dialect does, or undefined for text without a scheme. */
export function split(text: string, dialect: Dialect): Pieces | undefined {
  const match = SCHEME.exec(text);
  if (match === null) return undefined;
  const afterScheme = text.slice(match[0].length);
  const [rest = ""] = dialect.fragment ? cut(afterScheme, /#/) : [afterScheme];
  const [userinfo, address] = splitUserinfo(rest, dialect);
  const [hosts, tail] = hostsEnd(address);
  const [beforeQuery = "", query] = cut(tail, /\?/);
  return {
    scheme: (match[1] ?? "").toLowerCase(),
    userinfo,
    hosts,
    path: beforeQuery === "" ? undefined : beforeQuery.slice(1),
    query,
  };
}

function splitUserinfo(rest: string, { authorityEnds, userinfoEnds }: Dialect): [string | undefined, string] {
  const end = authorityEnd(rest, authorityEnds);
  const authority = rest.slice(0, end);
  const at = userinfoEnds === "first" ? authority.indexOf("@") : authority.lastIndexOf("@");
  return at < 0 ? [undefined, rest] : [rest.slice(0, at), rest.slice(at + 1)];
}

/** Where the text ends in which the dialect looks for the `@` of the user's part. */
function authorityEnd(rest: string, rule: Dialect["authorityEnds"]): number {
  // SQLAlchemy: the user ends at the last `@` before a `:` or `/`, the password at the first, whatever it holds.
  if (rule === "after-userinfo") return /^[^:/]*(?::[^@]*)?@/.exec(rest)?.[0].length ?? 0;
  const end = rest.search(rule === "at-slash" ? /\// : /[/?#]/);
  return end < 0 ? rest.length : end;
}

/** The hosts end at the first `/` or `?` for every dialect. */
function hostsEnd(address: string): readonly [string, string] {
  const end = address.search(/[/?]/);
  return end < 0 ? [address, ""] : [address.slice(0, end), address.slice(end)];
}

/** Splits at the first separator; the second part is undefined where there is none. */
export function cut(text: string, separator: RegExp): readonly [string, string | undefined] {
  const at = text.search(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
