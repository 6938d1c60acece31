/** A changed address: `from` and `to` are `host:port`, never a whole URL, which may hold a password. */
export interface Redirection {
  readonly variable: string;
  readonly from: string;
  readonly to: string;
}

/** scheme, user information up to the last @ before a query, host, port. */
const URL_AUTHORITY = /([a-z][a-z0-9+.-]*:\/\/(?:[^\s?]*@)?)([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(\d+))?/gi;
const POSTGRES_PORT = "5432";

/**
 * Replaces the hosts and ports of connection URLs in variables by their addresses on this machine. User, password, path
 * and parameters stay byte for byte.
 */
export function redirect(
  variables: ReadonlyMap<string, string>,
  addresses: Readonly<Record<string, string>>,
): { variables: Map<string, string>; redirections: Redirection[] } {
  const table = new Map(Object.entries(addresses).map(([from, to]) => [from.toLowerCase(), to]));
  const redirections: Redirection[] = [];
  const replaced = [...variables].map(([variable, value]): [string, string] => {
    const text = value.replace(URL_AUTHORITY, (whole, before: string, host: string, port?: string) => {
      const from = `${host.toLowerCase()}:${port ?? POSTGRES_PORT}`;
      const to = table.get(from);
      if (to === undefined) return whole;
      redirections.push({ variable, from, to });
      return `${before}${to}`;
    });
    return [variable, text];
  });
  return { variables: new Map(replaced), redirections };
}
