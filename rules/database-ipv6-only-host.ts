import { providerOf } from "../databases";
import { awaited } from "../domain/awaited";
import { needsIpv6 } from "../domain/bare-host";
import { connections } from "../domain/connections";
import type { DatabaseProvider } from "../domain/database-provider";
import { judgeEach } from "../domain/judge-each";
import { rule } from "../domain/rule";
import { isStackPlace, isTypedValue } from "../domain/stack-place";
import { together, verdictOf } from "../domain/verdict";
import { deployedOn, namesOf } from "../platforms";

export const databaseIpv6OnlyHost = rule({
  id: "database/ipv6-only-host",
  severity: "error",
  title: "The database host can be reached over IPv4",
  why: "db.<ref>.supabase.co has an IPv6 address only (without the paid IPv4 add-on), and platforms such as Render have no outbound IPv6: the connection ends with ENETUNREACH.",
  fix: "Use the session pooler (port 5432 of the pooler's host).",
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres",
  settings: ["ipv4Projects", "localEnvironments"],
  prevents: ["database/ipv6-unreachable"],
  onUnknownPlatform: "note",
  check: (facts, settings) => {
    const without = deployedOn(facts, settings).filter(({ outboundIpv6 }) => outboundIpv6 === false);
    if (without.length === 0) return { violations: [], undecided: [] };
    const isJudged = new Set(connections(facts).map(({ host }) => (host.known ? host.value : "")));
    const waits = awaited(facts).filter(({ host }) => {
      const project = providerOf(host, settings).projectOf({ host, user: "", parameters: {} });
      const hasIpv4 = project !== undefined && settings.ipv4Projects?.includes(project) === true;
      return providerOf(host, settings).isIpv6Only(host) && !hasIpv4 && !isJudged.has(host);
    });
    const ofWaits = waits.map(({ place, host, certain }) => {
      const expected = `a host with IPv4, such as the pooler's, since ${namesOf(without)} has no outbound IPv6`;
      const what = "the host for which the command waits";
      return certain
        ? { place, what, expected, got: `\`${host}\``, fix: "Write the session pooler's host." }
        : { place, why: `${what}: expected ${expected}, got \`${host}\`; it may go on without` };
    });
    const ofConnections = judgeEach(
      connections(facts),
      ({ host }) => host,
      (host, { place }) => {
        const provider = providerOf(host, settings);
        const only = provider.isIpv6Only(host);
        if (!only && !needsIpv6(host)) return undefined;
        const project = provider.projectOf({ host, user: "", parameters: {} });
        if (only && project !== undefined && settings.ipv4Projects?.includes(project)) return undefined;
        const { stack, file, typed = file } = provider.overIpv4 ?? NO_OTHER;
        return {
          place,
          what: "database host",
          expected: `a host with IPv4, such as the pooler's, since ${namesOf(without)} has no outbound IPv6`,
          got: `\`${host}\``,
          fix: isTypedValue(place) ? typed : isStackPlace(place) ? stack : file,
        };
      },
    );
    return together(ofConnections, verdictOf(ofWaits));
  },
});

const ANY = "Write a host that has an IPv4 address.";
const NO_OTHER: NonNullable<DatabaseProvider["overIpv4"]> = { stack: ANY, file: ANY };
