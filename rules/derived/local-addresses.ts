import { isForBrowsers } from "../../domain/browser-variable";
import { type Fact, factsOf, type VariableFact } from "../../domain/fact";
import { isOfOneMachine } from "../../domain/private-host";
import type { RuleSettings, Undecided, Verdict, Violation } from "../../domain/rule";
import { runsLocally } from "../../domain/runs-locally";
import { isLoopback } from "../../domain/start-command";
import { variableOf } from "../../domain/variables";

/** What a browser asks: without it nothing of the page works. */
const OF_SERVERS = /(?:^|_)(?:API|BACKEND|SERVER|GRAPHQL|SOCKET|WS)(?:_|$)/;
const ADDRESS =
  /(?:^|_)(?:API|BACKEND|AUTH|NEXTAUTH|APP|SITE|BASE|FRONTEND|SERVER|SERVICE|PUBLIC|WEB|GRAPHQL|SOCKET|WS)_(?:BASE_)?(?:UR[LI]|HOST|ORIGIN|ENDPOINT)$|^[A-Z]*AUTH_URL$/;
const FOR_DEVELOPERS = /(?:^|_)(?:LOCAL|DEV|DEVELOPMENT|TEST|TESTING|E2E|MOCK)(?:_|$)/;
const LOCAL_URL = /^\s*(?:https?|wss?):\/\/(\[[^\]]*\]|[^:/?#\s]+)(?::(\d+))?(?:[/?#]\S*)?\s*$/i;

/**
 * Addresses of a developer's machine that a template left. A browser that is sent there asks its own machine; of a
 * server's variable it is not known whether another process of the service answers there.
 */
export function localAddresses(
  facts: readonly Fact[],
  settings: Pick<RuleSettings, "localEnvironments">,
): Verdict {
  if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
  const violations: Violation[] = [];
  const undecided: Undecided[] = [];
  for (const fact of factsOf(facts, "variable")) {
    const host = localHost(fact, facts);
    if (host === undefined) continue;
    const { place, name } = fact;
    if (isForBrowsers(name) && OF_SERVERS.test(name))
      violations.push({
        place,
        what: `variable ${name}`,
        expected: "an address that visitors reach",
        got: `\`${host}\`, which is each visitor's own machine`,
        fix: "Write the public address of the service that is asked.",
      });
    else
      undecided.push({ place, why: `${name} leads to ${host}, where another process of the service may be` });
  }
  return { violations, undecided };
}

/** The developer's machine in a resource's variable, unless it is the service itself. */
function localHost(
  { name, value, place, service }: VariableFact,
  facts: readonly Fact[],
): string | undefined {
  if (place.source !== "resource" || !value.known || FOR_DEVELOPERS.test(name)) return undefined;
  if (!ADDRESS.test(name) && !isForBrowsers(name)) return undefined;
  const [, host = "", port] = LOCAL_URL.exec(value.value) ?? [];
  if (!isLoopback(host) && !isOfOneMachine(host)) return undefined;
  const own = variableOf(facts, service === undefined ? {} : { service }, "PORT");
  return port !== undefined && port === own && !isForBrowsers(name) ? undefined : host;
}
