import type { OnlyWhere } from "../../../../domain";

/** What the place of code says of when it runs: always, where a variable says so, or it is not known when. */
export type When = "always" | "never" | OnlyWhere | { readonly why: string };

export const UNDER_A_CONDITION: When = { why: "it is bound only under a condition" };

export function otherwise(when: When): When {
  if (when === "always") return "never";
  if (when === "never") return "always";
  return "why" in when ? when : { ...when, holds: `!(${when.holds})` };
}

/** Of several that all have to hold. */
export function together(all: readonly When[]): When {
  if (all.includes("never")) return "never";
  return all.reduce(both, "always");
}

function both(one: When, other: When): When {
  if (other === "always") return one;
  if (one === "always") return other;
  if (typeof one !== "object" || typeof other !== "object" || "why" in one || "why" in other)
    return UNDER_A_CONDITION;
  if (one.variables.join() !== other.variables.join()) return UNDER_A_CONDITION;
  return { ...one, holds: `(${one.holds}) & (${other.holds})` };
}
