import { neighboursBy } from "../../../domain/beside";
import { domainsOf } from "../../../domain/custom-domains";
import { type CustomDomain, factsOf } from "../../../domain/fact";
import { rule } from "../../../domain/rule";
import { type Judged, verdictOf } from "../../../domain/verdict";

/** A name of DNS, with one star of a wildcard before it (render.com/docs/custom-domains). */
const DOMAIN = /^(?:\*\.)?(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+(?:\p{L}{2,63}|xn--[a-z\d-]+)\.?$/iu;

export const serviceCustomDomain = rule({
  id: "service/custom-domain",
  severity: "error",
  title: "A custom domain is a domain's name, and leads to one service",
  why: "Render takes the name of a domain alone, without scheme, port and path. A domain is of one service: it is refused for a second one, and for the same one again.",
  fix: "Write the name alone, and leave it to the service that answers its visitors.",
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
      ...own.filter(isNoName).map(({ name, place }) => ({
        place,
        what: "name of the custom domain",
        expected: "a domain's name of your own, without scheme, port and path",
        got: `\`${name}\``,
        fix: "Write the name alone, such as `api.acme.io`.",
      })),
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

const isNoName = ({ name }: CustomDomain): boolean => !DOMAIN.test(name) || name.endsWith(".onrender.com");
