import { type DriverFact, type Fact, type Place, unknown } from "../../domain";
import { otherEnvironmentFacts } from "./other-environments";
import { property, textMap } from "./read-property";
import type { ReadResource } from "./resource";

/** A worker, a cron job and a site declare none. */
function declaredPort({ urn, props }: ReadResource): readonly Fact[] {
  const port = property(() => props.port as number | string | undefined);
  if (port.known && port.value === undefined) return [];
  const place = { source: "resource", urn, property: "port" } as const;
  return [{ kind: "port", role: "declared", place, port: property(() => props.port as number | string) }];
}

/** `drivers: { VARIABLE: { driver, driverSettings } }`, of a service with several databases. */
function driversOfVariables({ urn, props }: ReadResource): readonly Fact[] {
  const names = property(() => Object.keys(props.drivers ?? {}));
  if (!names.known) return [];
  return names.value.map((variable) => ({
    ...driverFact(
      { source: "resource", urn, property: `drivers.${variable}` },
      () => props.drivers[variable],
    ),
    variable,
  }));
}

/** A declared driver with its settings. */
function driverFact(place: Place, declared: () => ReadResource["props"]): DriverFact {
  const driver = property(() => declared().driver as string);
  return {
    kind: "driver",
    place,
    driver: driver.known && driver.value === undefined ? unknown("no driver is declared") : driver,
    driverSettings: textMap(() => declared().driverSettings),
  };
}

/** What the component `Service` declares of its service: the port, and the standard of its organisation. */
export function serviceFacts(resource: ReadResource): readonly Fact[] {
  const { urn, props } = resource;
  const at = (name: string): Place => ({ source: "resource", urn, property: name });
  const standardPort = property(() => props.standardPort as unknown);
  const facts: Fact[] = [
    ...otherEnvironmentFacts(resource),
    driverFact(at("driver"), () => props),
    ...driversOfVariables(resource),
    ...declaredPort(resource),
  ];
  if (standardPort.known && typeof standardPort.value === "number") {
    facts.push({ kind: "standard-port", place: at("standardPort"), port: standardPort.value });
  }
  return facts;
}
