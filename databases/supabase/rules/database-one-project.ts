import { allKnown, connections } from "../../../domain/connections";
import { factsOf } from "../../../domain/fact";
import type { Place } from "../../../domain/place";
import { rule, type Undecided } from "../../../domain/rule";
import { parseProjectRef, projectRefOf } from "../endpoints";

interface NamedProject {
  readonly reference: string;
  readonly place: Place;
}

export const databaseOneProject = rule({
  id: "database/one-project",
  severity: "warning",
  title: "One environment names one Supabase project",
  why: "Where the database is of one project and the API's URL of another, one of the two is another environment's.",
  fix: "Take every address from the same project's dashboard.",
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  check: (facts) => {
    const undecided: Undecided[] = [];
    const named: NamedProject[] = [];
    for (const { host, user, parameters, place } of connections(facts)) {
      const parts = allKnown(host, user, parameters);
      if (parts.known) named.push({ reference: projectRefOf(...parts.value) ?? "", place });
      else undecided.push({ place, why: parts.why });
    }
    for (const { value, place } of factsOf(facts, "variable")) {
      const host = value.known ? /^https?:\/\/([^/:?#]+)/i.exec(value.value.trim())?.[1] : undefined;
      named.push({ reference: projectRefOf(host ?? "", "", {}) ?? "", place });
    }
    const [first, ...others] = named.filter(({ reference }) => parseProjectRef(reference) !== undefined);
    const strays = others.filter(({ reference }) => reference !== first?.reference);
    const violations = strays.map(({ reference, place }) => ({
      place,
      what: "Supabase project",
      expected: `\`${first?.reference}\`, as elsewhere in this environment`,
      got: `\`${reference}\``,
      fix: "Take every address from the same project's dashboard, if this is not meant.",
      ...(first !== undefined && { related: [first.place] }),
    }));
    return { violations, undecided };
  },
});
