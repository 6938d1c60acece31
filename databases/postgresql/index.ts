import type { RegisteredDatabaseProvider } from "../database-provider";

/** A server of one's own, or of an unknown provider: any host that no other provider recognises. */
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
