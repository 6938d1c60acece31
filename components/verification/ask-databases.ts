import { DATABASE_VARIABLE } from "../../domain/database-variable";
import { type Answer, asFollowing, askDatabase, type DatabaseQuestion, isRefusedLogin } from "../../probes";
import { askConnect } from "./ask-connect";
import { askScheduled, ONCE, type Scheduled } from "./ask-scheduled";
import { questionOf, type ServiceUrl } from "./database-urls";
import type { Check } from "./result";
import { isSameLogin, mayRepeat } from "./same-login";

/** A verification that asks databases. */
export interface AskingDatabases extends Scheduled {
  /** What the service connects with. */
  readonly urls: readonly ServiceUrl[];
  readonly add: (kind: Check["kind"], name: string, answer: Answer) => void;
}

interface AskedUrl {
  readonly found: ServiceUrl;
  readonly question: DatabaseQuestion;
  readonly answer: Answer;
}

/** Asks the database of each URL that the service has, and the ways to it. */
export async function askDatabases(running: AskingDatabases): Promise<void> {
  const { inputs, add } = running;
  const asked: AskedUrl[] = [];
  for (const found of running.urls) {
    const question = questionOf(found, inputs);
    asked.push({ found, question, answer: await askOne(running, (at) => askDatabase(question, at)) });
  }
  for (const one of asked) {
    const { found } = one;
    const answer = await withOthers(running, one, asked);
    add("database", nameOf(found), answer);
    const ways = await askConnect(found, answer, inputs, running.signal);
    if (ways !== undefined) add("database", `ways of ${nameOf(found)}`, ways);
  }
}

const askOne = (running: AskingDatabases, ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> =>
  askScheduled(running, ask, { ...ONCE, initialDelay: 0 });

/**
 * A refused login that another of the service's URLs takes, such as that of the server which this one follows: it is asked
 * again until the deadline, unless a pooler counts what it refuses.
 */
async function withOthers(
  running: AskingDatabases,
  one: AskedUrl,
  all: readonly AskedUrl[],
): Promise<Answer> {
  const { question, answer } = one;
  if (!isRefusedLogin(answer)) return answer;
  const taker = all.find(
    (other) => other.answer.login !== undefined && isSameLogin(other.question, question),
  );
  if (taker === undefined) return answer;
  const where = `the URL of ${taker.found.variable}`;
  if (!mayRepeat(question)) return asFollowing(answer, where);
  return askOne(running, async (signal) => {
    const next = await askDatabase(question, signal);
    return isRefusedLogin(next) ? asFollowing(next, where) : next;
  });
}

export const nameOf = ({ variable }: ServiceUrl): string =>
  variable === DATABASE_VARIABLE ? "database" : variable;
