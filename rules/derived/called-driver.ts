import { type Driver, driverNamed } from "../../domain/driver";
import { type DriverFact, type Fact, factsOf, type VariableFact } from "../../domain/fact";

/** The driver that a variable is declared for, else the service's own. */
export function calledDriver(facts: readonly Fact[], variable: VariableFact): Driver | undefined {
  const fact = calledDriverFact(facts, variable);
  return fact?.driver.known === true ? driverNamed(fact.driver.value) : undefined;
}

/** The same, as it is stated. */
export function calledDriverFact(
  facts: readonly Fact[],
  { name, service }: VariableFact,
): DriverFact | undefined {
  const known = factsOf(facts, "driver").filter((fact) => fact.service === service && fact.driver.known);
  return (
    known.find(({ variable }) => variable === name) ?? known.find(({ variable }) => variable === undefined)
  );
}
