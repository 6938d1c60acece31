import type { ConnectionUrl, Dialect } from "../domain";
import { type Answer, notDecided } from "./answer";
import type { Seen } from "./database-conversation";
import { beginsAnywhere, isTaken, notTaken, whereOf } from "./database-hosts";
import { endsSearch, mayBeAsked, mayFollow, refusedAt, type Tried } from "./refused-login";

/** How the hosts of a URL are asked. */
export interface HostQuestion {
  readonly dialect: Dialect | undefined;
  /** Logs in at one of them. */
  readonly ask: (url: ConnectionUrl) => Promise<Tried>;
  /** What is said of a server that let the login in. */
  readonly judge: (url: ConnectionUrl, seen: Seen) => Answer;
}

/**
 * As drivers do: a host without an answer is passed over, and one that has not what the URL asks of its server; a refused
 * login ends it (docs/facts/postgresql.md#p24). The others are asked then whether they take the login.
 */
export async function askHosts(hosts: readonly ConnectionUrl[], question: HostQuestion): Promise<Answer> {
  const { dialect, ask } = question;
  const tried: Tried[] = [];
  for (const url of hosts) {
    const one = await ask(url);
    tried.push(one);
    if (endsSearch(one)) return afterRefusal(one, { hosts, tried, question });
    if (isServer(one, dialect) && !beginsAnywhere(url, dialect)) break;
  }
  return judged(tried, hosts.slice(tried.length), question);
}

interface Asked {
  readonly hosts: readonly ConnectionUrl[];
  readonly tried: readonly Tried[];
  readonly question: HostQuestion;
}

async function afterRefusal(refused: Tried, { hosts, tried, question }: Asked): Promise<Answer> {
  const before = tried.filter((one) => one !== refused);
  if (!mayFollow(refused)) {
    const { answer = notDecided(`${whereOf(refused.url)} gave no answer`) } = refused;
    return noneOf([...passedOver(before, question.dialect), answer]);
  }
  const others = [...before];
  for (const url of hosts.slice(tried.length).filter(mayBeAsked)) others.push(await question.ask(url));
  return refusedAt(refused, others);
}

/** Of hosts of which none refused the login. */
function judged(tried: readonly Tried[], rest: readonly ConnectionUrl[], question: HostQuestion): Answer {
  const { dialect, judge } = question;
  const passed = passedOver(tried, dialect);
  const taken = tried.filter((one) => isServer(one, dialect));
  // Of a server that is only preferred, the first without what is asked is taken where none has it.
  const kept = tried.filter((one) => one.answer === undefined && lacking(one, dialect) === undefined);
  const servers = taken.length > 0 ? taken : kept.slice(0, 1);
  const answers = servers.flatMap(({ url, seen }) => (seen === undefined ? [] : [judge(url, seen)]));
  const [first] = answers;
  if (first === undefined) return noneOf(passed);
  const words = [
    ...answers.map(({ reason }) => reason),
    ...(passed.length === 0
      ? []
      : [`passed over before it: ${passed.map(({ reason }) => reason).join("; ")}`]),
    ...(rest.length === 0 ? [] : [`not asked: ${rest.map(whereOf).join(", ")}`]),
  ];
  return { ...worst(answers, first), reason: words.join("; ") };
}

const ORDER = ["fail", "not-decided", "pass"];

const worst = (answers: readonly Answer[], first: Answer): Answer =>
  answers.toSorted((one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome))[0] ?? first;

const isServer = ({ url, seen, answer }: Tried, dialect: Dialect | undefined): boolean =>
  answer === undefined && seen !== undefined && isTaken(url, seen, dialect);

const lacking = ({ url, seen }: Tried, dialect: Dialect | undefined): Answer | undefined =>
  seen === undefined || isTaken(url, seen, dialect) ? undefined : notTaken(whereOf(url), url, seen, dialect);

/** Why each host was passed over that was. */
const passedOver = (tried: readonly Tried[], dialect: Dialect | undefined): readonly Answer[] =>
  tried.flatMap((one) => one.answer ?? lacking(one, dialect) ?? []);

/** Of several hosts, where none is taken: a failure where each is one. */
function noneOf(passed: readonly Answer[]): Answer {
  const [first = notDecided("it names no host")] = passed;
  if (passed.length < 2) return first;
  const decisive = passed.find(({ outcome }) => outcome === "not-decided") ?? first;
  return { ...decisive, reason: passed.map(({ reason }) => reason).join("; ") };
}
