import { resourceName } from "../../domain/place";
import { shownValue } from "../stacks/shown-value";
import { isMapping } from "../stacks/written-services";

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

interface Step {
  readonly op: string;
  readonly urn: string;
  readonly oldState?: { readonly type?: string; readonly inputs?: unknown; readonly outputs?: unknown };
  readonly newState?: { readonly inputs?: unknown; readonly outputs?: unknown };
  readonly detailedDiff?: Readonly<
    Record<string, { readonly kind: string; readonly inputDiff?: boolean }>
  > | null;
}

/** What `pulumi refresh --preview-only --json` found to differ. Pulumi has masked its secrets. */
export function driftedResources(refresh: string): readonly DriftedResource[] {
  const { steps = [] } = JSON.parse(refresh) as { readonly steps?: readonly Step[] };
  return steps.flatMap((step): DriftedResource[] => {
    const { op, urn, oldState } = step;
    if (op !== "update" && op !== "delete") return [];
    const name = resourceName(urn);
    const type = oldState?.type ?? "";
    if (op === "delete") return [{ name, type, drift: "gone", properties: [] }];
    return [{ name, type, drift: "changed", properties: propertiesOf(step) }];
  });
}

const KINDS: Readonly<Record<string, DriftedProperty["kind"]>> = { add: "added", delete: "removed" };

function propertiesOf({ detailedDiff, oldState, newState }: Step): readonly DriftedProperty[] {
  return Object.entries(detailedDiff ?? {}).map(([path, { kind, inputDiff }]) => {
    const of = (state: Step["oldState"]) => shown(at(inputDiff ? state?.inputs : state?.outputs, path));
    const [was, is] = [of(oldState), of(newState)];
    return {
      path,
      // `add-replace` and its like are the same to who reads it.
      kind: KINDS[kind.replace(/-replace$/, "")] ?? "changed",
      ...(was !== undefined && { was }),
      ...(is !== undefined && { is }),
    };
  });
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
