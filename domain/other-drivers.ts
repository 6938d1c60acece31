import { NET_URL, URLLIB } from "./connection-url";
import type { Driver } from "./driver-row";
import { LIBPQ_PARAMETERS } from "./url-parameters";

const SCHEMES = ["postgresql", "postgres"] as const;
const TLS = { sslmode: "require" } as const;

/** Drivers of Ruby, Elixir, Rust, Go, Java and .NET, whose code is not followed. */
export const OTHER_DRIVERS = {
  "active-record": {
    name: "Active Record",
    schemes: SCHEMES,
    parameters: [...LIBPQ_PARAMETERS, "prepared_statements", "pool", "statement_limit"],
    otherParameters: "ignored",
    tls: TLS,
    dialect: URLLIB,
    unprepared: { prepared_statements: ["false"] },
    unpreparedInCode: "Write `prepared_statements: false` into config/database.yml",
    unpreparedInUrl: ["prepared_statements"],
    source: "https://guides.rubyonrails.org/configuring.html#configuring-a-database",
  },
  postgrex: {
    name: "Postgrex",
    schemes: [...SCHEMES, "ecto"],
    parameters: ["ssl", "pool_size", "timeout"],
    otherParameters: "ignored",
    tls: { ssl: "true" },
    dialect: URLLIB,
    unprepared: { prepare: ["unnamed"] },
    unpreparedInCode: "Write `prepare: :unnamed` into the repository's settings",
    source: "https://hexdocs.pm/postgrex/Postgrex.html#start_link/1",
  },
  sqlx: {
    name: "sqlx",
    schemes: SCHEMES,
    parameters: [...LIBPQ_PARAMETERS, "statement-cache-capacity"],
    otherParameters: "ignored",
    tls: TLS,
    dialect: URLLIB,
    // A cache of no statements still gives each one a name.
    unprepared: { persistent: ["false"] },
    unpreparedInCode: "Call `.persistent(false)` on each query",
    source: "https://docs.rs/sqlx/latest/sqlx/query/struct.Query.html#method.persistent",
  },
  "tokio-postgres": {
    name: "tokio-postgres",
    schemes: SCHEMES,
    parameters: LIBPQ_PARAMETERS,
    otherParameters: "refused",
    tls: TLS,
    dialect: URLLIB,
    unprepared: { query_typed: ["true"] },
    unpreparedInCode: "Call `query_typed` in place of `query`",
    source: "https://docs.rs/tokio-postgres/latest/tokio_postgres/struct.Client.html#method.query_typed",
  },
  "lib-pq": {
    name: "lib/pq",
    schemes: SCHEMES,
    parameters: [...LIBPQ_PARAMETERS, "binary_parameters"],
    otherParameters: "server-setting",
    tls: TLS,
    dialect: NET_URL,
    unprepared: { binary_parameters: ["yes"] },
    unpreparedInCode: "Append `binary_parameters=yes` to the URL's parameters",
    unpreparedInUrl: ["binary_parameters"],
    source: "https://pkg.go.dev/github.com/lib/pq",
  },
  pgjdbc: {
    name: "pgJDBC",
    schemes: SCHEMES,
    parameters: LIBPQ_PARAMETERS,
    otherParameters: "ignored",
    tls: TLS,
    dialect: URLLIB,
    unprepared: { prepareThreshold: ["0"] },
    unpreparedInCode: "Append `prepareThreshold=0` to the URL's parameters",
    unpreparedInUrl: ["prepareThreshold"],
    source: "https://jdbc.postgresql.org/documentation/use/#connection-parameters",
  },
  npgsql: {
    name: "Npgsql",
    schemes: SCHEMES,
    parameters: LIBPQ_PARAMETERS,
    otherParameters: "ignored",
    tls: TLS,
    dialect: URLLIB,
    source: "https://www.npgsql.org/doc/prepare.html",
  },
} as const satisfies Readonly<Record<string, Driver>>;
