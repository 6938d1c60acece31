import { isDeepStrictEqual } from "node:util";
import { resourceName } from "../../domain/place";
import { shownValue } from "../stacks/shown-value";
import { isMapping } from "../stacks/written-services";
import { type ReadResource, readResources } from "./engine-events";

/** One property that is not as the state has it. */
export interface DriftedProperty {
  /** As the engine writes it, such as `envVars.PORT.value`. */
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
  /** What the state has, and what is really there; left out of secrets and of what is not there. */
  readonly was?: string;
  readonly is?: string;
}

/** One resource that is not as the state has it. */
export interface DriftedResource {
  readonly name: string;
  readonly type: string;
  /** `gone` where nothing is there any more. */
  readonly drift: "changed" | "gone";
  readonly properties: readonly DriftedProperty[];
}

/** What the events of `pulumi refresh --preview-only --json` found to differ. Pulumi has masked its secrets. */
export function driftedResources(refresh: string): readonly DriftedResource[] {
  return readResources(refresh).flatMap((resource): DriftedResource[] => {
    const { op, urn, old } = resource;
    if (op !== "update" && op !== "delete") return [];
    const name = resourceName(urn);
    const type = old?.type ?? "";
    if (op === "delete") return [{ name, type, drift: "gone", properties: [] }];
    return [{ name, type, drift: "changed", properties: propertiesOf(resource) }];
  });
}

const KINDS: Readonly<Record<string, DriftedProperty["kind"]>> = { add: "added", delete: "removed" };

function propertiesOf(resource: ReadResource): readonly DriftedProperty[] {
  return Object.entries(resource.detailedDiff ?? outputsOf(resource)).map(
    ([path, { diffKind, inputDiff }]) => {
      const of = (state: ReadResource["old"]) => shown(at(inputDiff ? state?.inputs : state?.outputs, path));
      const [was, is] = [of(resource.old), of(resource.new)];
      return {
        path,
        // `add-replace` and its like are the same to who reads it.
        kind: KINDS[diffKind.replace(/-replace$/, "")] ?? "changed",
        ...(was !== undefined && { was }),
        ...(is !== undefined && { is }),
      };
    },
  );
}

/** The outputs that differ, of a resource whose provider says no paths, such as a role in a database. */
function outputsOf({ old, new: found }: ReadResource): NonNullable<ReadResource["detailedDiff"]> {
  const [before, now] = [old?.outputs, found?.outputs].map((outputs) => (isMapping(outputs) ? outputs : {}));
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(now ?? {})])];
  return Object.fromEntries(
    names
      .filter((name) => !isDeepStrictEqual(before?.[name], now?.[name]))
      .map((name) => [name, { diffKind: "update" }]),
  );
}

/** The value at a property path: `a.b`, `a[0]` or `a["b.c"]`. */
function at(state: unknown, path: string): unknown {
  const keys = [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, plain]) => quoted?.replaceAll(/\\(.)/g, "$1") ?? index ?? plain ?? "",
  );
  return keys.reduce<unknown>(
    (value, key) =>
      Array.isArray(value)
        ? value[Number(key)]
        : isMapping(value) && Object.hasOwn(value, key)
          ? value[key]
          : undefined,
    state,
  );
}

/** Nothing of a value with a secret in it. */
function shown(value: unknown): string | undefined {
  return value === undefined || JSON.stringify(value).includes("[secret]") ? undefined : shownValue(value);
}
