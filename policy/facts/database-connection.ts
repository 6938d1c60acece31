import type { Fact, Place } from "../../domain";
import { otherEnvironmentFacts } from "./other-environments";
import { property, textMap } from "./read-property";
import type { ReadResource } from "./resource";

/** The structured connection, known in a preview although its password is not, and the other environments' ones. */
export function databaseConnectionFacts(resource: ReadResource): readonly Fact[] {
  const { urn, props } = resource;
  const variables = property(() => props.variables as readonly string[] | undefined);
  const reached = variables.known && variables.value !== undefined ? { variables: [...variables.value] } : {};
  const at = (name: string): Place => ({ source: "resource", urn, property: name, ...reached });
  const text = (name: string) => property(() => String(props[name] ?? ""));
  const declared = property(() => props.host !== undefined);
  const connection: Fact = {
    kind: "connection",
    place: at("host"),
    host: text("host"),
    port: property(() => Number(props.port)),
    user: text("user"),
    database: text("database"),
    parameters: textMap(() => props.parameters),
    driver: text("driver"),
    driverSettings: textMap(() => props.driverSettings),
  };
  const platform = property(() => props.platform as unknown);
  return [
    // A connection with a typed URL declares no parts: its URL is judged.
    ...(declared.known && !declared.value ? [] : [connection]),
    ...environmentFacts(resource),
    ...(platform.known && typeof platform.value === "string"
      ? [{ kind: "platform", place: at("platform"), platform: platform.value } as const]
      : []),
    ...otherEnvironmentFacts(resource),
  ];
}

/** Plain variables of the service that reads this connection, where they may hold its driver's settings. */
function environmentFacts({ urn, props }: ReadResource): readonly Fact[] {
  const environment = textMap(() => props.environment);
  if (!environment.known) return [];
  return Object.entries(environment.value).map(([name, value]) => ({
    kind: "variable",
    place: { source: "resource", urn, property: `environment.${name}` },
    name,
    value: { known: true, value },
    secret: false,
  }));
}
