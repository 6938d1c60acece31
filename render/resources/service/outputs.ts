import { isRecord } from "../../../render-api";
import { listOf, objectOf, required, text } from "../../fields";
import { type Properties, UNKNOWN, withoutAbsent } from "../../plugin/property-values";
import { variableOutputs, variablesOutput } from "../variables";
import type { ApiCustomDomain, ServiceAnswer } from "./answer";
import { diskFields } from "./fields";
import type { ServiceRow } from "./row";

const DOMAIN = objectOf({
  ...{ id: required(text()), name: required(text()), domainType: text(), publicSuffix: text() },
  redirectForName: text(),
});

/** What Render adds to the inputs of a kind of service, or says of them in another shape. */
export const outputFields = ({ fields, hasUrl }: ServiceRow) => ({
  envVars: variablesOutput,
  slug: text(),
  ...(hasUrl && { url: text() }),
  ...(Object.hasOwn(fields, "customDomains") && {
    customDomains: listOf(DOMAIN),
    activeCustomDomains: listOf(DOMAIN),
  }),
  ...(Object.hasOwn(fields, "disk") && { disk: objectOf({ ...diskFields, id: required(text()) }) }),
  deployId: text(),
});

/** The inputs, with what Render adds to them. */
export function outputsOf(
  { fields, hasUrl }: ServiceRow,
  { service, customDomains, variables }: ServiceAnswer,
  inputs: Properties,
  deployId: unknown,
): Properties {
  const domains = new Map(customDomains.map((each) => [each.name, domainOutput(each)]));
  return withoutAbsent({
    ...inputs,
    envVars: variableOutputs(variables, inputs.envVars),
    slug: service.slug,
    url: hasUrl ? service.serviceDetails.url : undefined,
    customDomains: namesOf(inputs.customDomains)?.map((name) => domains.get(name) ?? { name }),
    activeCustomDomains: Object.hasOwn(fields, "customDomains") ? [...domains.values()] : undefined,
    disk: diskOutput(inputs.disk, service.serviceDetails.disk),
    deployId,
  });
}

/** What a preview can know of the disk and of the domains: what exists keeps its id. */
export function plannedParts(
  inputs: Properties,
  { state }: { readonly state: Properties },
): Record<string, unknown> {
  const had = new Map(
    (Array.isArray(state.customDomains) ? state.customDomains : []).map((each) => [each?.name, each]),
  );
  return withoutAbsent({
    disk: diskOutput(inputs.disk, isRecord(state.disk) ? state.disk : { id: UNKNOWN }),
    customDomains: namesOf(inputs.customDomains)?.map(
      (name) => had.get(name) ?? { name, id: UNKNOWN, domainType: UNKNOWN, publicSuffix: UNKNOWN },
    ),
  });
}

function domainOutput({ id, name, domainType, publicSuffix, redirectForName }: ApiCustomDomain): Properties {
  return withoutAbsent({ id, name, domainType, publicSuffix, redirectForName: redirectForName || undefined });
}

function namesOf(domains: unknown): readonly string[] | undefined {
  return Array.isArray(domains) ? domains.map((domain) => domain?.name) : undefined;
}

function diskOutput(wanted: unknown, found: unknown): unknown {
  if (!isRecord(wanted)) return wanted;
  return isRecord(found) ? withoutAbsent({ ...wanted, id: found.id ?? UNKNOWN }) : wanted;
}
