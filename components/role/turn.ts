import { isDeepStrictEqual } from "node:util";
import { type ManagedRole, type RoleInputs, UNKNOWN } from "./inputs";

/**
 * What the service is to log in as. PostgreSQL keeps one password for each role (docs/facts/postgresql.md#p30), so a new
 * password needs a new login: `shop`, then `shop_2`, `shop_3`. No name comes back, since a deploy that failed may still
 * use it. A new role, a new server and a first deploy begin with the role itself.
 */
export function loginOf(before: Partial<RoleInputs> | undefined, now: RoleInputs): string {
  const kept = before?.login;
  if (now.role === UNKNOWN) return UNKNOWN;
  if (kept === undefined || before?.role !== now.role) return now.role;
  // Giving up changes nothing, and taking over begins with what the service has.
  if (!now.manage || before.manage !== true) return kept;
  if (!isSameServer(before, now)) return now.role;
  if (now.password === UNKNOWN) return UNKNOWN;
  return before.password === now.password ? kept : nextLogin(now.role, kept);
}

export function isSameServer(before: Partial<ManagedRole>, now: ManagedRole): boolean {
  return isDeepStrictEqual(placeOf(before), placeOf(now));
}

// How it is encrypted is not where it is.
const placeOf = ({ server }: Partial<ManagedRole>) => ({ ...server, sslmode: undefined });

// NAMEDATALEN - 1: PostgreSQL cuts a longer name without an error.
const LONGEST_NAME = 63;

/** The login after this one. */
export function nextLogin(role: string, login: string): string {
  const number = login === role ? 1 : Number(/_(\d+)$/.exec(login)?.[1] ?? 1);
  const suffix = `_${number + 1}`;
  return `${role.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
}
