import { factsOf } from "../domain/fact";
import { rule } from "../domain/rule";
import { migratesToOneHead } from "./derived/migrates-to-head";

export const databaseBrokenMigrations = rule({
  id: "database/broken-migrations",
  severity: "error",
  title: "Each migration comes after one that is there",
  why: "Alembic ends with `Can't locate revision` and Django with `NodeNotFoundError` where a parent is missing, and both refuse to go on where two migrations come after one: no migration runs, and neither does a deploy that waits for it.",
  fix: "Name the right parent, or merge the heads by `alembic merge heads` or `python manage.py makemigrations --merge`.",
  reference: "https://alembic.sqlalchemy.org/en/latest/branches.html",
  preview: false,
  prevents: ["migration/failed", "pre-deploy/failed"],
  check: (facts) => {
    const all = factsOf(facts, "migration");
    const chains = [...new Set(all.map(({ chain }) => chain))];
    const violations = chains.flatMap((chain) => {
      const own = all.filter((one) => one.chain === chain);
      const revisions = new Set(own.map(({ revision }) => revision));
      const lost = own.flatMap(({ parents, place, tool }) => {
        const called = tool === "django" ? "migration" : "revision";
        return parents
          .filter((parent) => !revisions.has(parent))
          .map((parent) => ({
            place,
            what: "the migration's parent",
            expected: `a ${called} of ${chain}`,
            got: `\`${parent}\`, which is none`,
            fix: `Write the ${called} that it comes after.`,
          }));
      });
      const parents = new Set(own.flatMap((one) => one.parents));
      const [first, second, ...more] = own.filter(({ revision }) => !parents.has(revision));
      // What comes after a replaced migration comes after the one that replaces it.
      const isSquashed = own.some(({ squashed }) => squashed === true);
      const isBranched = own.some(({ branches }) => branches === true);
      if (lost.length > 0 || isSquashed || isBranched || first === undefined || second === undefined)
        return lost;
      return [
        {
          place: second.place,
          ...(!migratesToOneHead(facts, own) && { severity: "warning" as const }),
          what: "the last migration",
          expected: `one, after which no other comes`,
          got: [first, second, ...more].map(({ revision }) => `\`${revision}\``).join(", "),
          fix:
            second.tool === "django"
              ? "Type `python manage.py makemigrations --merge`."
              : "Type `alembic merge heads`.",
          related: [first.place],
        },
      ];
    });
    return { violations, undecided: [] };
  },
});
