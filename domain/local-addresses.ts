import { isForBrowsers } from "./browser-variable";
import { isDeployed } from "./deployed-place";
import { isForDevelopers } from "./developers-variable";
import { type Fact, factsOf, type VariableFact } from "./fact";
import { isOfOneMachine } from "./private-host";
import { isLoopback } from "./start-command";
import { variableOf } from "./variables";
import type { Judged } from "./verdict";

/** What a browser asks: without it nothing of the page works. */
const OF_SERVERS = /(?:^|_)(?:API|BACKEND|SERVER|GRAPHQL|SOCKET|WS)(?:_|$)/;
/** What visitors are sent to, or their pages ask; the rest is what the service itself asks. */
const VISITED = "AUTH|NEXTAUTH|APP|SITE|BASE|ROOT|FRONTEND|PUBLIC|WEB|WEBHOOKS?|CALLBACK|REDIRECT";
const addressOf = (words: string): RegExp =>
  new RegExp(`(?:^|_)(?:${words})_(?:BASE_)?(?:UR[LI]|HOST|ORIGIN|ENDPOINT)$|^[A-Z]*AUTH_URL$`);
const OF_VISITORS = addressOf(VISITED);
const ADDRESS = addressOf(`${VISITED}|API|BACKEND|SERVER|SERVICE|GRAPHQL|SOCKET|WS`);
/** The host of every address and socket of a Phoenix application (hexdocs.pm/phoenix/deployment.html, config/runtime.exs). */
const PHX_HOST = "PHX_HOST";
/** All of the machine's own addresses, as Kestrel and HTTP.sys write them (learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints). */
const ANY = /^[+*]$/;
/** Any other service's address; what collects traces and counts beside a service may be missing without harm. */
const OTHER_ADDRESS = /(?:^|_)(?:UR[LI]|ADDR|ADDRESS|ENDPOINT|BASE|API|SERVER|UPSTREAM|TARGET)$/;
const OF_AGENTS =
  /(?:^|_)(?:OTEL|OTLP|DD|DATADOG|STATSD|JAEGER|NEW_RELIC|SELF|OWN|SPOTLIGHT|INTERNAL)(?:_|$)/;
const ANY_LOCAL_URL =
  /^\s*(?:https?|wss?|grpcs?|ldaps?|tcp):\/\/(\[[^\]]*\]|[^:/?#\s]+)(?::(\d+))?(?:[/?#]\S*)?\s*$/i;
/** A host with its port, and no address alone, which a server may bind. */
const LOCAL_PAIR = /^\s*(\[[^\]]*\]|[^:/?#\s]+):(\d+)\/?\s*$/i;
/** The address of none: where it is asked, the system asks its own machine (RFC 1122, 3.2.1.3). */
const UNSPECIFIED = /^(?:0\.0\.0\.0|\[::\])$/;
const LOCAL_URL = /^\s*(?:https?|wss?):\/\/(\[[^\]]*\]|[^:/?#\s]+)(?::(\d+))?(?:[/?#]\S*)?\s*$/i;

/**
 * Addresses of a developer's machine, and of a server's own listeners, that a template left. A browser that is sent there
 * asks its own machine; of a server's variable it is not known whether another process of the service answers there.
 *
 * @param asked by whom
 */
export function localAddresses(
  facts: readonly Fact[],
  asked: "by visitors" | "by the service",
): readonly Judged[] {
  return factsOf(facts, "variable").flatMap((fact): readonly Judged[] => {
    const host = localHost(fact, facts);
    const { place, name } = fact;
    const isOfVisitors =
      isForBrowsers(name) || name === PHX_HOST || OF_VISITORS.test(name) || isOwn(fact, facts);
    if (host === undefined || isOfVisitors !== (asked === "by visitors")) return [];
    const got = gotOf(fact, host, facts);
    if (got !== undefined)
      return [
        {
          place,
          what: `variable ${name}`,
          expected: "an address that visitors reach",
          got: `\`${host}\`, which is ${got}`,
          fix:
            name === PHX_HOST
              ? "Write the host name alone under which visitors reach the service."
              : "Write the public address of the service that is asked.",
        },
      ];
    const why = ANY.test(host)
      ? `${name} is an address to listen at, and what is started may read it so`
      : `${name} leads to ${host}, where another process of the service may be`;
    return [{ place, why }];
  });
}

/** By which products that are run as published are given their own address: twentyhq/twenty, parse-community/parse-server. */
const isOwn = ({ name, service }: VariableFact, facts: readonly Fact[]): boolean =>
  name === "SERVER_URL" &&
  factsOf(facts, "origin").some((one) => one.of === "image" && one.service === service);

/** What is wrong with it for certain; undefined where it may be meant. */
function gotOf({ name, service }: VariableFact, host: string, facts: readonly Fact[]): string | undefined {
  if (ANY.test(host)) {
    const commands = factsOf(facts, "start-command").filter((fact) => fact.service === service);
    const others = commands.some(({ command }) => command.known && !/\bdotnet\b/.test(command.value));
    return others ? "an address that a server of .NET listens at, and no visitor can ask" : undefined;
  }
  if (name === PHX_HOST)
    return "where Phoenix then sends visitors, and it refuses their sockets from elsewhere";
  return isForBrowsers(name) && OF_SERVERS.test(name) ? "each visitor's own machine" : undefined;
}

/** The developer's machine, or none, in a deployment's variable, unless it is the service itself. */
function localHost(fact: VariableFact, facts: readonly Fact[]): string | undefined {
  const { name, value, service } = fact;
  if (!value.known || isForDevelopers(name) || !isDeployed(fact, facts)) return undefined;
  if (name === PHX_HOST) return isLoopback(value.value.trim()) ? value.value.trim() : undefined;
  const isAddress = ADDRESS.test(name) || isForBrowsers(name);
  if (!isAddress && (!OTHER_ADDRESS.test(name) || OF_AGENTS.test(name))) return undefined;
  const isPair = /_HOST$/.test(name) && !value.value.includes("://");
  const form = isPair ? LOCAL_PAIR : isAddress ? LOCAL_URL : ANY_LOCAL_URL;
  const [, host = "", port] = form.exec(value.value) ?? [];
  if (ANY.test(host)) return isAddress ? host : undefined;
  if (!isLoopback(host) && !isOfOneMachine(host) && !(isAddress && UNSPECIFIED.test(host))) return undefined;
  const own = variableOf(facts, service === undefined ? {} : { service }, "PORT");
  // The service may ask itself there, and no visitor finds it so.
  return port !== undefined && port === own && !isForBrowsers(name) && !OF_VISITORS.test(name)
    ? undefined
    : host;
}
