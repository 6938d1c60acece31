import type { ResourceValidationArgs } from "@pulumi/policy";
import { type Fact, type Place, projectRefOf } from "../../domain";
import { property } from "./knowable-property";

/** The structured connection, known in a preview although its password is not, and the other environments' ones. */
export function databaseConnectionFacts({ urn, props }: ResourceValidationArgs): readonly Fact[] {
  const at = (name: string): Place => ({ source: "resource", urn, property: name });
  const text = (name: string) => property(() => String(props[name] ?? ""));
  const connection: Fact = {
    kind: "connection",
    place: at("host"),
    host: text("host"),
    port: property(() => Number(props.port)),
    user: text("user"),
    database: text("database"),
    parameters: property(() => ({ ...(props.parameters as Record<string, string>) })),
    driver: text("driver"),
    driverSettings: property(() => ({ ...(props.driverSettings as Record<string, string>) })),
  };
  const others = property(() => Object.keys(props.otherEnvironments ?? {}));
  const platform: Fact[] =
    props.platform === "render" ? [{ kind: "platform", place: at("platform"), platform: "render" }] : [];
  return [
    connection,
    ...platform,
    ...(others.known ? others.value.map((name) => otherEnvironment(name)) : []),
  ];

  function otherEnvironment(name: string): Fact {
    const endpoint = () => props.otherEnvironments[name];
    return {
      kind: "other-environment",
      place: at(`otherEnvironments.${name}`),
      name,
      host: property(() => String(endpoint().host)),
      port: property(() => Number(endpoint().port)),
      database: property(() => String(endpoint().database)),
      projectRef: property(() => projectRefOf(String(endpoint().host), String(endpoint().user), {})),
    };
  }
}
