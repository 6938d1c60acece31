import { type Fact, factsOf } from "../../domain";
import type { VariableLookup } from "../../domain/start-command/listener";

/** What a variable of the service has, where that is known. */
export const setValue =
  (facts: readonly Fact[]): VariableLookup =>
  (name) => {
    const value = factsOf(facts, "variable").find((one) => one.name === name)?.value;
    return value?.known === true ? value.value : undefined;
  };
