import type { Signature } from "../signature";

/** What tools say that change a schema. */
export const MIGRATIONS_SIGNATURES: readonly Signature[] = [
  {
    id: "alembic/heads",
    mode: "migration/failed",
    meaning: "alembic's migrations do not make one line",
    pattern:
      /MultipleHeads: |Multiple head(?:s are| revisions are) present|has multiple heads|KeyError: '(?<name>[0-9a-f]{10,14}|\d{3,}_\w+)'|Revision (?<name2>\S+) is not present|Can't locate revision|overlaps with other requested revisions/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "alembic's migrations have several heads, or name a revision {name} that is not in the repository",
    correctiveAction:
      "Type `alembic merge heads` and commit what it writes; a revision that is missing is committed, or its `down_revision` corrected.",
    source: "sqlalchemy/alembic: alembic/script/revision.py",
    example: "alembic.script.revision.MultipleHeads: Multiple heads are present for given argument 'head'",
    examples: ["KeyError: '0003_add_sources_to_messages'"],
    nearMiss: "one head is present",
  },
  {
    id: "migration/history",
    mode: "migration/failed",
    meaning: "the database's history of migrations does not fit the files",
    pattern:
      /Dirty database version (?<name>\d+)|contains a failed migration to version (?<name2>[\w.]+)|Migration checksum mismatch for migration version (?<name3>[\w.]+)|Detected (?:failed migration to version|applied migration not resolved locally:|resolved migration not applied to database:) (?<name4>[\w.]+)|migration (?<name5>\d+\w*) was previously applied but (?:is missing|has been modified)|The migration directory is corrupt, the following files are missing: (?<name6>\S+)/,
    stage: "step",
    certainty: "certain",
    decisive: false,
    cause:
      "the database has noted a migration that failed half-way, or that is not the one that lies here: {name}",
    correctiveAction:
      "See what the database has of it, repair that by hand, and only then the history by the tool (`migrate force VERSION`, `flyway repair`).",
    source: "golang-migrate/migrate: FAQ; documentation.red-gate.com/flyway; knexjs.org; sqlx",
    example: "error: Dirty database version 5. Fix and force version.",
    examples: [
      "Migration checksum mismatch for migration version 2",
      "FlywayException: Schema `shop` contains a failed migration to version 1 !",
    ],
    nearMiss: "12 migrations were applied",
  },
  {
    id: "migration/tools",
    mode: "migration/failed",
    meaning: "a migration failed",
    pattern:
      /Migration (?:of schema "[^"]+" to version "(?<name>[^"]+)"|checksum mismatch|(?<name2>\S+) failed)|Validate failed: Migrations have failed validation|Detected (?:failed migration|resolved migration not applied|applied migration not resolved)|FlywayException|FlywaySqlException|FlywayValidateException|LiquibaseException|ValidationFailedException|MigrationFailedException|StandardError: An error has occurred, (?:this and )?all later migrations canceled|DuplicateMigration|error: Dirty database|The migration directory is corrupt|VersionMissing|VersionMismatch|[Mm]igration "(?<name5>[^"]+)" failed|migration file "(?<name6>[^"]+)" failed|== (?<name7>\d+ \w+): .*(?:aborted|failed)|DrizzleQueryError|DrizzleError|QueryFailedError: .*already exists|P30(?:05|06|14)|\*\* \(Postgrex\.Error\) ERROR 4\w+ \((?<name8>\w+)\)|Alembic.*Target database|goose run: |golang-migrate.*error/,
    stage: "step",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "database/permission-denied", cause: "the role may not do what the migration does" }],
    cause: "a migration failed or does not fit what the database has noted: {name}",
    correctiveAction:
      "Read the database's own words beside it; repair the history by the tool (`flyway repair`, `migrate force VERSION`, `prisma migrate resolve`) only once you know what the database has.",
    source: "documentation.red-gate.com/flyway; golang-migrate; sqlx",
    example: "StandardError: An error has occurred, this and all later migrations canceled:",
    examples: ["goose run: failed to apply 003_users.sql"],
    nearMiss: "12 migrations were applied",
  },
  {
    id: "database/duplicate",
    mode: "migration/failed",
    meaning: "what a migration makes is there already",
    pattern:
      /(?:DuplicateTable|DuplicateColumn|DuplicateObject|PG::Duplicate\w+): |relation "(?<name>[^"]+)" already exists|[Tt]able '(?<name2>[^']+)' already exists|Duplicate column name '(?<name3>[^']+)'|SqliteError: duplicate column name: (?<name4>\w+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "{name} already exists: a migration ran before without being noted, or two of them make it",
    correctiveAction:
      "Look whether the database has the whole change; then note the migration as applied (`--fake`, `alembic stamp`, `migrate resolve --applied`), or let it make only what is absent.",
    source: "postgresql.org/docs/current/errcodes-appendix.html: 42P07, 42701",
    example: "sqlite3.OperationalError: table 'orders' already exists",
    nearMiss: 'relation "orders" was made',
  },
];
