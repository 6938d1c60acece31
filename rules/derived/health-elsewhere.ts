import { type Fact, factsOf, type HealthCheckFact, type Subject } from "../../domain/fact";
import { isBelow } from "../../domain/is-below";
import { remembered } from "../../domain/remembered";
import { flagValue } from "../../domain/start-command/flag-value";
import { simpleCommands } from "../../domain/start-command/shell";
import { variableOf } from "../../domain/variables";
import type { Judged } from "../../domain/verdict";
import { imageHealth } from "./image-health";

/** What is known of the service that a health check asks. */
interface Asked {
  /** A setting of Spring Boot by its name: an option goes before a variable. */
  readonly setting: (name: string) => string | undefined;
  readonly look: (name: string) => string | undefined;
  /** The ports at which the platform may ask. */
  readonly ports: readonly string[];
  readonly commands: readonly string[];
  /** Its published image, and the first number of its tag. */
  readonly image: string | undefined;
  readonly version: number | undefined;
}

/** What a product answers elsewhere: on another port, or below another path. */
interface Elsewhere {
  readonly what: string;
  readonly expected: string;
  readonly fix: string;
  /** Why it may answer there all the same; none where it certainly does not. */
  readonly unless?: string;
}

/** The health check of a product or a framework that answers its path elsewhere, by its own settings. */
export function answeredElsewhere(path: string, check: HealthCheckFact, facts: readonly Fact[]): Judged[] {
  const asked = askedOf(check, facts);
  const [bare = path] = path.split("?");
  for (const read of [ofManagement, ofKeycloak, ofContextPath, ofImage]) {
    const found = read(bare, asked);
    if (found === undefined) continue;
    const { unless, ...said } = found;
    if (unless === undefined) return [{ place: check.place, ...said, got: `\`${path}\`` }];
    return [{ place: check.place, why: `health check path: expected ${said.expected}; ${unless}` }];
  }
  return [];
}

/** `management.server.port` (docs.spring.io/spring-boot/reference/actuator/monitoring.html, read 2026-12-01). */
function ofManagement(path: string, { setting, ports }: Asked): Elsewhere | undefined {
  const port = setting("management.server.port");
  if (port === undefined || !/^\d+$/.test(port)) return undefined;
  const base = setting("management.endpoints.web.base-path") ?? "/actuator";
  if (base === "/" || !isBelow(path, base)) return undefined;
  const asked = [...ports, setting("server.port")].filter((one) => one !== undefined);
  if (asked.includes(port)) return undefined;
  return {
    what: "health check path",
    expected: `a path of the application's own, since Actuator answers on its management port ${port} alone`,
    fix: `Remove the management port, or ask a path that the application answers on its own port.`,
    ...(asked.length === 0 && { unless: "which port is asked is not known" }),
  };
}

/** What is before each path, by the page of settings of each (read 2026-12-01). */
const CONTEXT_PATHS = [
  {
    name: "server.servlet.context-path",
    unless: "a reactive application, or a server before it, may answer",
  },
  {
    name: "spring.webflux.base-path",
    unless: "an application of servlets, or a server before it, may answer",
  },
  // docs.streamlit.io: config.toml; jupyter-server.readthedocs.io: full configuration
  { name: "server.baseUrlPath", runs: /\bstreamlit run\b/, unless: "a server before it may answer" },
  { name: "ServerApp.base_url", runs: /\bjupyter\b/, unless: "a server before it may answer" },
] as const;

function ofContextPath(path: string, { setting, commands }: Asked): Elsewhere | undefined {
  for (const { name, unless, ...row } of CONTEXT_PATHS) {
    if ("runs" in row && !commands.some((command) => row.runs.test(command))) continue;
    const base = setting(name)
      ?.replace(/^\/?(?=.)/, "/")
      .replace(/\/$/, "");
    if (base === undefined || !/^\/[\w./-]+$/.test(base) || isBelow(path, base)) continue;
    return { what: "health check path", expected: `one below ${base}, which ${name} names`, fix: "", unless };
  }
  return undefined;
}

/**
 * From version 25 on Keycloak answers these on its management port, 9000, unless a setting leaves them
 * (keycloak.org/server/management-interface and /server/health, read 2026-12-01).
 */
const OF_KEYCLOAK = /\/(?:health(?:\/(?:ready|live|started))?|metrics)\/?$/;
const LEAVES = ["KC_HTTP_MANAGEMENT_HEALTH_ENABLED", "KC_LEGACY_OBSERVABILITY_INTERFACE"];
const LEAVING = /--(?:http-management-health-enabled|legacy-observability-interface)\b/;

function ofKeycloak(path: string, { commands, image, version, look, ports }: Asked): Elsewhere | undefined {
  const isOfficial = image !== undefined && /(?:^|\/)keycloak\/keycloak$/.test(image);
  if (!isOfficial && !commands.some((command) => /\bkc\.sh\b/.test(command))) return undefined;
  if (!OF_KEYCLOAK.test(path) || LEAVES.some((name) => look(name) !== undefined)) return undefined;
  if (commands.some((command) => LEAVING.test(command))) return undefined;
  if (ports.includes(look("KC_HTTP_MANAGEMENT_PORT") ?? "9000")) return undefined;
  if (isOfficial && version !== undefined && version < 25) return undefined;
  return {
    what: "health check path",
    expected: "a page of Keycloak's, since it answers this on its management port alone from version 25 on",
    fix: "Ask /realms/master, or set KC_HTTP_MANAGEMENT_HEALTH_ENABLED to false.",
    ...(!(isOfficial && version !== undefined) && { unless: "which version runs is not known" }),
  };
}

function ofImage(path: string, { image }: Asked): Elsewhere | undefined {
  const own = imageHealth(image, path);
  if (own === undefined) return undefined;
  const expected = `\`${own}\`, at which ${image} answers health checks`;
  return { what: "health check path", expected, fix: "", unless: "another version may answer this one too" };
}

function askedOf({ service }: HealthCheckFact, facts: readonly Fact[]): Asked {
  const subject: Subject = service === undefined ? {} : { service };
  const look = (name: string) => variableOf(facts, subject, name);
  const commands = factsOf(facts, "start-command")
    .filter((one) => one.service === service)
    .flatMap(({ command }) => (command.known ? [command.value] : []));
  const words = commands.flatMap((command) => simpleCommands(command)).flatMap((one) => one.words);
  const ofMachine = ["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"].flatMap(
    (name) => look(name)?.split(/\s+/) ?? [],
  );
  const given = [...ofMachine, ...words];
  const option = (name: string) =>
    given.some((word) => word.includes(name)) ? flagValue(given, [`-D${name}`, `--${name}`]) : undefined;
  const stated = factsOf(facts, "port").filter((one) => one.service === service && one.role === "declared");
  const ports = stated.flatMap(({ port }) => (port.known ? [String(port.value)] : []));
  const origin = factsOf(facts, "origin").find((one) => one.of === "image" && one.service === service);
  const [name, tag] = origin?.url.known ? origin.url.value.trim().split(/:(?=[^/]*$)|@/) : [];
  const number = /^v?(\d+)\./.exec(origin?.tag ?? tag ?? "")?.[1];
  return {
    look,
    setting: (of) =>
      option(of)?.replace(/^[^=]*=/, "") ??
      relaxed(of)
        .map(look)
        .find((value) => value !== undefined),
    ports: [...ports, ...[look("PORT") ?? []].flat()],
    commands,
    image: name,
    version: number === undefined ? undefined : Number(number),
  };
}

/** `context-path` is CONTEXTPATH in the environment, and CONTEXT_PATH as of old (Spring Boot: relaxed binding). */
const relaxed = remembered((name): readonly string[] =>
  ["", "_"].map((dash) => name.toUpperCase().replaceAll("-", dash).replaceAll(".", "_")),
);
