import color from "picocolors";
import type { Difference, Verdict, WayReport } from "../../connect";
import type { Answer } from "../../probes";
import { fittedTable, NO_LINES } from "../fitted-table";
import { changeOf } from "./change";
import type { AskedSubject } from "./json";

const NONE = "–";

const COLOURS = { works: color.green, "does not work": color.red, "not decided": color.yellow } as const;

/** What each line of the table shows of a way. */
const LINES: readonly (readonly [what: string, of: (verdict: Verdict) => string | undefined])[] = [
  ["names", ({ report }) => names(report)],
  [
    "route from here",
    ({ report: { routes } }) => routes.map((route) => `IPv${route.family} ${route.outcome}`).join("\n"),
  ],
  ["TLS", ({ report }) => tls(report)],
  ["SASL", ({ report: { mechanisms } }) => mechanisms?.join("\n")],
  ["login", ({ report: { login } }) => loginWord(login)],
  ["role", ({ report: { server } }) => server?.role],
  ["privileges", ({ report: { server } }) => privileges(server?.access)],
  ["PostgreSQL", ({ report: { server } }) => server?.version],
  [
    "connections",
    ({ report: { server } }) =>
      server === undefined ? undefined : `${server.connectionsInUse} of ${server.maxConnections}`,
  ],
  ["mode", ({ report: { behaviour, way } }) => behaviour?.mode ?? modeByPort(way)],
  // What `SET` has changed is of the server process, which a transaction pooler gives to another client.
  [
    "session state",
    ({ report: { behaviour } }) =>
      kept(behaviour?.mode === undefined ? undefined : behaviour.mode === "session"),
  ],
  ["prepared statements", ({ report: { behaviour } }) => kept(behaviour?.keepsPreparedStatements)],
  ["round trip", ({ report: { server } }) => (server === undefined ? undefined : `${server.roundTrip} ms`)],
  ["for the service", ({ outcome }) => COLOURS[outcome](outcome)],
];

/** Ports that say by themselves how a server or pooler is used. */
const TELLING_PORTS = [5432, 6543];

const modeByPort = ({ mode, port }: Verdict["report"]["way"]): string | undefined =>
  TELLING_PORTS.includes(port) ? `${mode}, by its port` : undefined;

/** A table for each database, what is against each way, which one to take; then what differs between them. */
export function connectReport(asked: readonly AskedSubject[], differences: readonly Difference[]): string {
  const parts = asked.map((one) =>
    [
      heading(one),
      ...noteOf(one),
      ...addresses(one),
      tableOf(one.choice.verdicts),
      ...against(one),
      ...refused(one),
      recommended(one),
    ].join("\n"),
  );
  if (differences.length > 0) parts.push(differencesTable(asked, differences));
  return parts.join("\n\n");
}

function heading({ subject, seconds }: AskedSubject): string {
  const driver = subject.driver === undefined ? "" : `, read by ${subject.driver}`;
  return `${color.bold(subject.name)}: ${subject.client.platform.name} service${driver}; asked in ${seconds.toFixed(1)} s`;
}

const noteOf = ({ subject: { note } }: AskedSubject): readonly string[] =>
  note === undefined ? [] : [`  ${color.yellow(note)}.`];

/** What a refusal of the declared way is likely to mean. */
function refused({ subject: { whenRefused }, choice }: AskedSubject): readonly string[] {
  const declared = choice.verdicts.find(({ report }) => report.declared);
  if (whenRefused === undefined || declared?.report.login.mode !== "database/credentials") return [];
  return [whenRefused];
}

function addresses({ choice }: AskedSubject): readonly string[] {
  const width = Math.max(...choice.verdicts.map(({ report }) => report.way.name.length));
  return choice.verdicts.map(
    ({ report: { way } }) => `  ${way.name.padEnd(width)}  ${way.user}@${way.host}:${way.port}`,
  );
}

function tableOf(verdicts: readonly Verdict[]): string {
  const head = [
    "",
    ...verdicts.map(({ report: { way, declared } }) =>
      declared && way.name !== "declared" ? `${way.name} (declared)` : way.name,
    ),
  ];
  const rows = LINES.flatMap(([what, of]) => {
    const cells = verdicts.map((verdict) => of(verdict) || NONE);
    return cells.some((cell) => cell !== NONE) ? [[what, ...cells]] : [];
  });
  return fittedTable(head, rows, { chars: NO_LINES });
}

function against({ choice }: AskedSubject): readonly string[] {
  return choice.verdicts
    .filter(({ outcome }) => outcome !== "works")
    .flatMap(({ report: { way, login }, against: reasons }) => [
      ...reasons.map((reason) => `${color.bold(way.name)}: ${reason}`),
      ...(login.correctiveAction === undefined ? [] : [`  → ${login.correctiveAction}`]),
    ]);
}

function recommended({ subject, choice }: AskedSubject): string {
  if (choice.way === undefined) {
    const open = choice.verdicts.some(({ outcome }) => outcome === "not decided");
    return color.red(`${subject.name}: ${open ? "no way is known to work" : "no way works"}.`);
  }
  const change = changeOf(subject, choice);
  const sentence = `${color.bold(subject.name)} should take ${color.bold(choice.way.name)}: ${choice.why}.`;
  return change === undefined ? sentence : [sentence, ...change.map((line) => `    ${line}`)].join("\n");
}

function differencesTable(asked: readonly AskedSubject[], differences: readonly Difference[]): string {
  const stacks = asked.map(({ subject }) => subject.name);
  const rows = differences.map(({ what, values }) => [what, ...stacks.map((name) => values[name] ?? NONE)]);
  return fittedTable(["differs", ...stacks], rows);
}

function names({ names: found, rehearsedAt }: WayReport): string | undefined {
  if (rehearsedAt !== undefined) return `in a rehearsal\n${rehearsedAt}`;
  if (found === undefined) return undefined;
  if (found.problem !== undefined) return `none (${found.problem})`;
  return [...found.ipv4.slice(0, 1), ...found.ipv6.slice(0, 1)].join("\n");
}

function tls({ tls: seen, login }: WayReport): string | undefined {
  if (seen === undefined) return login.outcome === "pass" ? "none" : undefined;
  const chain = seen.chain.length > 1 ? `by ${seen.chain.at(-1)}` : "signed by itself";
  return [seen.version, chain, seen.trusted ? "trusted here" : "not trusted here"].join("\n");
}

function loginWord({ outcome, reason }: WayReport["login"]): string {
  if (outcome === "pass") return color.green("yes");
  return outcome === "fail" ? color.red("no") : reason.startsWith("not asked") ? "not asked" : "no answer";
}

/** What it may read; why one may not is below the table. */
function privileges(access: Answer | undefined): string | undefined {
  if (access === undefined || access.outcome === "not-decided") return undefined;
  return access.reason
    .split("; ")[0]
    ?.replace(/^there is /, "")
    .replaceAll(/(?<=may read) |, /g, "\n");
}

const kept = (keeps: boolean | undefined): string | undefined =>
  keeps === undefined ? undefined : keeps ? "kept" : "lost";
