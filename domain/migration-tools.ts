import type { DriverName } from "./driver";

/** A program that changes a schema, with the URL that it is given, or reads by itself. */
export interface MigrationTool {
  readonly name: string;
  readonly program: RegExp;
  /** Without this among its words it asks no database here. */
  readonly runs: RegExp;
  /** Options whose value is the URL. */
  readonly options: readonly string[];
  /** Options whose value names the variable with the URL. */
  readonly variableOptions?: readonly string[];
  /** The variable that it reads where no option says otherwise. */
  readonly variable?: string;
  /** Options with which a file may set the variable. */
  readonly readsFiles?: RegExp;
  /** Names of a kind of database, behind which the URL is a word of its own. */
  readonly kinds?: RegExp;
  /** The variable that names the kind, where no word does. */
  readonly kindVariable?: string;
  readonly driver: DriverName;
  /** Schemes of its own, with the drivers that they name. */
  readonly ownSchemes?: Readonly<Record<string, DriverName>>;
  /** Parameters that it keeps to itself. */
  readonly ownParameters?: RegExp;
  /** Whether it takes JDBC's URLs alone. */
  readonly ofJdbc?: true;
  /** What of it belongs to a session, and the option that turns it off. */
  readonly keeps?: string;
  readonly keepsNothingWith?: RegExp;
  readonly source: string;
}

const LOCK = "an advisory lock of the session";
const STATEMENTS = "its driver's prepared statements";

/** Read 2026-12-01. */
export const MIGRATION_TOOLS: readonly MigrationTool[] = [
  {
    name: "golang-migrate",
    program: /^(?:\S*\/)?migrate(?:@\S+)?$/,
    // Scripts of a team's are called so too, and have no such pair.
    runs: /(?=.* --?(?:path|source)[ =])(?=.* --?database[ =]).* (?:up|down|goto|force|version)(?: |$)/,
    options: ["database"],
    driver: "lib-pq",
    ownSchemes: { pgx: "pgx", pgx4: "pgx", pgx5: "pgx" },
    ownParameters: /^x-/,
    keeps: `${LOCK} and ${STATEMENTS}`,
    source: "golang-migrate/migrate: database/postgres, database/pgx; pull request 992",
  },
  {
    name: "goose",
    program: /^(?:\S*\/)?goose(?:@\S+)?$/,
    runs: / (?:up(?:-by-one|-to)?|down(?:-to)?|redo|reset|status|version)(?: |$)/,
    options: [],
    kinds: /^(?:postgres|pgx)$/,
    kindVariable: "GOOSE_DRIVER",
    variable: "GOOSE_DBSTRING",
    driver: "pgx",
    keeps: STATEMENTS,
    source: "pressly/goose: README, issue 613",
  },
  {
    name: "dbmate",
    program: /^(?:\S*\/)?dbmate$/,
    runs: / (?:up|migrate|rollback|down|status|create|drop|wait)(?: |$)/,
    options: ["url", "u"],
    variableOptions: ["env", "e"],
    variable: "DATABASE_URL",
    // A file of variables may set it.
    readsFiles: /^--env-file(?:=|$)/,
    driver: "lib-pq",
    keeps: STATEMENTS,
    source: "amacneil/dbmate: README, pkg/driver/postgres",
  },
  {
    name: "Atlas",
    program: /^(?:\S*\/)?atlas$/,
    runs: / (?:migrate|schema) (?:apply|status|set|down)(?: |$)/,
    options: ["url", "u"],
    driver: "lib-pq",
    keeps: LOCK,
    source: "atlasgo.io/concepts/url; ariga/atlas, pull request 2447",
  },
  {
    name: "sqlx",
    program: /^(?:\S*\/)?sqlx$/,
    runs: / migrate (?:run|revert)(?: |$)/,
    options: ["database-url", "D"],
    variable: "DATABASE_URL",
    driver: "sqlx",
    keeps: `${LOCK} and ${STATEMENTS}`,
    source: "launchbadge/sqlx: sqlx-cli/README.md, sqlx-postgres/src/migrate.rs",
  },
  {
    name: "node-pg-migrate",
    program: /^(?:\S*\/)?node-pg-migrate$/,
    runs: / (?:up|down|redo)(?: |$)/,
    options: [],
    variableOptions: ["database-url-var", "d"],
    variable: "DATABASE_URL",
    driver: "node-postgres",
    keeps: LOCK,
    keepsNothingWith: / --(?:no-lock|lock=false)(?: |$)/,
    source: "salsita/node-pg-migrate: docs, CLI",
  },
  {
    name: "sequelize-cli",
    program: /^(?:\S*\/)?sequelize(?:-cli)?$/,
    runs: / db:(?:migrate|seed)[\w:]*(?: |$)/,
    options: ["url"],
    driver: "node-postgres",
    source: "sequelize/cli: README",
  },
  {
    name: "drizzle-kit",
    program: /^(?:\S*\/)?drizzle-kit$/,
    runs: / (?:push|migrate|studio)(?: |$)/,
    options: ["url"],
    driver: "node-postgres",
    source: "orm.drizzle.team/docs/drizzle-kit-push",
  },
  {
    name: "Flyway",
    program: /^(?:\S*\/)?flyway$/,
    runs: / (?:migrate|info|validate|repair|baseline|clean)(?: |$)/,
    options: ["url"],
    driver: "pgjdbc",
    ofJdbc: true,
    source: "documentation.red-gate.com/fd: URL setting",
  },
  {
    name: "Liquibase",
    program: /^(?:\S*\/)?liquibase$/,
    runs: / (?:update|status|rollback|validate|tag|changelog-sync)[\w-]*(?: |$)/,
    options: ["url"],
    driver: "pgjdbc",
    ofJdbc: true,
    source: "docs.liquibase.com: JDBC URL",
  },
];

/** What starts a program of a package's; `go run` takes options of its own before it. */
const STARTERS = /^(?:npx|bunx|dlx|exec|pnpm|yarn|cargo|sudo|time|--yes|-y|--)$/;
const startsNext = (words: readonly string[]): boolean =>
  /^go run(?: |$)/.test(words.join(" ")) || words.every((word) => STARTERS.test(word));

/** A tool that a command runs, with the word that is its URL, or the variable that it reads. */
export interface ToolCall {
  readonly tool: MigrationTool;
  readonly word?: string;
  readonly variable?: string;
  /** Whether it keeps what a session alone has. */
  readonly keeps?: string;
}

/** @param look the service's variables, for the one that names a kind of database */
export function toolCall(
  words: readonly string[],
  look: (name: string) => string | undefined = () => undefined,
): ToolCall | undefined {
  const at = words.findIndex((word) => MIGRATION_TOOLS.some(({ program }) => program.test(word)));
  if (at < 0 || !startsNext(words.slice(0, at))) return undefined;
  const tool = MIGRATION_TOOLS.find(({ program }) => program.test(words[at] ?? ""));
  const own = words.slice(at + 1);
  const text = ` ${own.join(" ")}`;
  if (tool === undefined || !tool.runs.test(text)) return undefined;
  const keeps = tool.keepsNothingWith?.test(text) === true ? undefined : tool.keeps;
  const call = { tool, ...(keeps !== undefined && { keeps }) };
  const kind = own.findIndex((word) => tool.kinds?.test(word) === true);
  if (kind >= 0) return { ...call, word: own[kind + 1] ?? "" };
  const word = optionOf(own, tool.options);
  if (word !== undefined) return { ...call, word };
  if (tool.kindVariable !== undefined && tool.kinds?.test(look(tool.kindVariable) ?? "") !== true)
    return undefined;
  const named = optionOf(own, tool.variableOptions ?? []) ?? tool.variable;
  if (own.some((option) => tool.readsFiles?.test(option) === true)) return undefined;
  return named === undefined ? undefined : { ...call, variable: named };
}

function optionOf(words: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    const [, name = "", value] = /^--?([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (names.includes(name)) return value ?? words[index + 1];
  }
  return undefined;
}
