import { type Fact, known } from "../../domain";
import { listed, property } from "./read-property";
import type { ReadResource } from "./resource";

/** An input, and the name that a variable of the same value would have. */
type Input = readonly [property: string, name: string];

const STREAM: readonly Input[] = [
  ["endpoint", "ENDPOINT"],
  ["token", "TOKEN"],
];

/** Inputs of resources that are no service, and that hold a secret or an address. */
const INPUTS: Readonly<Record<string, readonly Input[]>> = {
  "render:index/registryCredential:RegistryCredential": [
    ["username", "USERNAME"],
    ["authToken", "AUTH_TOKEN"],
  ],
  "render:index/logStream:LogStream": STREAM,
  "render:index/metricsStream:MetricsStream": [
    ["url", "URL"],
    ["token", "TOKEN"],
  ],
  "render:index/webhook:Webhook": [["url", "URL"]],
  "render:index/postgres:Postgres": [["datadogApiKey", "DATADOG_API_KEY"]],
};

/** The types of those resources. */
export const INPUT_TYPES: readonly string[] = Object.keys(INPUTS);

/** What such a resource is given. */
export function inputFacts(resource: ReadResource): readonly Fact[] {
  return (INPUTS[resource.type] ?? []).flatMap(([of, name]) =>
    inputFact(resource, of, name, () => resource.props[of]),
  );
}

/** The same of a service: its own stream of logs, and its domains. */
export function serviceInputFacts(resource: ReadResource): readonly Fact[] {
  const { props } = resource;
  return [
    ...STREAM.flatMap(([of, name]) =>
      inputFact(resource, `logStreamOverride.${of}`, name, () => props.logStreamOverride?.[of]),
    ),
    ...listed(props, "customDomains").flatMap((one, index) =>
      inputFact(resource, `customDomains[${index}]`, "HOSTNAME", () => one?.name),
    ),
  ];
}

function inputFact({ urn }: ReadResource, at: string, name: string, read: () => unknown): readonly Fact[] {
  const value = property(read);
  const place = { source: "resource", urn, property: at } as const;
  const what = at.startsWith("customDomains") ? "custom domain" : at;
  if (!value.known) return [{ kind: "input", place, name, what, value }];
  if (typeof value.value !== "string" || value.value === "") return [];
  return [{ kind: "input", place, name, what, value: known(value.value) }];
}
