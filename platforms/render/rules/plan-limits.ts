import { type Fact, factsOf, type PlatformFact } from "../../../domain/fact";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { verdictOf } from "../../../domain/verdict";
import { databaseCopies } from "../database-copies";
import { PLAN_LIMITS } from "../limits";
import { largeHeaps } from "../memory";
import { misspeltNames, misspeltParts } from "../misspelt-names";
import { FORMER_PLANS } from "../names";
import { isLegacy, PART_LIMITS } from "../part-limits";
import { severalSchedulers } from "../schedulers";

export const planLimits = rule({
  id: "plan/limits",
  severity: "error",
  title: "Services, disks and databases ask for nothing that Render rules out",
  why: "Render refuses such a service: nothing is deployed until the plan or the setting changes.",
  fix: "Choose a plan that has it, or remove it.",
  reference: "https://render.com/docs/free",
  platforms: ["render"],
  check: (facts) => {
    const platforms = factsOf(facts, "platform").filter(({ platform }) => platform === "render");
    const copies = verdictOf(databaseCopies(facts));
    return {
      violations: [
        ...platforms.flatMap((platform) =>
          PLAN_LIMITS.filter(({ applies }) => applies(platform)).map(({ field, limit }) => ({
            place: platform.fields?.[field] ?? platform.place,
            ...limit(platform),
          })),
        ),
        ...platforms.flatMap(misspeltNames),
        ...ofParts(facts),
        ...misspeltParts(facts),
        ...copies.violations,
      ],
      undecided: [
        ...platforms.flatMap((platform) => [
          ...(platform.pending === undefined ? [] : [{ place: platform.place, why: platform.pending }]),
          ...largeHeaps(facts, platform),
          ...severalSchedulers(facts, platform),
          ...formerPlan(platform),
        ]),
        ...formerDatabasePlans(facts),
        ...emptyGroups(facts),
        ...copies.undecided,
      ],
    };
  },
});

/** An existing service keeps such a plan. */
function formerPlan({ plan = "", place, fields }: PlatformFact): readonly Undecided[] {
  if (place.source !== "resource" || !FORMER_PLANS.value.includes(plan.toLowerCase().replaceAll("_", " ")))
    return [];
  return [
    {
      place: fields?.plan ?? place,
      why: `Render made no new service with the plan \`${plan}\` as of ${FORMER_PLANS.read}`,
    },
  ];
}

/** So does a database that is there already, which a preview of a program does not know. */
function formerDatabasePlans(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "manifest-part").flatMap(({ part, platform, fields }) => {
    const { text, place } = fields.get("plan") ?? {};
    return part === "database" && platform === "render" && place?.source === "resource" && isLegacy(text)
      ? [{ place, why: `no new database can have the plan \`${text}\`, and one that is there keeps it` }]
      : [];
  });
}

/** The API's description asks for a group's variables, and does not say how many (create-env-group; read 2026-12-01). */
function emptyGroups(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "manifest-part").flatMap(({ part, place, fields }) =>
    part === "env group" && fields.get("envVars")?.text === "none"
      ? [{ place, why: "Render may refuse to make an env group without variables and files" }]
      : [],
  );
}

/** What is written of a manifest's other parts. A reference, which is filled in elsewhere, is no value. */
function ofParts(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "manifest-part").flatMap((fact) =>
    PART_LIMITS.filter(({ part }) => fact.platform === "render" && part === fact.part).flatMap((limit) => {
      const { text, place } = fact.fields.get(limit.field) ?? {};
      if (text === undefined || place === undefined || /[${]/.test(text)) return [];
      if (!limit.refuses(text, fact)) return [];
      const { expected, fix, severity } = limit;
      return [
        {
          place,
          what: `${limit.field} of the ${limit.part}`,
          expected,
          got: `\`${text}\``,
          fix,
          ...(severity && { severity }),
        },
      ];
    }),
  );
}
