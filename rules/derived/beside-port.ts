import { type Fact, factsOf } from "../../domain/fact";

/**
 * Whether a check may be answered at a port beside the service's: an image exposes several, such as Spring's management
 * port, or what the code listens on cannot be followed.
 */
export function mayAnswerBeside(facts: readonly Fact[], service: string | undefined): boolean {
  return factsOf(facts, "port").some(
    ({ role, port, ...fact }) =>
      (role === "exposed" || role === "code") && !port.known && fact.service === service,
  );
}
