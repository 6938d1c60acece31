import type { RegisteredDatabaseProvider } from "../database-provider";
import { endpointForm, projectRefOf, supabaseHost } from "./endpoints";
import { excessOf, REFUSED_LOGINS } from "./limits";
import { databaseDedicatedPooler } from "./rules/database-dedicated-pooler";
import { databaseKeyRole } from "./rules/database-key-role";
import { databaseOneProject } from "./rules/database-one-project";
import { databasePoolerTenant } from "./rules/database-pooler-tenant";
import { databaseProjectReference } from "./rules/database-project-reference";
import { databaseSupabaseEndpoint } from "./rules/database-supabase-endpoint";
import { roleOf, waysTo } from "./ways";

export const SUPABASE: RegisteredDatabaseProvider = {
  id: "supabase",
  name: "Supabase",
  recognises: (host) => ["pooler", "direct"].includes(supabaseHost(host) ?? ""),
  projectOf: ({ host, user, parameters }) => projectRefOf(host, user, parameters),
  projectOfApi: (host) => (supabaseHost(host) === "api" ? projectRefOf(host, "", {}) : undefined),
  roleOf,
  ways: waysTo,
  refusedLogins: (host) => (supabaseHost(host) === "pooler" ? REFUSED_LOGINS : undefined),
  poolMode: ({ host, port }) => endpointForm(host, port)?.mode,
  // PgBouncer from 1.24.1 on the database's own machine keeps them (supabase/supabase#44584); Supavisor does not.
  keepsPreparedStatements: ({ host, port }) => endpointForm(host, port)?.form === "dedicated",
  isIpv6Only: (host) => supabaseHost(host) === "direct",
  overIpv4: {
    stack:
      "Set `connection: session` below `supabase`; where `host` is written, write `supabase` with `projectRef`, `poolerHost` (dashboard, Connect) and `connection: session` in its place. With the IPv4 add-on, name the project in the rule's `ipv4Projects`.",
    typed:
      "Write the session pooler's host (dashboard, Connect) with port 5432 and the user role.projectref. With the IPv4 add-on, name the project in the rule's `ipv4Projects`.",
    file: "Write the session pooler's host (dashboard, Connect) with port 5432 and the user role.projectref, unless the project has the IPv4 add-on.",
  },
  hasOwnAuthority: true,
  exceeds: ({ host, port }, connections) => {
    const form = endpointForm(host, port);
    return form === undefined ? undefined : excessOf(form, connections);
  },
  rules: [
    databasePoolerTenant,
    databaseProjectReference,
    databaseSupabaseEndpoint,
    databaseOneProject,
    databaseKeyRole,
    databaseDedicatedPooler,
  ],
};
