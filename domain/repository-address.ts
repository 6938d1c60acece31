/** `git@github.com:acme/shop.git`: a user, a host and a path, without a scheme. */
const SCP_LIKE = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/;
/** Hosts whose paths are the same in capitals. */
const CASELESS = new Set(["github.com", "gitlab.com", "bitbucket.org"]);

/** The placeholder of an address that is yet to be typed. */
export const PLACEHOLDER_REPOSITORY = "https://github.com/OWNER/REPOSITORY";

/**
 * What all addresses of one repository have in common: host and path, without scheme, user, password, standard port and
 * `.git`. An address that is none, such as a folder's, is returned as it is.
 */
export function repositoryKey(address: string): string {
  const text = address.trim();
  const found = urlParts(text) ?? scpParts(text);
  if (found === undefined) return text.replace(/\/+$/, "").replace(/\.git$/, "");
  const host = found.host.toLowerCase().replace(/^www\./, "");
  const path = found.path
    .replace(/^\/+|\/+$/g, "")
    .replace(/\.git$/, "")
    .replace(/\/+$/, "");
  return `${host}/${CASELESS.has(host) ? path.toLowerCase() : path}`;
}

/** Whether two addresses name one repository: its ssh and https forms do. */
export function sameRepository(one: string, other: string): boolean {
  return repositoryKey(one) === repositoryKey(other);
}

/** An address as a message may show it: without a user's name and password. */
export function shownAddress(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^@/]*@/i, "$1");
}

interface Parts {
  readonly host: string;
  readonly path: string;
}

function urlParts(text: string): Parts | undefined {
  if (!/^(?:https?|ssh|git|git\+ssh):\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { hostname, port, pathname } = new URL(text);
  const standard = port === "" || port === "22" || port === "443" || port === "9418";
  return { host: standard ? hostname : `${hostname}:${port}`, path: decodeURI(pathname) };
}

function scpParts(text: string): Parts | undefined {
  const [, host, path] = SCP_LIKE.exec(text) ?? [];
  // One letter before the colon is a drive of Windows.
  return host === undefined || path === undefined || host.length === 1 ? undefined : { host, path };
}
