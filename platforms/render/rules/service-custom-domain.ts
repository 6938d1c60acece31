import { neighboursBy } from "../../../domain/beside";
import { domainsOf } from "../../../domain/custom-domains";
import { factsOf } from "../../../domain/fact";
import { rule } from "../../../domain/rule";
import { type Judged, verdictOf } from "../../../domain/verdict";

export const serviceCustomDomain = rule({
  id: "service/custom-domain",
  severity: "error",
  title: "A domain leads to one service",
  why: "A domain is of one service: Render refuses it for a second one, and for the same one again.",
  fix: "Leave it to the service that answers its visitors.",
  reference: "https://render.com/docs/custom-domains",
  platforms: ["render"],
  comparesServices: true,
  check: (facts) => {
    const others = neighboursBy(facts, "with domains").flatMap(({ name, domains = [] }) =>
      domains.map((domain) => ({ ...domain, of: name })),
    );
    const own = domainsOf(facts);
    const pending = factsOf(facts, "platform").flatMap(({ place, pending: why }) =>
      why === undefined ? [] : [{ place, why }],
    );
    return verdictOf([
      ...pending,
      ...own.flatMap((one, at): readonly Judged[] => {
        const before = own.slice(0, at).find(({ name }) => name === one.name);
        const other = before === undefined ? others.find(({ name }) => name === one.name) : undefined;
        const found = before ?? other;
        if (found === undefined) return [];
        return [
          {
            place: one.place,
            what: `the domain ${one.name}`,
            expected: "one service that has it, once",
            got: other === undefined ? "the same service, twice" : `${other.of}, which has it too`,
            fix: other === undefined ? "Remove one of the two." : "Leave it to one of the two services.",
            related: [found.place],
          },
        ];
      }),
    ]);
  },
});
