import { fileOf } from "../services/service-folders";
import { isPortOrBind } from "./port-or-bind";
import type { StartedFacts } from "./with-entry";

/** What code binds that another service starts is nothing to one that starts none. */
export function withoutOthersCode(environments: readonly StartedFacts[]): readonly StartedFacts[] {
  const started = new Set(
    environments.flatMap(({ entries }) => entries.flatMap(({ reach }) => [...(reach?.files ?? [])])),
  );
  return environments.map((one) =>
    one.entries.length > 0
      ? one
      : {
          ...one,
          facts: one.facts.filter((fact) => !isPortOrBind(fact) || !started.has(fileOf(fact))),
        },
  );
}
