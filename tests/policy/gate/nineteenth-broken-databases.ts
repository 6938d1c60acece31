import {
  dotnet,
  ELSEWHERE,
  ENCODING,
  IPV6,
  java,
  LOCAL,
  MALFORMED,
  MODE,
  PLACEHOLDER,
  soundBy,
  TENANT,
  TLS,
  withPassword,
} from "./batch";
import { type ExplainedCase, PASSWORD } from "./nineteenth-form";
import { BESIDE_STAGING, DIRECT, elixir, go, POOL, REF, ruby, url } from "./written";

/** Broken ways to a database, as teams write them. */
export const REJECTED_DATABASES_OF_NINETEENTH: readonly ExplainedCase[] = [
  {
    rule: MALFORMED,
    why: "pgjdbc takes no user in front of the host: it reads the whole as a host's name",
    ...soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://app.${REF}:${PASSWORD}@${POOL}:5432/postgres?sslmode=require`,
      },
      { ...java, command: "java -jar app.jar --server.port=8000" },
    ),
  },
  {
    rule: IPV6,
    why: "Supabase's direct host has IPv6 alone, here in Npgsql's words and under .NET's name",
    ...soundBy(
      {
        ConnectionStrings__Default: `Host=${DIRECT};Port=5432;Database=postgres;Username=postgres;Password=${PASSWORD};SSL Mode=Require`,
      },
      { ...dotnet, command: "dotnet Orchard.Web.dll --urls http://0.0.0.0:8000" },
    ),
  },
  {
    rule: TENANT,
    why: "Supavisor finds the project by the user's name, which is postgres alone",
    ...soundBy(
      {
        DB_HOST: POOL,
        DB_PORT: "5432",
        DB_DATABASE: "postgres",
        DB_USERNAME: "postgres",
        DB_PASSWORD: PASSWORD,
        DB_CONNECTION: "pgsql",
      },
      { driver: "none" },
    ),
  },
  {
    rule: LOCAL,
    why: "the FastAPI template's parts, with the host of a developer's machine",
    ...soundBy(
      {
        POSTGRES_SERVER: "localhost",
        POSTGRES_PORT: "5432",
        POSTGRES_USER: "app",
        POSTGRES_PASSWORD: PASSWORD,
        POSTGRES_DB: "app",
      },
      { driver: "none" },
    ),
  },
  {
    rule: IPV6,
    why: "a JSON value names Supabase's direct host",
    ...soundBy({
      DB_SETTINGS: JSON.stringify({
        host: DIRECT,
        port: 5432,
        user: "postgres",
        password: PASSWORD,
        dbname: "postgres",
      }),
    }),
  },
  {
    rule: IPV6,
    why: "goose migrates by its own string, which names the direct host",
    ...soundBy(
      {
        GOOSE_DRIVER: "postgres",
        GOOSE_DBSTRING: `host=${DIRECT} user=postgres password=${PASSWORD} dbname=postgres sslmode=require`,
      },
      { ...go, command: "./bin/goose up && ./bin/orchard --addr=0.0.0.0:$PORT" },
    ),
  },
  {
    rule: MODE,
    why: "Active Record prepares statements, and the transaction mode of the pooler keeps none",
    ...soundBy(
      { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?sslmode=require`) },
      { ...ruby, command: "bundle exec rails server -b 0.0.0.0 -p $PORT" },
    ),
  },
  {
    rule: ENCODING,
    why: "a raw # ends the URL's address, so the host is lost",
    ...soundBy({ DATABASE_URL: withPassword("pear#Tree9") }),
  },
  {
    rule: ELSEWHERE,
    why: "the parts name the preview environment's database",
    ...soundBy(
      {
        DB_HOST: "db.preview.acme.io",
        DB_PORT: "5432",
        DB_USER: "app",
        DB_NAME: "app",
        DB_PASSWORD: PASSWORD,
      },
      { declared: BESIDE_STAGING },
    ),
  },
  {
    rule: LOCAL,
    why: "the secret file of .NET's settings names localhost",
    ...soundBy(
      {},
      {
        ...dotnet,
        command: "dotnet Orchard.Web.dll --urls http://0.0.0.0:8000",
        secretFiles: {
          "appsettings.Production.json": JSON.stringify({
            ConnectionStrings: { Default: `Host=localhost;Database=app;Username=app;Password=${PASSWORD}` },
          }),
        },
      },
    ),
  },
  {
    rule: TLS,
    why: "the password goes over the internet as it is: SSL Mode=Disable",
    ...soundBy(
      {
        ConnectionStrings__Default: `Host=${POOL};Port=5432;Database=postgres;Username=app.${REF};Password=${PASSWORD};SSL Mode=Disable`,
      },
      { ...dotnet, command: "dotnet Orchard.Web.dll --urls http://0.0.0.0:8000" },
    ),
  },
  {
    rule: `database/interpolated-url|environment/interpolated-value|${PLACEHOLDER}`,
    why: "Render puts no value into another, so the driver gets the names in braces",
    ...soundBy({
      DB_USER: `app.${REF}`,
      DB_PASS: PASSWORD,
      DATABASE_URL: `postgresql://\${DB_USER}:\${DB_PASS}@${POOL}:5432/postgres`,
    }),
  },
  {
    rule: LOCAL,
    why: "Ecto's scheme, with a developer's host",
    ...soundBy(
      { DATABASE_URL: `ecto://app:${PASSWORD}@localhost/orchard_prod` },
      { ...elixir, command: "bin/server" },
    ),
  },
];
