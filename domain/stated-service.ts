import { type Fact, factsOf } from "./fact";
import type { ServiceType } from "./service-type";

/** The service's kind, where a fact says it. */
export function serviceTypeOf(facts: readonly Fact[], service: string | undefined): ServiceType | undefined {
  const platforms = factsOf(facts, "platform").filter((fact) => fact.service === service);
  return platforms.find(({ type }) => type !== undefined)?.type;
}

/** False of a service that nothing asks over a port: a worker, a cron job, a site without a process. */
export function mayListen(facts: readonly Fact[], service: string | undefined): boolean {
  return !factsOf(facts, "platform").some((fact) => fact.service === service && fact.listens === false);
}
