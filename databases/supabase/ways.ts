import type { DatabaseAddress, DatabaseWay } from "../../domain/database-provider";
import { ENDPOINT_FORMS, projectRefOf, supabaseHost } from "./endpoints";

/** The login role of a user, without the tenant that the shared pooler wants after the last dot. */
export function roleOf({ host, user }: Pick<DatabaseAddress, "host" | "user">): string {
  return supabaseHost(host) === "pooler" ? user.replace(/\.[^.]*$/, "") : user;
}

/**
 * Every documented way to the project that an address leads to. The shared pooler's host cannot be derived: without
 * one, in the address or beside it, its two ways are left out.
 */
export function waysTo(address: DatabaseAddress, poolerHost?: string): readonly DatabaseWay[] {
  const { host, user, parameters } = address;
  const project = projectRefOf(host, user, parameters);
  if (project === undefined) return [];
  const pooler = supabaseHost(host) === "pooler" ? host : poolerHost;
  const role = roleOf(address);
  return ENDPOINT_FORMS.flatMap((form) => {
    const at = form.host === "direct" ? `db.${project}.supabase.co` : pooler;
    if (at === undefined) return [];
    const { form: name, port, mode, tenantInUser } = form;
    return [{ name, host: at, port, mode, user: tenantInUser ? `${role}.${project}` : role, parameters }];
  });
}
