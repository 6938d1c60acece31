import type { Fact, ManifestPart, Place, PlatformFact, PlatformField, ServiceType } from "../../domain";
import { listed, property } from "./read-property";
import type { ReadResource } from "./resource";

type Props = ReadResource["props"];

/** One field of the fact: the input that sets it, and its value; undefined where the service does not set it. */
interface Row<K extends PlatformField> {
  readonly property: string;
  readonly read: (props: Props) => PlatformFact[K] | undefined;
}

const FIELDS: { readonly [K in PlatformField]: Row<K> } = {
  plan: { property: "plan", read: ({ plan }) => textOf(plan) },
  region: { property: "region", read: ({ region }) => textOf(region) },
  runtime: { property: "runtimeSource", read: ({ runtimeSource }) => runtimeOf(runtimeSource) },
  instances: { property: "numInstances", read: ({ numInstances }) => numberOf(numInstances) },
  disk: { property: "disk", read: ({ disk }) => (disk ?? undefined) !== undefined },
  autoscaling: { property: "autoscaling", read: ({ autoscaling }) => autoscaling?.enabled === true },
  maintenanceMode: {
    property: "maintenanceMode",
    read: ({ maintenanceMode }) => maintenanceMode?.enabled === true,
  },
  shutdownDelaySeconds: {
    property: "maxShutdownDelaySeconds",
    read: ({ maxShutdownDelaySeconds }) => numberOf(maxShutdownDelaySeconds),
  },
  preDeploy: {
    property: "preDeployCommand",
    read: ({ preDeployCommand }) => (textOf(preDeployCommand)?.trim() ?? "") !== "",
  },
  publishPath: { property: "publishPath", read: ({ publishPath }) => textOf(publishPath) },
  schedule: { property: "schedule", read: ({ schedule }) => textOf(schedule) },
};

/** One part of a service by the texts of its fields; none where it has no text, or while one is not known. */
function partFacts(
  place: Place,
  part: ManifestPart,
  read: () => Readonly<Record<string, string | undefined>>,
): readonly Fact[] {
  const texts = property(read);
  if (!texts.known) return [];
  const fields = Object.entries(texts.value).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, { text, place }] as const],
  );
  return fields.length === 0
    ? []
    : [{ kind: "manifest-part", place, platform: "render", part, fields: new Map(fields) }];
}

/**
 * Disk, autoscaling, custom domains and allowed addresses of a service, by the names that a Blueprint's fields have.
 * What is turned off asks for nothing.
 */
export function partsOfService({ urn, props }: ReadResource): readonly Fact[] {
  const at = (name: string): Place => ({ source: "resource", urn, property: name });
  const disk = partFacts(at("disk"), "disk", () => {
    const { mountPath, sizeGb } = props.disk ?? {};
    return { mountPath: textOf(mountPath), sizeGB: numberOf(sizeGb)?.toString() };
  });
  const scaling = partFacts(at("autoscaling"), "scaling", () => {
    const { enabled, min, max, criteria } = props.autoscaling ?? {};
    if (enabled !== true) return {};
    const target = (measure: Props) =>
      measure?.enabled === true ? numberOf(measure.percentage)?.toString() : undefined;
    const measures = [criteria?.cpu, criteria?.memory].filter((measure) => measure !== undefined);
    const isOff = measures.length > 0 && measures.every((measure) => measure?.enabled === false);
    return {
      ...(isOff && { criteria: "none" }),
      minInstances: numberOf(min)?.toString(),
      maxInstances: numberOf(max)?.toString(),
      targetCPUPercent: target(criteria?.cpu),
      targetMemoryPercent: target(criteria?.memory),
    };
  });
  return [
    ...disk,
    ...scaling,
    ...partFacts(at("maintenanceMode"), "maintenance page", () => {
      const { enabled, uri } = props.maintenanceMode ?? {};
      return { uri: enabled === true ? textOf(uri) : undefined };
    }),
    ...partFacts(at("rootDirectory"), "source", () => ({
      rootDirectory: textOf(props.rootDirectory),
      dockerfilePath: textOf(props.runtimeSource?.docker?.dockerfilePath),
    })),
    ...partFacts(at("previews"), "previews", () => ({ generation: textOf(props.previews?.generation) })),
    ...listed(props, "routes").flatMap((one, index) => routeFact(at(`routes[${index}]`), one)),
    ...listed(props, "headers").flatMap((one, index) =>
      partFacts(at(`headers[${index}]`), "header", () => ({ path: textOf(one?.path) })),
    ),
    ...listed(props, "customDomains").flatMap((one, index) =>
      partFacts(at(`customDomains[${index}]`), "custom domain", () => ({ name: textOf(one?.name) })),
    ),
    ...allowedAddresses({ urn, props }),
  ];
}

/** Who may ask a service or connect to a store, by its own input's name. */
export function allowedAddresses({ urn, props }: Pick<ReadResource, "urn" | "props">): readonly Fact[] {
  return listed(props, "ipAllowLists").flatMap((one, index) =>
    partFacts(
      { source: "resource", urn, property: `ipAllowLists[${index}]` },
      "entry of ipAllowList",
      () => ({ source: textOf(one?.cidrBlock) }),
    ),
  );
}

/** A static site's route; one whose destination is not known yet has no text of it. */
function routeFact(place: Place, route: Props): readonly Fact[] {
  const destination = property(() => textOf(route?.destination));
  if (destination.known && destination.value === undefined) return [];
  const field = { place, ...(destination.known && { text: destination.value ?? "" }) };
  const read = (name: "source" | "type") => {
    const value = property(() => textOf(route?.[name]));
    return value.known && value.value !== undefined ? [[name, { place, text: value.value }] as const] : [];
  };
  return [
    {
      kind: "manifest-part",
      place,
      platform: "render",
      part: "route",
      fields: new Map([["destination", field], ...read("source"), ...read("type")]),
    },
  ];
}

/** Kind, plan, runtime and size of a service on Render, as far as a preview knows them. */
export function platformFact({ urn, props }: ReadResource, type: ServiceType): Fact {
  const at = (name: string): Place => ({ source: "resource", urn, property: name });
  const told: Record<string, unknown> = {};
  const fields: Record<string, Place> = {};
  let pending: string | undefined;
  for (const [field, row] of Object.entries(FIELDS)) {
    // A site has none of the others, and no disk either.
    if (field !== "disk" && (type === "static") !== (field === "publishPath")) continue;
    const value = property(() => row.read(props));
    if (!value.known) pending = value.why;
    else if (value.value !== undefined) told[field] = value.value;
    fields[field] = at(row.property);
  }
  const listens = type === "web" || type === "private";
  const name = property(() => textOf(props.name));
  return {
    kind: "platform",
    platform: "render",
    type,
    ...(!listens && { listens: false }),
    ...(name.known && name.value !== undefined && { name: name.value }),
    ...(listens && name.known && name.value !== undefined && { hostName: name.value }),
    ...(type === "static" && { runtime: "static" }),
    place: at(type === "static" ? "name" : "plan"),
    ...(told as Pick<PlatformFact, PlatformField>),
    fields,
    ...(pending !== undefined && { pending }),
  };
}

function runtimeOf(source: Props): string | undefined {
  if (source?.docker !== undefined) return "docker";
  return source?.image !== undefined ? "image" : textOf(source?.nativeRuntime?.runtime);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
