import { type DriverFact, describePlace, type Fact, factsOf, unknown } from "../../domain";

/**
 * A component's driver beside the calls of the code at hand. What is declared decides; a setting that it names and that
 * no call of that driver is given is in doubt.
 */
export function withoutCalls(read: readonly Fact[], declared: readonly Fact[]): readonly Fact[] {
  const isDeclared = factsOf(declared, "driver").some(({ driver }) => driver.known);
  return isDeclared ? read.filter(({ kind }) => kind !== "driver") : read;
}

/** What a component declares, with the settings in doubt that its code does not give. */
export function besideCalls(declared: readonly Fact[], read: readonly Fact[]): readonly Fact[] {
  const calls = factsOf(read, "driver");
  if (calls.length === 0) return declared;
  return declared.map((fact) => {
    const why = fact.kind === "driver" ? contradiction(fact, calls) : undefined;
    return fact.kind !== "driver" || why === undefined ? fact : { ...fact, driverSettings: unknown(why) };
  });
}

/** Of other settings, such as a pool's size, a call may take the value from elsewhere. */
const OF_STATEMENTS = /statement|prepare/i;

function contradiction(
  { driver, driverSettings }: DriverFact,
  calls: readonly DriverFact[],
): string | undefined {
  if (!driver.known || !driverSettings.known) return undefined;
  const own = calls.filter((call) => call.driver.known && call.driver.value === driver.value);
  // A call that is not followed may give it.
  if (own.length === 0 || own.length < calls.length) return undefined;
  const name = Object.keys(driverSettings.value)
    .filter((key) => OF_STATEMENTS.test(key))
    .find((key) =>
      own.every((call) => call.driverSettings.known && call.driverSettings.value[key] === undefined),
    );
  const [call] = own;
  return name === undefined || call === undefined
    ? undefined
    : `driverSettings has ${name}, and the call at ${describePlace(call.place)} does not give it`;
}
