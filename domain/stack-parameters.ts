import type { Driver } from "./driver-row";

/** What a stack declares of a connection, as far as it is in the URL's parameters. */
export interface DeclaredParameters {
  readonly isSupabase: boolean;
  readonly sslmode: string | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

/** The parameters of the URL that a stack derives, in the words of the driver that reads it. */
export function stackParameters(
  { tls: asked, onlyInUrl = [] }: Driver,
  { isSupabase, sslmode, settings }: DeclaredParameters,
): Readonly<Record<string, string>> {
  const [key, value] = Object.entries(asked)[0] ?? [];
  // Some drivers take no parameter for it, and refuse the others' one.
  const tls = key === undefined ? {} : { ...asked, [key]: sslmode ?? value ?? "" };
  // Prisma reads `pgbouncer=true` in its URL alone: declared anywhere else, it would do nothing.
  const inUrl = Object.fromEntries(Object.entries(settings).filter(([name]) => onlyInUrl.includes(name)));
  return { ...(isSupabase || sslmode !== undefined ? tls : {}), ...inUrl };
}
