import { type Fact, factsOf, type ManifestPartFact } from "../../domain/fact";
import type { Judged } from "../../domain/verdict";

/** Plans of new databases that have no replicas: those below Basic-1gb (render.com/docs/postgresql-read-replicas, read 2026-12-01). */
const WITHOUT_REPLICAS = /^(?:free|basic[-_]256mb)$/i;
/** Plans below the ones for production (render.com/docs/postgresql-high-availability, as known: the page was not read). */
const WITHOUT_STANDBY = /^(?:free|basic[-_]\w+)$/i;
/** In gigabytes, and how many replicas a database has at most (render.com/docs/postgresql-read-replicas). */
const LEAST_DISK = 10;
const MOST_REPLICAS = 5;

/** Replicas and a standby that a database's plan or disk does not have. */
export function databaseCopies(facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "manifest-part")
    .filter(({ part, platform }) => part === "database" && platform === "render")
    .flatMap((database) => [...replicas(database), ...standby(database)]);
}

function replicas({ fields }: ManifestPartFact): readonly Judged[] {
  const stated = fields.get("readReplicas");
  if (stated === undefined) return [];
  const plan = fields.get("plan")?.text ?? "";
  const disk = fields.get("diskSizeGB")?.text ?? "";
  const refused = (expected: string, got: string, fix: string): readonly Judged[] => [
    { place: stated.place, what: "read replicas of the database", expected, got, fix },
  ];
  if (WITHOUT_REPLICAS.test(plan))
    return refused(
      "a plan that has them, from `basic_1gb` on",
      `\`${plan}\``,
      "Choose a larger plan, or remove the replicas.",
    );
  if (/^\d+$/.test(disk) && Number(disk) < LEAST_DISK)
    return refused(
      `a disk of at least ${LEAST_DISK} GB`,
      `${disk} GB`,
      `Set the database's disk to ${LEAST_DISK}, or remove the replicas.`,
    );
  const { text = "0" } = stated;
  return Number(text) > MOST_REPLICAS
    ? refused(`at most ${MOST_REPLICAS}`, text, "Remove some of them.")
    : [];
}

function standby({ fields }: ManifestPartFact): readonly Judged[] {
  const stated = fields.get("highAvailability");
  const plan = fields.get("plan")?.text ?? "";
  return stated?.text === "true" && WITHOUT_STANDBY.test(plan)
    ? [
        {
          place: stated.place,
          why: `databases of the plan \`${plan}\` are not known to have a standby, as those from Pro on have`,
        },
      ]
    : [];
}
