import { isForDevelopers } from "../../domain/developers-variable";
import { type Fact, factsOf, type VariableFact } from "../../domain/fact";
import type { RuleSettings, Undecided, Verdict, Violation } from "../../domain/rule";
import { runsLocally } from "../../domain/runs-locally";
import { isLoopback } from "../../domain/start-command";

const SERVER = /^(?:[A-Z0-9]+_)*?(?:SMTP|E?MAIL|MAILER)_(?:HOST|HOSTNAME|SERVER|URL|DSN)$/;
const HOST = /^(?:smtps?:\/\/(?:[^@/\s]*@)?)?(\[[^\]]*\]|[^:/?#\s]+)(?::\d+)?\/?(?:\?\S*)?$/i;
/** Servers that keep all mail for a developer to look at, each as its own compose file calls it. */
const CATCHERS = /^(?:mailhog|mailpit|mailcatcher|maildev|smtp4dev|inbucket|mailtrap|papercut)$/i;
/** What a framework sends mail by, and what is none of a mail server's. */
const SENDER =
  /(?:^|_)(?:MAIL_MAILER|MAIL_DRIVER|EMAIL_BACKEND|MAIL_TRANSPORT|EMAIL_PROVIDER|MAIL_PROVIDER|DELIVERY_METHOD)$/;

/**
 * Mail servers of a developer's machine that a template left: the service deploys, and no mail is sent. An image may
 * run one of its own.
 */
export function localMail(
  facts: readonly Fact[],
  settings: Pick<RuleSettings, "localEnvironments">,
): Verdict {
  const violations: Violation[] = [];
  const undecided: Undecided[] = [];
  if (runsLocally(facts, settings)) return { violations, undecided };
  const runtimes = factsOf(facts, "platform").map(({ runtime }) => runtime);
  const mayRunOne = runtimes.some((runtime) => runtime === "docker" || runtime === "image");
  for (const fact of factsOf(facts, "variable")) {
    const host = localServer(fact, facts);
    if (host === undefined) continue;
    const { place, name } = fact;
    if (mayRunOne && isLoopback(host))
      undecided.push({ place, why: `an image may run a mail server at ${host} beside the service` });
    else
      violations.push({
        place,
        severity: "warning",
        what: `variable ${name}`,
        expected: "a server that sends mail",
        got: `\`${host}\`, which is ${isLoopback(host) ? "the service's own machine, where none runs" : "a developer's, and sends none"}`,
        fix: "Write the host of the provider that sends the mail.",
      });
  }
  return { violations, undecided };
}

function localServer(
  { name, value, place, service }: VariableFact,
  facts: readonly Fact[],
): string | undefined {
  if (place.source !== "resource" || !value.known || !SERVER.test(name) || isForDevelopers(name))
    return undefined;
  const host = HOST.exec(value.value.trim())?.[1];
  if (host === undefined || !(isLoopback(host) || CATCHERS.test(host))) return undefined;
  const sendsOtherwise = factsOf(facts, "variable").some(
    (other) =>
      other.service === service &&
      SENDER.test(other.name) &&
      !(other.value.known && /smtp/i.test(other.value.value)),
  );
  return sendsOtherwise ? undefined : host;
}
