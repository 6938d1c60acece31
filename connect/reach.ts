import { isIPv6 } from "node:net";
import { providerOf } from "../databases";
import { bareHost, hostAndPort } from "../domain/bare-host";
import type { DatabaseWay } from "../domain/database-provider";
import { type Answer, fail, notDecided, rehearsedTarget, type Target } from "../probes";
import { type NamesReport, NO_ANSWER, resolveNames } from "./names";
import type { Asking, DatabaseQuestion, WayReport } from "./question";
import { askRoute, type RouteReport } from "./route";

/** What is between this machine and a way's login: names and routes, and where a connection opens. */
export type Reached = Pick<WayReport, "names" | "routes" | "rehearsedAt"> & { readonly target?: Target };

/** Resolves a way's host and opens a connection to one address of each family, within `timeout` each. */
export async function reach(
  way: DatabaseWay,
  { addresses = {}, timeout, signal, resolve }: Asking,
): Promise<Reached> {
  const target = rehearsedTarget(way.host, way.port, addresses);
  if (target !== undefined) {
    const { host: address, port } = target;
    const route = await askRoute({ address, family: isIPv6(address) ? 6 : 4, port }, timeout, signal);
    return {
      rehearsedAt: hostAndPort(address, port),
      routes: [route],
      ...(route.outcome === "open" ? { target } : {}),
    };
  }
  const names = await resolveNames(bareHost(way.host), timeout, resolve);
  // One address of each family: a name with many is one service.
  const asked = [names.ipv4[0], names.ipv6[0]].flatMap((address, index) =>
    address === undefined
      ? []
      : [{ address, family: index === 0 ? (4 as const) : (6 as const), port: way.port }],
  );
  const routes = await Promise.all(asked.map((one) => askRoute(one, timeout, signal)));
  const open = routes.find(({ outcome }) => outcome === "open");
  return { names, routes, ...(open === undefined ? {} : { target: { host: open.address, port: way.port } }) };
}

/** Why nothing logged in: no name, or no route from here. */
export function unreached(
  { host, port }: DatabaseWay,
  { names, routes, rehearsedAt }: Reached,
  { typed = false }: Pick<DatabaseQuestion, "typed">,
): Answer {
  if (routes.length === 0) return unnamed(host, names, typed);
  const where = routes.map(words).join(", ");
  const mode = routes.every(({ outcome }) => outcome === "no route")
    ? "database/ipv6-unreachable"
    : "database/refused";
  return notDecided(`${rehearsedAt ?? hostAndPort(host, port)} cannot be reached from here: ${where}`, {
    mode,
  });
}

const words = ({ family, outcome, code }: RouteReport): string =>
  `IPv${family} ${outcome}${code === undefined ? "" : ` (${code})`}`;

function unnamed(host: string, names: NamesReport | undefined, typed: boolean): Answer {
  if (names?.problem === NO_ANSWER)
    return notDecided(`no name server answered for ${host}`, { mode: "database/dns" });
  if (names?.alsoUnknown !== undefined) {
    const reason = `this machine resolves no name: neither ${host} nor ${names.alsoUnknown} has an address here`;
    return notDecided(`${reason} (${names.problem})`, { mode: "database/dns" });
  }
  const { name, isIpv6Only } = providerOf(host);
  const reason = isIpv6Only(host)
    ? `${host} has no address: there is no such project at ${name}, or it is paused or deleted`
    : `there is no host ${host}`;
  return fail(`${reason} (${names?.problem ?? "no address"})`, {
    mode: "database/dns",
    correctiveAction: `Copy host and user from the database's dashboard${
      typed ? "; a raw `@` in a URL's password cuts it wrongly" : ""
    }.`,
  });
}
