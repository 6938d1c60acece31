import type { RegisteredDatabaseProvider } from "../database-provider";

/** A server of one's own, or of a provider of which nothing more is known: any host that is nobody else's. */
export const POSTGRESQL: RegisteredDatabaseProvider = {
  id: "postgresql",
  name: "PostgreSQL",
  recognises: () => true,
  projectOf: () => undefined,
  roleOf: ({ user }) => user,
  poolMode: () => undefined,
  isIpv6Only: () => false,
  hasOwnAuthority: false,
  rules: [],
};
