import {
  type Fields,
  filledText,
  flag,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  type Problem,
  required,
  text,
} from "../../fields";
import type { Properties } from "../../plugin/property-values";
import { cidrBlocks, records } from "../variables";

export const environmentFields: Fields = {
  name: required(filledText),
  protectedStatus: required(oneOf(["protected", "unprotected"])),
  networkIsolated: flag,
  ipAllowLists: listOf(cidrBlocks),
};
const environment = objectOf(environmentFields);

export const projectFields: Fields = {
  name: required(filledText),
  environments: required(mapOf(environment)),
};

/** Each environment with its id. */
export const projectOutputs: Fields = {
  environments: mapOf(objectOf({ ...environmentFields, id: required(text()) })),
  /** Keys that an import has found, and no update has seen in a program since. */
  imported: listOf(text()),
};

export function distinctNames(inputs: Properties): Problem[] {
  const seen = new Map<unknown, string>();
  return records(inputs.environments).flatMap(([key, { name }]) => {
    const other = seen.get(name);
    seen.set(name, key);
    if (other === undefined) return [];
    return [
      {
        property: `environments.${key}.name`,
        reason: `\`environments.${other}\` has this name too: names differ.`,
      },
    ];
  });
}
