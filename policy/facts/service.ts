import { type Fact, type Place, unknown } from "../../domain";
import { otherEnvironmentFacts } from "./other-environments";
import { property, textMap } from "./read-property";
import type { ReadResource } from "./resource";

/** What the component `Service` declares of its web service: the port, and the standard of its organisation. */
export function serviceFacts(resource: ReadResource): readonly Fact[] {
  const { urn, props } = resource;
  const at = (name: string): Place => ({ source: "resource", urn, property: name });
  const driver = property(() => props.driver as string);
  const standardPort = property(() => props.standardPort as unknown);
  const facts: Fact[] = [
    ...otherEnvironmentFacts(resource),
    {
      kind: "driver",
      place: at("driver"),
      driver: driver.known && driver.value === undefined ? unknown("no driver is declared") : driver,
      driverSettings: textMap(() => props.driverSettings),
    },
    {
      kind: "port",
      role: "declared",
      place: at("port"),
      port: property(() => props.port as number | string),
    },
  ];
  if (standardPort.known && typeof standardPort.value === "number") {
    facts.push({ kind: "standard-port", place: at("standardPort"), port: standardPort.value });
  }
  return facts;
}
