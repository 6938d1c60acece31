import { projectRefOf, supabaseHost } from "../databases/supabase/endpoints";
import { connections } from "../domain/connections";
import { each } from "../domain/each";
import { runsOnRender } from "../domain/on-render";
import type { Rule } from "../domain/rule";
import { isStackPlace } from "../domain/stack-place";
import { isLoopback } from "../domain/start-command";

export const databaseIpv6OnlyHost: Rule = {
  id: "database/ipv6-only-host",
  severity: "error",
  title: "The database host can be reached over IPv4",
  why: "db.<ref>.supabase.co has an IPv6 address only (without the paid IPv4 add-on), and Render has no outbound IPv6: the connection ends with ENETUNREACH.",
  fix: "Use the session pooler (port 5432 of the pooler's host).",
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres",
  check: (facts, settings) => {
    if (!runsOnRender(facts, settings)) return { violations: [], undecided: [] };
    return each(
      connections(facts),
      ({ host }) => host,
      (host, { place }) => {
        const project = supabaseHost(host) === "direct" ? projectRefOf(host, "", {}) : undefined;
        if (project === undefined && !isIpv6(host)) return undefined;
        if (project !== undefined && settings.ipv4Projects?.includes(project)) return undefined;
        return {
          place,
          what: "database host",
          expected: "a host with IPv4, such as the pooler's",
          got: `\`${host}\``,
          fix: isStackPlace(place)
            ? "Set `connection: session`. With the IPv4 add-on, name the project in the rule's `ipv4Projects`."
            : "Write the session pooler's host (dashboard, Connect) with port 5432 and the user role.projectref, unless the project has the IPv4 add-on.",
        };
      },
    );
  },
};

function isIpv6(host: string): boolean {
  return host.includes(":") && !isLoopback(host);
}
