import { type Fact, factsOf } from "../../domain/fact";

/** An image that exposes several ports may answer the check at one that nothing routes to, such as Spring's management port. */
export function exposesSeveral(facts: readonly Fact[], service: string | undefined): boolean {
  return factsOf(facts, "port").some(
    ({ role, port, ...fact }) => role === "exposed" && !port.known && fact.service === service,
  );
}
