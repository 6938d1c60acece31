import { askWays, type Choice, type Client, chooseWay, type Verdict, type WayReport } from "../../connect";
import { DRIVERS, LIBPQ, parseConnectionUrl, targetsOf } from "../../domain";
import type { FailureMode } from "../../domain/failure-mode";
import { RENDER } from "../../platforms";
import { type Answer, fail, notDecided, pass } from "../../probes";
import { driverOf, questionOf, type ServiceUrl, waysOf } from "./database-urls";
import type { VerificationInputs } from "./inputs";

/** Milliseconds for each step of a way. */
const TIMEOUT = 10_000;
/** The pooler counts what it refused: such credentials are tried nowhere again. */
const REFUSED: ReadonlySet<string> = new Set<FailureMode>([
  "database/credentials",
  "database/tenant-not-found",
  "database/auth-blocked",
]);

/**
 * Whether the way that a service's URL takes serves it: every way to the database is asked as `portcullis connect`
 * does. Undefined where the database's own check has said all: credentials that were refused, a URL that is none.
 *
 * @param known what that check came to
 */
export async function askConnect(
  found: ServiceUrl,
  known: Answer,
  inputs: VerificationInputs,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const { addresses } = inputs;
  const ways = waysOf(found, inputs);
  if (ways === undefined || REFUSED.has(known.mode ?? "")) return undefined;
  const { dialect, access } = questionOf(found, inputs);
  const { url, problems = [] } = parseConnectionUrl(found.url.trim(), dialect) ?? {};
  if (url === undefined || problems.length > 0) return undefined;
  const { password, parameters } = url;
  const { poolerHost, driverSettings } = ways;
  const named = driverOf(found, inputs);
  const driver = named === undefined ? undefined : DRIVERS[named];
  const client: Client = { platform: RENDER, driver, settings: { ...parameters, ...driverSettings } };
  const answers: Answer[] = [];
  const targets = targetsOf(url, dialect ?? LIBPQ).filter(({ host }) => host !== "");
  for (const { host, port = 5432, user, database } of targets) {
    const address = { host, port, user, parameters };
    const question = { address, database, password, poolerHost, schemas: access?.schemas };
    const asked = await askWays(question, { signal, timeout: TIMEOUT, addresses });
    const answer = answerOf(chooseWay(asked, client));
    answers.push(answer);
    // A driver passes over a host without an answer alone.
    if (isLetIn(asked)) return answer;
  }
  return ofHosts(answers);
}

const isLetIn = (asked: readonly WayReport[]): boolean =>
  asked.some(({ declared, login }) => declared && login.outcome === "pass");

/** Of hosts that let none in: a failure where each is one. */
function ofHosts(answers: readonly Answer[]): Answer | undefined {
  const decisive = answers.find(({ outcome }) => outcome === "not-decided") ?? answers[0];
  return decisive && { ...decisive, reason: answers.map(({ reason }) => reason).join("; ") };
}

function answerOf(choice: Choice): Answer {
  const declared = choice.verdicts.find(({ report }) => report.declared);
  if (declared === undefined) return notDecided("the declared way was not asked");
  if (declared.outcome === "works") return pass(described(declared));
  const reason = `${declared.report.way.name}, as declared: ${declared.against.join("; ")}`;
  if (declared.outcome === "not decided") return notDecided(reason);
  const { mode } = declared;
  return fail(reason, { ...(mode !== undefined && { mode }), correctiveAction: actionOf(choice) });
}

function described({ report: { way, behaviour, server } }: Verdict): string {
  const statements = behaviour?.keepsPreparedStatements === false ? "lost" : "kept";
  return [
    `${way.name} to ${way.host}:${way.port} works`,
    `${behaviour?.mode ?? way.mode} mode`,
    ...(behaviour?.keepsPreparedStatements === undefined ? [] : [`prepared statements ${statements}`]),
    ...(server === undefined ? [] : [`${server.connectionsInUse} of ${server.maxConnections} connections`]),
    ...(server === undefined ? [] : [`round trip ${server.roundTrip} ms`]),
  ].join(", ");
}

function actionOf({ way, why }: Choice): string {
  if (way === undefined)
    return "No way to this database works: type `portcullis connect -s STACK`, which shows each.";
  return `Take ${way.name}, ${way.user}@${way.host}:${way.port}: ${why.split(",")[0]}. \`portcullis connect -s STACK\` prints the lines to change.`;
}
