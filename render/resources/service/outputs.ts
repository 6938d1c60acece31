import { type Properties, withoutAbsent } from "../../plugin/property-values";
import { variableOutputs } from "../variables";
import type { ServiceAnswer } from "./answer";
import type { ServiceRow } from "./row";

/** The inputs, with what Render adds to them. */
export function outputsOf(
  { fields, hasUrl }: ServiceRow,
  { service, customDomains, variables }: ServiceAnswer,
  inputs: Properties,
  deployId: unknown,
): Properties {
  return withoutAbsent({
    ...inputs,
    envVars: variableOutputs(variables),
    slug: service.slug,
    url: hasUrl ? service.serviceDetails.url : undefined,
    activeCustomDomains: Object.hasOwn(fields, "customDomains")
      ? customDomains.map(({ name, redirectForName }) =>
          // Render says "" of a name that is not redirected.
          withoutAbsent({ name, redirectForName: redirectForName || undefined }),
        )
      : undefined,
    deployId,
  });
}
