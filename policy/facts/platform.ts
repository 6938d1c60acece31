import type { Fact, PlatformFact } from "../../domain";
import type { ReadResource } from ".";
import { property } from "./knowable-property";

type Told = Omit<PlatformFact, "kind" | "place" | "platform">;

/** How each field of the fact is read from a web service's inputs; undefined where the service does not set it. */
const FIELDS: {
  readonly [K in keyof Told]: (props: ReadResource["props"]) => Told[K] | undefined;
} = {
  plan: ({ plan }) => textOf(plan),
  region: ({ region }) => textOf(region),
  runtime: ({ runtimeSource }) =>
    runtimeSource?.docker !== undefined
      ? "docker"
      : runtimeSource?.image !== undefined
        ? "image"
        : textOf(runtimeSource?.nativeRuntime?.runtime),
  instances: ({ numInstances }) => numberOf(numInstances),
  disk: ({ disk }) => disk !== undefined && disk !== null,
  autoscaling: ({ autoscaling }) => autoscaling?.enabled === true,
  maintenanceMode: ({ maintenanceMode }) => maintenanceMode?.enabled === true,
  shutdownDelaySeconds: ({ maxShutdownDelaySeconds }) => numberOf(maxShutdownDelaySeconds),
};

/** Plan, runtime and size of a web service on Render, as far as a preview knows them. */
export function platformFact({ urn, props }: ReadResource): Fact {
  const told: Record<string, unknown> = {};
  let pending: string | undefined;
  for (const [name, read] of Object.entries(FIELDS)) {
    const value = property(() => read(props));
    if (!value.known) pending = value.why;
    else if (value.value !== undefined) told[name] = value.value;
  }
  const place = { source: "resource", urn, property: "plan" } as const;
  return {
    kind: "platform",
    platform: "render",
    place,
    ...(told as Told),
    ...(pending !== undefined && { pending }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
