import { type Fact, factsOf } from "../../domain";
import { sameSubject } from "../../domain/stated";
import type { Repository } from "../reader";
import { ROCKET_SETTINGS } from "../readers/listeners/rocket-profiles";
import { fileOf } from "../services/service-folders";
import type { Entry } from "./entry";
import { isPortOrBind, type PortOrBind, undecided } from "./port-or-bind";
import { withoutSecondListeners } from "./second-listeners";
import { withoutSocketsBeside } from "./second-listeners/beside-others";
import { withoutMetricsPorts } from "./second-listeners/metrics-ports";
import { useOfPort } from "./use-of-port";

/** Files of code whose imports are followed. */
export const FOLLOWED = /\.(?:py|[cm]?[jt]sx?)$/;

const JAVA_SETTINGS = /(?:^|\/)application[\w-]*\.(?:properties|ya?ml)$/;

/** Variables that win over a settings file, by what the file says. */
const WINS: Readonly<Record<string, RegExp>> = {
  url: /^(?:SPRING_(?:DATASOURCE|R2DBC)|QUARKUS_DATASOURCE_(?:JDBC|REACTIVE))_URL$/,
  port: /^(?:SERVER_PORT|QUARKUS_HTTP_PORT|MICRONAUT_SERVER_PORT)$/,
  bind: /^(?:SERVER_ADDRESS|QUARKUS_HTTP_HOST|MICRONAUT_SERVER_HOST)$/,
};

/** rocket.rs/guide/v0.5/configuration: a variable wins over every profile of the file. */
const ROCKET_WINS: Readonly<Record<string, RegExp>> = { port: /^ROCKET_PORT$/, bind: /^ROCKET_ADDRESS$/ };

function winning(kind: string, file: string): RegExp | undefined {
  if (JAVA_SETTINGS.test(file)) return WINS[kind];
  return ROCKET_SETTINGS.test(file) ? ROCKET_WINS[kind] : undefined;
}

/**
 * What counts of a settings file of Java's frameworks or of Rocket's: the variable's own word, at its place, where one is set
 * (docs.spring.io/spring-boot: externalized configuration; quarkus.io and docs.micronaut.io have the same order).
 */
export function settingOf(fact: Fact, facts: readonly Fact[]): readonly Fact[] {
  const wins = winning(fact.kind, fileOf(fact));
  if (wins === undefined) return [fact];
  const set = factsOf(facts, "variable").find(({ name }) => wins.test(name));
  if (set === undefined) return [fact];
  const { place, value } = set;
  if (fact.kind === "bind") return [{ kind: "bind", place, host: value, ...sameSubject(fact) }];
  if (fact.kind !== "port" || (value.known && !/^\d+$/.test(value.value))) return [];
  return [{ kind: "port", role: "code", place, port: value, ...sameSubject(fact) }];
}

/** Facts without what the service opens beside its own port. */
export function withoutSeconds(
  facts: readonly Fact[],
  entries: readonly Entry[],
  repository: Repository,
): readonly Fact[] {
  const followed = withoutSecondPorts(withoutMetricsPorts(facts, repository), entries, repository);
  return withoutSocketsBeside(withoutSecondListeners(followed, entries, repository));
}

/**
 * Where one file that runs takes PORT, what another one opens beside it is for metrics, and nothing routes there. Where
 * nothing that is read listens on PORT, it may be a setting that nothing uses: then what is opened is the service's.
 */
function withoutSecondPorts(
  facts: readonly Fact[],
  entries: readonly Entry[],
  repository: Repository,
): readonly Fact[] {
  const takes = factsOf(facts, "wanted-variable").filter(({ name }) => name === "PORT");
  const files = new Set(takes.map(fileOf));
  if (files.size === 0 || !entries.some(({ end }) => end.is === "file")) return facts;
  // A file that is given PORT by another one opens no port of its own: what it binds is the service's.
  const opens = new Set(
    factsOf(facts, "port").flatMap((fact) => (fact.role === "code" ? [fileOf(fact)] : [])),
  );
  const isSecond = (fact: Fact): fact is PortOrBind =>
    isPortOrBind(fact) &&
    FOLLOWED.test(fileOf(fact)) &&
    !files.has(fileOf(fact)) &&
    (fact.kind !== "bind" || opens.has(fileOf(fact)));
  const use = facts.some(isSecond) ? useOfPort(takes, entries, repository) : "opened";
  if (use === "none") return facts;
  if (use === "opened") return facts.filter((fact) => !isSecond(fact));
  return facts.map((fact) => (isSecond(fact) ? undecided(fact, MAY_OPEN) : fact));
}

const MAY_OPEN = "other code of the service reads PORT, and may listen there";
