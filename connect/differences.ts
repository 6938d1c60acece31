import { hostAndPort } from "../domain/bare-host";
import type { WayReport } from "./question";

/** One thing in which environments differ, as the declared way of each showed it. */
export interface Difference {
  readonly what: string;
  /** By environment. */
  readonly values: Readonly<Record<string, string>>;
}

const ASPECTS: readonly (readonly [what: string, of: (report: WayReport) => string | undefined])[] = [
  ["way", ({ way }) => way.name],
  ["address", ({ way }) => hostAndPort(way.host, way.port)],
  ["user", ({ way }) => way.user],
  [
    "parameters",
    ({ way }) =>
      Object.entries(way.parameters)
        .map(([key, value]) => `${key}=${value}`)
        .join(" ") || "none",
  ],
  ["IPv4 address", ({ names }) => (names === undefined ? undefined : names.ipv4.length > 0 ? "yes" : "no")],
  ["TLS", ({ tls }) => tls?.version ?? "none"],
  ["certificate trusted here", ({ tls }) => (tls === undefined ? undefined : tls.trusted ? "yes" : "no")],
  ["SASL", ({ mechanisms }) => mechanisms?.join(", ")],
  ["login", ({ login }) => (login.outcome === "pass" ? "yes" : (login.mode ?? login.outcome))],
  ["role", ({ server }) => server?.role],
  ["PostgreSQL", ({ server }) => server?.version],
  ["max_connections", ({ server }) => server?.maxConnections.toString()],
  ["mode", ({ behaviour, way }) => behaviour?.mode ?? way.mode],
  ["tables", ({ server }) => server?.access.reason],
];

/** What differs between the declared ways of several environments, side by side. */
export function differencesOf(
  environments: readonly { readonly name: string; readonly reports: readonly WayReport[] }[],
): readonly Difference[] {
  const declared = environments.flatMap(({ name, reports }) => {
    const report = reports.find((one) => one.declared);
    return report === undefined ? [] : [{ name, report }];
  });
  return ASPECTS.flatMap(([what, of]) => {
    const values = Object.fromEntries(declared.map(({ name, report }) => [name, of(report) ?? "not known"]));
    return new Set(Object.values(values)).size > 1 ? [{ what, values }] : [];
  });
}
