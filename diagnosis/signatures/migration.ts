import type { Signature } from "../signature";

const row = { mode: "migration/failed", stage: "root", certainty: "certain", decisive: false } as const;

/** What tools that migrate a database's schema say beside Prisma. */
export const MIGRATION_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "alembic/several-heads",
    meaning: "two migrations are the last one",
    pattern: /Multiple head revisions are present for given argument/,
    cause: "two branches each added a migration after the same one, and both were merged",
    correctiveAction: 'Type `alembic merge heads -m "merge"` and commit the migration that it writes.',
    source: "sqlalchemy/alembic: alembic/script/revision.py",
    example:
      "FAILED: Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads",
    nearMiss: "one head revision is present",
  },
  {
    ...row,
    id: "alembic/not-up-to-date",
    meaning: "the database's schema is behind the code",
    pattern: /Target database is not up to date\.|New upgrade operations detected: /,
    cause: "migrations that the repository has were not applied, or the models have none",
    correctiveAction:
      "Let the pre-deploy command run `alembic upgrade head`; for changed models commit a migration.",
    source: "sqlalchemy/alembic: alembic/command.py, alembic/autogenerate/api.py",
    example: "FAILED: Target database is not up to date.",
    examples: ["FAILED: New upgrade operations detected: [('add_table', Table('orders', MetaData()))]"],
    nearMiss: "the target database is up to date",
  },
  {
    ...row,
    id: "django/several-leaves",
    meaning: "two migrations are the last one",
    pattern: /Conflicting migrations detected; multiple leaf nodes in the migration graph/,
    cause: "two branches each added a migration after the same one, and both were merged",
    correctiveAction:
      "Type `python manage.py makemigrations --merge` and commit the migration that it writes.",
    source: "django/django: django/core/management/commands/migrate.py",
    example:
      "CommandError: Conflicting migrations detected; multiple leaf nodes in the migration graph: (0003_a, 0003_b in shop).",
    nearMiss: "no conflicting migrations in shop",
  },
  {
    ...row,
    id: "django/inconsistent-history",
    meaning: "migrations were applied in another order than the code has",
    pattern: /InconsistentMigrationHistory: Migration /,
    cause:
      "the database has a migration without one that it depends on: history was rewritten, or AUTH_USER_MODEL changed late",
    correctiveAction:
      "Restore the migration files that were applied, or mark the missing one by `migrate --fake` once its change is there.",
    source: "django/django: django/db/migrations/loader.py",
    example:
      "django.db.migrations.exceptions.InconsistentMigrationHistory: Migration admin.0001_initial is applied before its dependency users.0001_initial on database 'default'.",
    nearMiss: "checked the migration history of default",
  },
  {
    ...row,
    id: "django/missing-migration",
    meaning: "a migration depends on one that is not there",
    pattern: /NodeNotFoundError: Migration .* dependencies reference nonexistent parent node/,
    cause: "a migration file was deleted or not committed",
    correctiveAction: "Commit the migration file that the line names, or correct the `dependencies`.",
    source: "django/django: django/db/migrations/graph.py",
    example:
      "django.db.migrations.exceptions.NodeNotFoundError: Migration shop.0004_b dependencies reference nonexistent parent node ('shop', '0003_a')",
    nearMiss: "GET /nodes 404 node not found",
  },
];
