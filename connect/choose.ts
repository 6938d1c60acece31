import { providerOf } from "../databases";
import { type Driver, isLoopback, stillPreparing } from "../domain";
import type { DatabaseWay } from "../domain/database-provider";
import type { FailureMode } from "../domain/failure-mode";
import type { WayReport } from "./question";

/** The service that is to take a way. */
export interface Client {
  readonly platform: { readonly name: string; readonly outboundIpv6: boolean | undefined };
  /** Undefined where it is not known. */
  readonly driver?: Driver | undefined;
  /** The driver's settings that are known, in the URL or beside it. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Whether a way serves the service, and what is against it. */
export interface Verdict {
  readonly report: WayReport;
  readonly outcome: "works" | "does not work" | "not decided";
  /** Why it does not work, or is not decided; empty where it works. */
  readonly against: readonly string[];
  /** What the service fails with by it; undefined where it works or that is not known. */
  readonly mode?: FailureMode | undefined;
}

export interface Choice {
  readonly verdicts: readonly Verdict[];
  /** The way to take; undefined where none works. */
  readonly way?: DatabaseWay;
  readonly why: string;
}

/** The nearest to the database first: a pooler is between only where it has to be. */
const ORDER = ["direct", "session", "dedicated", "transaction"];

/** Which way the service should take: the declared one where it works, else the first that does. */
export function chooseWay(reports: readonly WayReport[], client: Client): Choice {
  const verdicts = reports.map((report): Verdict => {
    const objections = objectionsTo(report, client);
    const against = objections.map(({ reason }) => reason);
    // A login that was not asked, or not answered, decides nothing; an objection beside it does.
    const open = report.login.outcome === "not-decided" && against.length === 1;
    return {
      report,
      outcome: against.length === 0 ? "works" : open ? "not decided" : "does not work",
      against,
      mode: objections.find(({ mode }) => mode !== undefined)?.mode,
    };
  });
  const working = verdicts.filter(({ outcome }) => outcome === "works");
  const declared = verdicts.find(({ report }) => report.declared);
  if (declared?.outcome === "works")
    return { verdicts, way: declared.report.way, why: "it is declared, and it works" };
  const rank = ({ report }: Verdict) =>
    (ORDER.indexOf(report.way.name) + ORDER.length + 1) % (ORDER.length + 1);
  const [best] = working.toSorted((one, other) => rank(one) - rank(other));
  const wrong = declared?.against.join("; ") ?? "none is declared";
  if (best === undefined) return { verdicts, why: `no way works; the declared one: ${wrong}` };
  const { name } = declared?.report.way ?? { name: "none" };
  return { verdicts, way: best.report.way, why: `it works, and ${name}, as declared, does not: ${wrong}` };
}

interface Objection {
  readonly reason: string;
  readonly mode?: FailureMode | undefined;
}

function objectionsTo(report: WayReport, client: Client): readonly Objection[] {
  const { login, server } = report;
  const route = platformRoute(report, client);
  const found: Objection[] = route === undefined ? [] : [route];
  if (login.outcome !== "pass") return [...found, login];
  if (server?.access.outcome === "fail") {
    found.push({ reason: server.access.reason, mode: "database/permission-denied" });
  }
  const reason = statementsLost(report, client);
  if (reason !== undefined) found.push({ reason, mode: "database/prepared-statement" });
  return found;
}

/** Why the platform cannot reach it, whatever this machine can. A name without any address is a matter of its own. */
function platformRoute({ way, names, rehearsedAt }: WayReport, { platform }: Client): Objection | undefined {
  if (rehearsedAt === undefined && isLoopback(way.host)) {
    const reason = `${way.host} is the service's own machine at ${platform.name}, where no database runs`;
    return { reason, mode: "database/refused" };
  }
  if (platform.outboundIpv6 !== false) return undefined;
  const only6 =
    rehearsedAt === undefined
      ? names !== undefined && names.ipv4.length === 0 && names.ipv6.length > 0
      : providerOf(way.host).isIpv6Only(way.host);
  if (!only6) return undefined;
  const reason = `${way.host} has IPv6 only, and ${platform.name} has no outbound IPv6`;
  return { reason, mode: "database/ipv6-unreachable" };
}

function statementsLost({ way, behaviour }: WayReport, { driver, settings }: Client): string | undefined {
  const mode = behaviour?.mode ?? way.mode;
  const known = mode === "session" || providerOf(way.host).keepsPreparedStatements?.(way) === true;
  if ((behaviour?.keepsPreparedStatements ?? known) || driver === undefined) return undefined;
  const missing = stillPreparing(driver, (setting) => [settings[setting]]);
  if (missing.length === 0) return undefined;
  const wanted = missing.map(([key, values]) => `${key}=${values[0]}`).join(", ");
  return `transaction mode loses prepared statements, and ${driver.name} prepares them unless ${wanted} is set`;
}
