import { dotnet, ENCODING, java, MALFORMED, soundBy, TLS } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { CANARY, GUNICORN, KESTREL, pairs, pooled, REF, SESSION, url } from "./twenty-first-form";
import { elixir, go, node } from "./written";

const ENDPOINT = "database/supabase-endpoint";
const PARAMETERS = "database/url-parameters";
const UNTRUSTED = "database/tls-untrusted";
const BOOT = { ...java, command: "java -jar app.jar --server.port=8000" };
const SERVER = { ...node, command: "node dist/server.js" };
const NEON = "ep-still-tide-b3m8q1wz.eu-central-1.aws.neon.tech/tide";

/** Connection strings that a driver cannot read, or whose TLS does not come about. */
export const REJECTED_STRINGS_OF_TWENTY_FIRST: readonly ExplainedCase[] = [
  {
    rule: TLS,
    why: "the URL says nothing of TLS, so libpq takes PGSSLMODE, which is disable (PostgreSQL's page on its variables)",
    ...soundBy({ DATABASE_URL: SESSION, PGSSLMODE: "disable" }, { driver: "psycopg" }),
  },
  {
    rule: UNTRUSTED,
    why: "node-postgres verifies with require too, unless uselibpqcompat is there: self-signed certificate in chain",
    ...soundBy({ DATABASE_URL: `${SESSION}?sslmode=require` }, SERVER),
  },
  {
    rule: UNTRUSTED,
    why: "the system's authorities do not have Supabase's own one (Supabase's page on SSL; PostgreSQL's on sslrootcert)",
    ...soundBy({ DATABASE_URL: `${SESSION}?sslmode=verify-full&sslrootcert=system` }, { driver: "psycopg" }),
  },
  {
    rule: `${PARAMETERS}|${TLS}`,
    why: 'libpq compares letter by letter: invalid sslmode value: "REQUIRE"',
    ...soundBy({ DATABASE_URL: `${SESSION}?sslmode=REQUIRE` }, { driver: "psycopg2", command: GUNICORN }),
  },
  {
    rule: PARAMETERS,
    why: "Neon's own URL has channel_binding, and asyncpg's connect() no argument of that name: TypeError",
    ...soundBy(
      {
        DATABASE_URL: url("tide_owner", `${NEON}?ssl=require&channel_binding=require`, "postgresql+asyncpg"),
      },
      { driver: "sqlalchemy-asyncpg" },
    ),
  },
  {
    rule: `${PARAMETERS}|${MALFORMED}`,
    why: "Encrypt is a keyword of SQL Server's, and Npgsql refuses each one that it does not know (Npgsql's page on parameters)",
    ...soundBy(
      { ConnectionStrings__Default: pairs(5432, "Encrypt=True;Trust Server Certificate=true") },
      { ...dotnet, command: KESTREL },
    ),
  },
  {
    rule: MALFORMED,
    why: "pgjdbc reads no user in front of the host: all up to the colon of the port is a name that no resolver knows",
    ...soundBy({ SPRING_DATASOURCE_URL: `jdbc:${SESSION}?sslmode=require` }, BOOT),
  },
  {
    rule: MALFORMED,
    why: "the whole command of psql was pasted, so there is no scheme",
    ...soundBy({ DATABASE_URL: `psql '${SESSION}'` }, SERVER),
  },
  {
    rule: `${MALFORMED}|${ENDPOINT}`,
    why: "the API's address is in the place of the database's: asyncpg wants postgresql or postgres",
    ...soundBy({ DATABASE_URL: `https://${REF}.supabase.co` }),
  },
  {
    rule: MALFORMED,
    why: "Ecto raises where the path names no database (Ecto's page on the repository's url)",
    ...soundBy(
      { DATABASE_URL: pooled("5432", "ecto"), PHX_SERVER: "true" },
      { ...elixir, command: "_build/prod/rel/tide/bin/tide start" },
    ),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    why: "Go's net/url takes no ^ before the @: invalid userinfo",
    ...soundBy(
      { DATABASE_URL: SESSION.replace(CANARY, "Qn4ce^Gale8vT") },
      { ...go, command: "./bin/tide --addr=:$PORT" },
    ),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    why: 'libpq reads %Ga as an encoded byte: invalid percent-encoded token: "Qn4ce%Gale8vT"',
    ...soundBy(
      { DATABASE_URL: SESSION.replace(CANARY, "Qn4ce%Gale8vT") },
      { driver: "psycopg2", command: GUNICORN },
    ),
  },
];
