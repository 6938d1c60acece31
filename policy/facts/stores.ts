import type { Fact, ManifestPart, ManifestPartFact } from "../../domain";
import { inputFacts } from "./inputs";
import { allowedAddresses, numberOf, textOf } from "./platform";
import { property } from "./read-property";
import type { ReadResource } from "./resource";

/** A field by its name in the tables of Render's parts, the input that sets it, and how the input is read. */
type Row = readonly [field: string, input: string, read: (value: unknown) => string | undefined];

const COMMON: readonly Row[] = [
  ["plan", "plan", textOf],
  ["region", "region", textOf],
];

const DATABASE: readonly Row[] = [
  ...COMMON,
  ["diskSizeGB", "diskSizeGb", (value) => numberOf(value)?.toString()],
  ["highAvailability", "highAvailabilityEnabled", (value) => (value === true ? "true" : undefined)],
  [
    "readReplicas",
    "readReplicas",
    (value) => (Array.isArray(value) && value.length > 0 ? `${value.length}` : undefined),
  ],
];

/** The eviction policy has the word of Render's API, which is not a Blueprint's. */
const KEY_VALUE: readonly Row[] = [...COMMON, ["maxMemoryPolicy", "maxMemoryPolicy", textOf]];

/** What is known of a store's inputs, each at its own place; one that is known only later states nothing. */
function storeFact(
  { urn, props }: ReadResource,
  part: ManifestPart,
  rows: readonly Row[],
): readonly ManifestPartFact[] {
  const fields = rows.flatMap(([field, input, read]) => {
    const text = property(() => read(props[input]));
    const place = { source: "resource", urn, property: input } as const;
    return text.known && text.value !== undefined ? [[field, { text: text.value, place }] as const] : [];
  });
  const [first] = fields;
  return first === undefined
    ? []
    : [{ kind: "manifest-part", place: first[1].place, platform: "render", part, fields: new Map(fields) }];
}

/** Plan, region, size and allowed addresses of a database at Render, and what it is given. */
export function databaseFacts(resource: ReadResource): readonly Fact[] {
  return [
    ...inputFacts(resource),
    ...storeFact(resource, "database", DATABASE),
    ...allowedAddresses(resource),
  ];
}

/** Plan, region, eviction policy and allowed addresses of a Key Value instance. */
export function keyValueFacts(resource: ReadResource): readonly Fact[] {
  return [...storeFact(resource, "key value store", KEY_VALUE), ...allowedAddresses(resource)];
}
