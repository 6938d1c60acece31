import { allKnown, connections } from "../../../domain/connections";
import { type Fact, factsOf } from "../../../domain/fact";
import { judgeEach } from "../../../domain/judge-each";
import { placeholderInAddress } from "../../../domain/placeholder";
import { rule, type Violation } from "../../../domain/rule";
import { parseProjectRef, projectRefOf, supabaseHost } from "../endpoints";

export const databaseProjectReference = rule({
  id: "database/project-reference",
  severity: "error",
  title: "The project reference is a real one",
  why: "A reference is 20 lowercase letters; anything else is a placeholder or a slip, and the pooler answers that the tenant was not found.",
  fix: "Copy the reference from the project's dashboard (Connect).",
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres",
  prevents: ["database/credentials", "database/tenant-not-found"],
  check: (facts) => {
    const judged = judgeEach(
      connections(facts),
      ({ host, user, parameters }) => allKnown(host, user, parameters),
      ([host, user, parameters], { place }) => {
        const reference = projectRefOf(host, user, parameters);
        if (reference === undefined) return undefined;
        const placeholder = placeholderInAddress(reference);
        if (placeholder === undefined && parseProjectRef(reference) !== undefined) return undefined;
        const got = `\`${reference}\`${placeholder === undefined ? "" : ", a placeholder"}`;
        return { place, ...WHAT, got };
      },
    );
    const violations = [...judged.violations, ...ofApi(facts), ...ofName(facts)];
    return { ...judged, violations };
  },
});

const WHAT = {
  what: "project reference",
  expected: "20 lowercase letters",
  fix: "Copy it from the project's dashboard (Connect).",
} as const;

/** Supabase's command line and its guides call a reference so; an address there is none. */
function ofName(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "variable").flatMap(({ name, value, place }) => {
    if (!value.known || !/^SUPABASE_PROJECT_(?:REF|ID|REFERENCE)$/.test(name)) return [];
    return /:\/\/|\.supabase\./.test(value.value) ? [{ place, ...WHAT, got: "a whole address" }] : [];
  });
}

/** Supabase's own names below its domain, which are no project's. */
const OWN = /^(?:api|app|www|status|docs|mcp|db|supabase|realtime|studio)$/;

/**
 * The address of a project's API, in a variable that is called after Supabase: `SUPABASE_URL`. A page of its website there is
 * `database/supabase-endpoint`'s.
 */
function ofApi(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "variable").flatMap(({ name, value, place }) => {
    if (!value.known || !/SUPABASE/i.test(name)) return [];
    const [, host = ""] = /^https?:\/\/([\w.-]+)(?:[:/?#]|$)/.exec(value.value.trim()) ?? [];
    const reference = supabaseHost(host) === "api" ? projectRefOf(host, "", {}) : undefined;
    if (reference === undefined || OWN.test(reference) || parseProjectRef(reference) !== undefined) return [];
    // What a template left is another rule's.
    if (placeholderInAddress(reference) !== undefined || /^x+$/i.test(reference)) return [];
    return [{ place, ...WHAT, got: `\`${reference}\`` }];
  });
}
