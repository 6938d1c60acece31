/** Endings that no public name server knows (RFC 6762, RFC 8375; ICANN keeps `.internal` for private networks). */
const OF_A_NETWORK = /\.(?:internal|local|svc|lan|localdomain|home\.arpa)\.?$/i;

/** Names that Docker gives to its own machine. */
const OF_DOCKER = /^(?:host|gateway)\.docker\.internal\.?$/i;

/** Addresses of a network at home or in an office, and those that a platform's own network may have too (RFC 1918, RFC 4193). */
const AT_HOME = /^192\.168(?:\.\d{1,3}){2}$/;
const PRIVATE =
  /^(?:10(?:\.\d{1,3}){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|\[?f[cd][\da-f]{2}:[\da-f:]+\]?)$/i;

/** Whether a name or an address leads to a developer's own machine or network, and from a platform nowhere. */
export function isOfOneMachine(host: string): boolean {
  return OF_DOCKER.test(host) || AT_HOME.test(host);
}

/** Whether an address is of a private network that may be the platform's own. */
export function isPrivateAddress(host: string): boolean {
  return PRIVATE.test(host);
}

/** Whether a name is known in some private network only. */
export function hasPrivateEnding(host: string): boolean {
  return OF_A_NETWORK.test(host);
}

/** Whether the same host may be another one in another network. */
export function isPrivateHost(host: string): boolean {
  return isOfOneMachine(host) || isPrivateAddress(host) || hasPrivateEnding(host);
}
