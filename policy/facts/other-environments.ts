import { type Fact, type Place, unknown } from "../../domain";
import { property } from "./read-property";
import type { ReadResource } from "./resource";

/**
 * The endpoints of other environments, `otherEnvironments: { NAME: { host, port, user, database } }`; where one has
 * several databases, `NAME: { DATABASE: { host, … } }`.
 */
export function otherEnvironmentFacts({ urn, props }: ReadResource): readonly Fact[] {
  const names = property(() => Object.keys(props.otherEnvironments ?? {}));
  const at = (name: string): Place => ({ source: "resource", urn, property: name });
  if (!names.known) return [otherEnvironment(at("otherEnvironments"), "another environment", () => names)];
  return names.value.flatMap((name) => {
    const found = property(() => databasesOf(props.otherEnvironments[name] as Endpoint));
    const place = at(`otherEnvironments.${name}`);
    const one = otherEnvironment(place, name, (read) => property(() => read(props.otherEnvironments[name])));
    if (!found.known || found.value.length === 0) return [one];
    return found.value.map((database) =>
      otherEnvironment(place, `${name}/${database}`, (read) =>
        property(() => read(props.otherEnvironments[name][database])),
      ),
    );
  });
}

/** The names of an environment's databases; none where it has one, whose endpoint this is. */
function databasesOf(endpoint: Endpoint): readonly string[] {
  if (endpoint?.host !== undefined) return [];
  return Object.entries(endpoint ?? {}).flatMap(([name, each]) =>
    typeof each === "object" && each !== null && "host" in each ? [name] : [],
  );
}

type Endpoint = Readonly<Record<string, unknown>> | undefined;
type Ask = <T>(read: (endpoint: Endpoint) => T) => ReturnType<typeof property<T>>;

function otherEnvironment(place: Place, name: string, ask: Ask | (() => ReturnType<typeof unknown>)): Fact {
  const told = ask as Ask;
  const text = (key: string) => told((endpoint) => String(endpoint?.[key] ?? ""));
  const declared = told((endpoint) => endpoint?.host !== undefined);
  // A stack with a typed URL states no endpoint: it cannot be compared, which is reported.
  const host =
    declared.known && !declared.value ? unknown<string>(`${name} tells no database endpoint`) : text("host");
  return {
    kind: "other-environment",
    place,
    name,
    host,
    port: told((endpoint) => Number(endpoint?.port ?? 5432)),
    database: text("database"),
    user: text("user"),
  };
}
