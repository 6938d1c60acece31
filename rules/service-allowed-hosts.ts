import { isEnvFile } from "../domain/env-file-name";
import { type Fact, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import type { CodeSettingFact } from "../domain/repository-fact";
import { rule, type Undecided, type Violation } from "../domain/rule";
import { isLoopback } from "../domain/start-command";
import { variablesNamed } from "../domain/variables";
import { deployedOn, manifestAt } from "../platforms";
import { localhostAlone } from "./derived/localhost-alone";
import { permitsLocalhostAlone } from "./derived/rack-hosts";

export const serviceAllowedHosts = rule({
  id: "service/allowed-hosts",
  severity: "error",
  title: "The service answers under the name that its platform gives it",
  why: "Django answers each request for a host that is not in ALLOWED_HOSTS with 400, and Vite and Rails with 403: the health check fails, and so does every visit.",
  fix: "Add the platform's host name.",
  reference: "https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
  settings: ["localEnvironments"],
  prevents: ["configuration/host-not-allowed", "health-check/failed"],
  check: (facts, settings) => {
    if (deployedOn(facts, settings).length === 0) return { violations: [], undecided: [] };
    const inCode = judgeEach(
      factsOf(facts, "code-setting").filter(({ name }) => name !== "DEBUG"),
      ({ value }) => value,
      (value, setting) => {
        const { place, name, from } = setting;
        const hosts = value.split(",").filter((host) => host !== "");
        const isNone = (host: string) =>
          name === "config.hosts"
            ? isLocal(host) || (isOnRender(facts) && ELSEWHERE.test(host))
            : isLoopback(host) || host === "testserver" || isStarred(host);
        if (!hosts.every(isNone)) return railwayRefused(hosts, setting, facts);
        return {
          place,
          ...((name === "allowedHosts" || from !== undefined || isEnvFile(place)) && {
            severity: "warning" as const,
          }),
          what: name,
          expected: "the service's host name",
          got: `${hosts.length === 0 ? "none" : hosts.join(", ")}${from === undefined ? "" : `, as ${from.variable} is not set`}`,
          fix:
            from !== undefined
              ? `Set ${from.variable} to the host name, or add what RENDER_EXTERNAL_HOSTNAME has.`
              : hosts.some(isStarred)
                ? dotted(hosts)
                : name === "ALLOWED_HOSTS"
                  ? "Add the host, or read it from a variable: on Render RENDER_EXTERNAL_HOSTNAME has it."
                  : name === "config.hosts"
                    ? 'Add the host: `config.hosts << ENV["RENDER_EXTERNAL_HOSTNAME"]` on Render.'
                    : "Add the host to `allowedHosts`, with a dot before it for all below it.",
        };
      },
    );
    return {
      violations: [...inCode.violations, ...starred(facts), ...ofAspNet(facts)],
      undecided: [
        ...inCode.undecided,
        ...ofVariables(facts),
        ...permitsLocalhostAlone(facts),
        ...localhostAlone(facts),
      ],
    };
  },
});

const isOnRender = (facts: readonly Fact[]): boolean =>
  factsOf(facts, "platform").some(({ platform }) => platform === "render");

/** docs.railway.com/deployments/healthchecks, "Healthcheck hostname", read 30 November 2026 */
const RAILWAY_HOST = "healthcheck.railway.app";

/** Whether Railway's health check is answered with 400: it asks for a host of its own. */
function railwayRefused(
  hosts: readonly string[],
  { place, name, from, checksHost }: CodeSettingFact,
  facts: readonly Fact[],
): Violation | undefined {
  if (name !== "ALLOWED_HOSTS" || from !== undefined || checksHost !== true || isEnvFile(place))
    return undefined;
  const isAllowed = (host: string): boolean =>
    host === "*" || host === RAILWAY_HOST || (host.startsWith(".") && RAILWAY_HOST.endsWith(host));
  const [check] = factsOf(facts, "health-check").filter(
    (one) => manifestAt(one.place)?.platform.id === "railway" && one.path.known,
  );
  if (check === undefined || hosts.some((host) => isAllowed(host.toLowerCase()))) return undefined;
  return {
    place,
    what: name,
    expected: `${RAILWAY_HOST}, for which Railway's health check asks`,
    got: hosts.join(", "),
    fix: `Add \`${RAILWAY_HOST}\` to it.`,
  };
}

/** The variables that guides of Django make the setting of. */
const VARIABLE = /^(?:[A-Z]+_)?ALLOWED_HOSTS?$/;

const isLocal = (host: string): boolean =>
  isLoopback(host) || /^(?:0\.0\.0\.0|testserver)$|\.(?:local|test)$/i.test(host);

/** Django compares the host alone, without its port: no request is for one with a scheme, a port or a path. */
const isAddress = (host: string): boolean => /^https?:\/\/|^[\w.-]+(?::\d+|\/)/i.test(host);

/** A star with a name behind it: Django and Vite take it for a letter of the name, and no host has one. */
const isStarred = (host: string): boolean => host.length > 1 && host.includes("*");

const dotted = (hosts: readonly string[]): string => {
  const meant = hosts.filter(isStarred).map((host) => `\`${host.replace(/^[^*]*\*+\.?/, ".")}\``);
  return `Write ${meant.join(", ")}: a dot before a name is for all below it.`;
};

const hostsOf = (text: string): readonly string[] =>
  text
    .replace(/[[\]"']/g, "")
    .split(/[\s,;]+/)
    .filter((host) => host !== "");

/** Starlette, which has the same name for it, takes `*.example.org`; a star is an error where Django runs alone. */
const OF_DJANGO = /\bmanage\.py\b|\bdjango-admin\b|\b\w+\.wsgi\b/;

function isDjango(facts: readonly Fact[], name: string): boolean {
  if (/^DJANGO_/.test(name)) return true;
  if (factsOf(facts, "variable").some((one) => /^DJANGO_/.test(one.name))) return true;
  const commands = [...factsOf(facts, "start-command"), ...factsOf(facts, "platform-command")];
  return commands.some(({ command }) => command.known && OF_DJANGO.test(command.value));
}

/** A variable that names hosts with a star, and no other that the platform asks under. */
function starred(facts: readonly Fact[]): readonly Violation[] {
  return variablesNamed(facts, (name) => VARIABLE.test(name)).flatMap(({ name, value, place }) => {
    if (!value.known || !isDjango(facts, name)) return [];
    const hosts = hostsOf(value.value);
    if (!hosts.some(isStarred) || !hosts.every((host) => isStarred(host) || isLocal(host))) return [];
    const got = hosts.filter(isStarred).map((host) => `\`${host}\``);
    return [
      {
        place,
        what: `variable ${name}`,
        expected: "the service's host name, or one that begins with a dot",
        got: `${got.join(", ")}, whose star Django takes for a letter`,
        fix: dotted(hosts),
      },
    ];
  });
}

/** ASP.NET's own variable, which wins over its settings files (learn.microsoft.com: host filtering, configuration). */
const OF_ASP_NET = /^AllowedHosts$/i;

/** `AllowedHosts=localhost`: ASP.NET answers each request for another host with 400. */
function ofAspNet(facts: readonly Fact[]): readonly Violation[] {
  return variablesNamed(facts, (name) => OF_ASP_NET.test(name)).flatMap(({ name, value, place }) => {
    if (place.source !== "resource" || !value.known) return [];
    const hosts = value.value.split(";").map((host) => host.trim().replace(/:\d+$/, ""));
    if (!hosts.every((host) => host !== "" && isLocal(host))) return [];
    return [
      {
        place,
        what: `variable ${name}`,
        expected: "the service's host name, or `*`",
        got: `${hosts.join(";")} alone, so that ASP.NET answers each other host with 400`,
        fix: "Add the service's host names, with `;` between them.",
      },
    ];
  });
}

/** Domains of other platforms, below which none of Render's services has a name (publicsuffix.org/list, read 2026-12-01). */
const ELSEWHERE =
  /\.(?:herokuapp\.com|railway\.app|fly\.dev|vercel\.app|netlify\.app|pythonanywhere\.com|koyeb\.app|ondigitalocean\.app|appspot\.com|run\.app|azurewebsites\.net|elasticbeanstalk\.com)$/i;

/** A resource's variable that names developers' machines or other platforms alone: which of them the setting is made of is in the code. */
function ofVariables(facts: readonly Fact[]): readonly Undecided[] {
  return variablesNamed(facts, (name) => VARIABLE.test(name)).flatMap(({ name, value, place }) => {
    if (!value.known) return [{ place, why: value.why }];
    if (place.source !== "resource") return [];
    const hosts = hostsOf(value.value);
    if (hosts.length === 0 && !isDjango(facts, name)) return [];
    if (!hosts.every((host) => isLocal(host) || isAddress(host) || ELSEWHERE.test(host))) return [];
    return [{ place, why: `${name} has no name under which the platform asks, and the code may add it` }];
  });
}
