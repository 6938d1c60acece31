import { allKnown, connections } from "../../../domain/connections";
import { factsOf } from "../../../domain/fact";
import type { Place } from "../../../domain/place";
import { rule, type Undecided } from "../../../domain/rule";
import { parseProjectRef, projectRefOf } from "../endpoints";

interface NamedProject {
  readonly reference: string;
  readonly place: Place;
}

const isProject = ({ reference }: NamedProject): boolean => parseProjectRef(reference) !== undefined;

export const databaseOneProject = rule({
  id: "database/one-project",
  severity: "warning",
  title: "One environment names one Supabase project",
  why: "Where the database is of one project and the API's URL of another, one of the two is another environment's.",
  fix: "Take every address from the same project's dashboard.",
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  check: (facts) => {
    const undecided: Undecided[] = [];
    const databases: NamedProject[] = [];
    for (const { host, user, parameters, place } of connections(facts)) {
      const parts = allKnown(host, user, parameters);
      if (parts.known) databases.push({ reference: projectRefOf(...parts.value) ?? "", place });
      else undecided.push({ place, why: parts.why });
    }
    const addresses = factsOf(facts, "variable").map(({ value, place }) => {
      const host = value.known ? /^https?:\/\/([^/:?#]+)/i.exec(value.value.trim())?.[1] : undefined;
      return { reference: projectRefOf(host ?? "", "", {}) ?? "", place };
    });
    const [named, apis] = [databases.filter(isProject), addresses.filter(isProject)];
    // A service of several databases may have several projects; each API's is one of theirs.
    const expected = named.length > 0 ? named : apis.slice(0, 1);
    const strays = apis.filter(({ reference }) => expected.every((one) => one.reference !== reference));
    const violations = strays.map(({ reference, place }) => ({
      place,
      what: "Supabase project",
      expected: `${[...new Set(expected.map((one) => `\`${one.reference}\``))].join(" or ")}, as elsewhere in this environment`,
      got: `\`${reference}\``,
      fix: "Take every address from the same project's dashboard, if this is not meant.",
      related: expected.slice(0, 1).map((one) => one.place),
    }));
    return { violations, undecided };
  },
});
