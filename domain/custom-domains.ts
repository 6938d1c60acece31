import { type CustomDomain, type Fact, factsOf } from "./fact";

/** The domains that a service's facts state. */
export function domainsOf(facts: readonly Fact[]): readonly CustomDomain[] {
  const parts = factsOf(facts, "manifest-part").filter(({ part }) => part === "custom domain");
  return parts.flatMap(({ fields }) => {
    const { text, place } = fields.get("name") ?? {};
    if (text === undefined || place === undefined || /[${]/.test(text)) return [];
    return [{ name: text.trim().toLowerCase().replace(/\.$/, ""), place }];
  });
}
