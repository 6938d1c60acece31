import { type DriverName, type Fact, factsOf, known, type Place, unknown } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import { fileOfProject, type Project, subjectOf } from "./project";

/** How a project's manifest names a driver, and where its sources turn prepared statements off. */
interface Dependency {
  readonly driver: DriverName;
  readonly manifest: string | RegExp;
  readonly form: RegExp;
  /** Another package that has to be there too. */
  readonly with?: RegExp;
  /** Files of the project that may say it. */
  readonly sources: RegExp;
  readonly off: RegExp;
  /** The settings that this means; undefined where it depends on what is not read. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How code takes a URL apart for a driver that takes none. */
  readonly takesApart?: { readonly files: string; readonly form: RegExp };
  /** Why it is not known whether it names them, such as by its version. */
  readonly unsure?: string;
}

/** Drivers of languages whose code is not followed, and of the object mappers of JavaScript that use node-postgres. */
const DEPENDENCIES: readonly Dependency[] = [
  {
    // guides.rubyonrails.org/configuring: config.active_record
    driver: "active-record",
    manifest: "Gemfile",
    form: /^\s*gem\s+["']pg["']/m,
    with: /^\s*gem\s+["'](?:rails|activerecord|sinatra-activerecord)["']/m,
    sources: /(?:^|\/)config\/database\.ya?ml$/,
    off: /^\s*prepared_statements:\s*false/m,
    settings: { prepared_statements: "false" },
  },
  {
    // hexdocs.pm/postgrex: start_link, `prepare`
    driver: "postgrex",
    manifest: "mix.exs",
    form: /\{\s*:postgrex\b/,
    sources: /\.exs?$/,
    off: /\bprepare:\s*:unnamed\b/,
    settings: { prepare: "unnamed" },
  },
  {
    // docs.rs/sqlx: PgConnectOptions, Query::persistent
    driver: "sqlx",
    manifest: "Cargo.toml",
    form: /^\s*(?:sqlx\s*=.*postgres|sea-orm\s*=.*sqlx-postgres)/m,
    sources: /\.rs$/,
    off: /\.persistent\(\s*false|statement_cache_capacity\(\s*0/,
  },
  {
    // docs.rs/tokio-postgres: each statement has a name
    driver: "tokio-postgres",
    manifest: "Cargo.toml",
    form: /^\s*(?:tokio-postgres|deadpool-postgres|bb8-postgres)\s*=/m,
    sources: /\.rs$/,
    off: /\bquery_typed|simple_query/,
  },
  {
    // jackc/pgx: conn.go; go-gorm/postgres: PreferSimpleProtocol
    driver: "pgx",
    manifest: "go.mod",
    form: /^\s*(?:require\s+)?(?:github\.com\/jackc\/pgx\/v[45]|gorm\.io\/driver\/postgres)\s+v[^\n/]*$/m,
    sources: /\.go$/,
    off: /QueryExecMode(?:Exec|SimpleProtocol|CacheDescribe)|PreferSimpleProtocol:\s*true/,
    settings: { default_query_exec_mode: "exec" },
  },
  {
    // lib/pq#889: a statement without a name was lost between two messages; corrected by 2026.
    driver: "lib-pq",
    manifest: "go.mod",
    form: /^\s*(?:require\s+)?github\.com\/lib\/pq\s+v[^\n/]*$/m,
    sources: /\.go$/,
    off: /\bbinary_parameters=yes/,
    settings: { binary_parameters: "yes" },
    unsure: "newer versions of lib/pq lose no statement, and it is not known since which one",
  },
  {
    // jdbc.postgresql.org/documentation/use: prepareThreshold
    driver: "pgjdbc",
    manifest: /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/,
    form: /org\.postgresql\b(?!["':<>/\s\w]*r2dbc)|quarkus-jdbc-postgresql/,
    sources: /(?:^|\/)application[\w.-]*\.(?:properties|ya?ml)$/,
    off: /prepareThreshold\s*[=:]\s*["']?0\b/i,
    settings: { prepareThreshold: "0" },
  },
  {
    // pgjdbc/r2dbc-postgresql#277
    driver: "r2dbc",
    manifest: /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/,
    form: /\br2dbc-postgresql\b/,
    sources: /(?:^|\/)application[\w.-]*\.(?:properties|ya?ml)$/,
    off: /preparedStatementCacheQueries\s*[=:]\s*["']?0\b/i,
    settings: { preparedStatementCacheQueries: "0" },
  },
  {
    // diesel-rs/diesel: statement_cache.rs
    driver: "diesel",
    manifest: "Cargo.toml",
    form: /^\s*diesel(?:[-_]async)?\s*=.*postgres/m,
    sources: /\.rs$/,
    off: /CacheSize::Disabled/,
    settings: { prepared_statement_cache: "disabled" },
  },
  {
    // npgsql.org/doc/prepare: it prepares nothing by itself
    driver: "npgsql",
    manifest: /\.csproj$/,
    form: /PackageReference\s+Include="Npgsql/,
    sources: /$^/,
    off: /$^/,
    // learn.microsoft.com/dotnet/api/system.uri.userinfo: what a URL is taken apart by
    takesApart: { files: ".cs", form: /\bUserInfo\b|\bnew Uri\(|\bUri\.TryCreate\(|\bUriBuilder\(/ },
  },
  {
    // brianc/node-postgres: queries without a name are not kept
    driver: "node-postgres",
    manifest: "package.json",
    form: /"pg"\s*:/,
    with: /"(?:knex|kysely|typeorm|sequelize|@mikro-orm\/postgresql|objection)"\s*:/,
    sources: /$^/,
    off: /$^/,
  },
];

/** The driver that the project installs, where no code that is followed says which one it calls. */
export function driverFactsOf(project: Project): readonly Fact[] {
  if (factsOf(project.facts, "driver").length > 0) return [];
  const found = DEPENDENCIES.flatMap((row) => {
    const at = placeOf(row, project);
    return at === undefined ? [] : [{ row, at }];
  });
  const [only] = found;
  // Of several drivers it is not known which one the URL is for.
  if (only === undefined || found.length > 1) return [];
  const { row, at } = only;
  return [
    {
      kind: "driver",
      ...subjectOf(project),
      place: at,
      driver: known(row.driver),
      driverSettings: settingsOf(row, project),
      ...(row.takesApart && { urlsTakenApart: takesApart(row.takesApart, project) }),
    },
  ];
}

function takesApart(
  { files, form }: NonNullable<Dependency["takesApart"]>,
  { bases, repository }: Project,
): boolean {
  return repository.below(bases[0] ?? "", files).some((file) => form.test(repository.text(file) ?? ""));
}

function placeOf({ manifest, form, with: beside }: Dependency, project: Project): Place | undefined {
  const found = typeof manifest === "string" ? fileOfProject(project, manifest) : anyOf(manifest, project);
  const match = found === undefined ? null : form.exec(found.text);
  if (found === undefined || match === null || beside?.test(found.text) === false) return undefined;
  return placeAt(found.file, found.text, match.index + match[0].search(/\S/));
}

const ENDINGS = [".xml", ".gradle", ".kts", ".csproj"];

function anyOf(name: RegExp, { bases, repository }: Project) {
  const files = ENDINGS.flatMap((ending) => repository.ending(ending));
  const file = files.find((one) => name.test(one) && bases.some((base) => isWithin(one, base)));
  return file === undefined ? undefined : { file, text: repository.text(file) ?? "" };
}

function isWithin(file: string, base: string): boolean {
  return base === "" || file.startsWith(`${base}/`);
}

function settingsOf({ sources, off, settings, unsure }: Dependency, { bases, repository }: Project) {
  const within = bases[0] ?? "";
  const says = [".yml", ".yaml", ".exs", ".ex", ".rs", ".go", ".properties"]
    .flatMap((ending) => repository.below(within, ending))
    .filter((file) => sources.test(file))
    .some((file) => off.test(repository.text(file) ?? ""));
  if (!says) return unsure === undefined ? known({}) : unknown<Readonly<Record<string, string>>>(unsure);
  return settings === undefined
    ? unknown<Readonly<Record<string, string>>>("the code turns prepared statements off in some places")
    : known(settings);
}
