import { type Fact, factsOf } from "../../domain";
import { fileOf } from "../services/service-folders";
import type { Entry } from "./entry";

/** Files of code whose imports are followed. */
export const FOLLOWED = /\.(?:py|[cm]?[jt]sx?)$/;

/** A variable of the service wins over its settings file (docs.spring.io/spring-boot: externalized configuration). */
export function isReplacedUrl(fact: Fact, facts: readonly Fact[]): boolean {
  if (fact.kind !== "url" || !/(?:^|\/)application[\w-]*\.(?:properties|ya?ml)$/.test(fileOf(fact)))
    return false;
  return factsOf(facts, "variable").some(({ name }) =>
    /^(?:SPRING_(?:DATASOURCE|R2DBC)|QUARKUS_DATASOURCE_(?:JDBC|REACTIVE))_URL$/.test(name),
  );
}

/** Where one file that runs takes PORT, what another one opens beside it is for metrics, and nothing routes there. */
export function withoutSecondPorts(facts: readonly Fact[], entries: readonly Entry[]): readonly Fact[] {
  const takes = factsOf(facts, "wanted-variable").filter(({ name }) => name === "PORT");
  const files = new Set(takes.map(fileOf));
  if (files.size === 0 || !entries.some(({ end }) => end.is === "file")) return facts;
  // A file that is given PORT by another one opens no port of its own: what it binds is the service's.
  const opens = new Set(
    factsOf(facts, "port").flatMap((fact) => (fact.role === "code" ? [fileOf(fact)] : [])),
  );
  return facts.filter(
    (fact) =>
      !isPortOrBind(fact) ||
      !FOLLOWED.test(fileOf(fact)) ||
      files.has(fileOf(fact)) ||
      (fact.kind === "bind" && !opens.has(fileOf(fact))),
  );
}

/** What says where a service listens. */
export function isPortOrBind(fact: Fact): boolean {
  return fact.kind === "bind" || (fact.kind === "port" && fact.role === "code");
}
