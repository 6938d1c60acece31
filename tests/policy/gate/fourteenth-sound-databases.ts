import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up project references, passwords and servers; hosts in their providers' public forms. */
const ORCHARD = "mzqwtkfhvbnxjdlrpyoc";
const GRANARY = "hdxkweoqvjtnsrzpmbgl";
const DUBLIN = "aws-0-eu-west-1.pooler.supabase.com";
const SYDNEY = "aws-1-ap-southeast-2.pooler.supabase.com";
const RDS = "orchard.cf3v81mkq2xz.eu-west-1.rds.amazonaws.com";
const NEON = "ep-lively-pine-b5r8w2qt.eu-west-2.aws.neon.tech";
const NEON_POOLED = "ep-lively-pine-b5r8w2qt-pooler.eu-west-2.aws.neon.tech";
const NEON_STAGING = "ep-damp-frost-k7m3x9zc.eu-west-2.aws.neon.tech";

/** An authority that signs nothing, made for this batch. */
const CA = `-----BEGIN CERTIFICATE-----
MIIBkzCCATmgAwIBAgIUWYX3Lu80tB7VI9AkyUesIS9SAwQwCgYIKoZIzj0EAwIw
HzEdMBsGA1UEAwwURm91cnRlZW50aCBFeGFtIFJvb3QwHhcNMjYxMTMwMDEwNTU4
WhcNMzYxMTI3MDEwNTU4WjAfMR0wGwYDVQQDDBRGb3VydGVlbnRoIEV4YW0gUm9v
dDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGBOu5fE8LwS2gouKouAMkNqa43m
c4Q+kT/QCDuJq+pmjoxX4vvQmnrZs9m1UktVDzWbtjfCVQTI+fEo9EhHluqjUzBR
MB0GA1UdDgQWBBQdXuJ03kF4pCpcBnxRdvz6RVD0BDAfBgNVHSMEGDAWgBQdXuJ0
3kF4pCpcBnxRdvz6RVD0BDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gA
MEUCIQDdMTe0c312qZLF+CAox7G+ZQI8qxR2tQwgYVk3moVitQIgcXlJzFDlmbcp
JvxXP/WPGUnm8hnMOh+EvUjzt3JeJyo=
-----END CERTIFICATE-----
`;

const node = { runtime: "node", command: "npx next start -H 0.0.0.0 -p $PORT" } as const;
const go = { runtime: "go", driver: "pgx", command: "./bin/server" } as const;
const rails = {
  runtime: "ruby",
  driver: "active-record",
  command: "bundle exec rails server -b 0.0.0.0 -p $PORT -e production",
} as const;
const GUNICORN = "gunicorn orchard.wsgi --bind 0.0.0.0:$PORT";

/**
 * Sound databases of the fourteenth batch, by provider and driver. Some are the ordinary ones of their stack, some look
 * like something broken and work; the comment says why, and after the dash what decides it (R, S, P and V are entries of
 * docs/facts; "tried" is the driver's own parser, on 30 November 2026).
 */
export const SOUND_DATABASES_OF_FOURTEENTH: readonly SealedCase[] = [
  // --- Neon ------------------------------------------------------------------------------------------------------------

  // Neon's own string: libpq knows channel_binding. - tried: libpq and psycopg2's parse_dsn.
  {
    driver: "psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://orchard_owner:K3wpLt9xQz@${NEON_POOLED}/orchard?sslmode=require&channel_binding=require`,
    },
  },
  // Prisma by the pooler, which keeps named statements; its migrations by the server itself. - P14, P20; Neon's page on
  // Prisma.
  {
    ...node,
    driver: "prisma",
    variables: {
      DATABASE_URL: `postgresql://orchard_owner:K3wpLt9xQz@${NEON_POOLED}/orchard?sslmode=require&connect_timeout=15&pool_timeout=15`,
      DIRECT_URL: `postgresql://orchard_owner:K3wpLt9xQz@${NEON}/orchard?sslmode=require&connect_timeout=15`,
    },
    properties: { plan: "starter", preDeployCommand: "npx prisma migrate deploy" },
  },
  // Another branch of the same project is another server. - Neon's page on branching; docs/configuration.md.
  {
    ...go,
    variables: { DATABASE_URL: `postgres://orchard_owner:K3wpLt9xQz@${NEON}/orchard?sslmode=verify-full` },
    declared: {
      otherEnvironments: {
        staging: { host: NEON_STAGING, port: 5432, user: "orchard_owner", database: "orchard" },
      },
    },
  },
  // Ecto reads ssl and pool_size out of the URL. - Ecto's page on its repository's URL (ssl, pool_size).
  {
    runtime: "elixir",
    driver: "postgrex",
    command: "_build/prod/rel/orchard/bin/server",
    variables: {
      DATABASE_URL: `postgres://orchard_owner:K3wpLt9xQz@${NEON}/orchard?ssl=true&pool_size=10`,
      PHX_HOST: "orchard.onrender.com",
    },
  },

  // --- Supabase --------------------------------------------------------------------------------------------------------

  // Node trusts Supabase's authority besides its own, so that verification succeeds. - P4, S7; Node's command line
  // (NODE_EXTRA_CA_CERTS).
  {
    ...node,
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://orchard_web.${ORCHARD}:K3wpLt9xQz@${DUBLIN}:5432/postgres?sslmode=require`,
      NODE_EXTRA_CA_CERTS: "/etc/secrets/prod-ca-2021.crt",
    },
    secretFiles: { "prod-ca-2021.crt": CA },
  },
  // Statements off outside of the URL. - P11.
  {
    ...node,
    driver: "postgres-js",
    variables: {
      DATABASE_URL: `postgresql://granary_web.${GRANARY}:K3wpLt9xQz@${SYDNEY}:6543/postgres?sslmode=require`,
    },
    declared: { driverSettings: { prepare: false } },
  },
  // database.yml's setting. - P15.
  {
    ...rails,
    variables: {
      DATABASE_URL: `postgresql://orchard_web.${ORCHARD}:K3wpLt9xQz@${DUBLIN}:6543/postgres?sslmode=require&pool=5`,
    },
    declared: { driverSettings: { prepared_statements: false } },
  },
  // pgx keeps descriptions, and names no statement. - DATABASE.md, 4 (pgx); tried: pgx reads it.
  {
    ...go,
    variables: {
      DATABASE_URL: `postgres://granary_app.${GRANARY}:K3wpLt9xQz@${SYDNEY}:6543/postgres?sslmode=require&default_query_exec_mode=cache_describe`,
    },
  },
  // A Supabase of one's own: its tenants are named as its operator likes. - S10; S4 is about Supabase's own hosts.
  {
    variables: {
      DATABASE_URL: "postgresql://postgres.orchard-tenant:K3wpLt9xQz@supabase.orchard-tools.eu:5432/postgres",
    },
  },

  // --- Amazon, Azure, Google and others --------------------------------------------------------------------------------

  // Verified, with Amazon's bundle where Render puts it. - P4, R43; Amazon's page on SSL.
  {
    driver: "psycopg",
    variables: {
      DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=verify-full&sslrootcert=/etc/secrets/eu-west-1-bundle.pem`,
    },
    secretFiles: { "eu-west-1-bundle.pem": CA },
  },
  // node-postgres' own value: encrypted, not verified. - tried: pg-connection-string, rejectUnauthorized is false.
  {
    ...node,
    driver: "node-postgres",
    variables: { DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=no-verify` },
  },
  // Azure's certificate is of a public authority. - Npgsql's page on security (VerifyFull).
  {
    driver: "npgsql",
    command: "dotnet Orchard.Web.dll",
    variables: {
      ASPNETCORE_HTTP_PORTS: "8000",
      ConnectionStrings__Orchard:
        "Server=orchard-pg.postgres.database.azure.com;Database=orchard;Port=5432;User Id=orchard;Password=K3wpLt9xQz;Ssl Mode=VerifyFull;Maximum Pool Size=20;Keepalive=30",
    },
    properties: DOCKER,
  },
  // The user's name has an @ of its own, percent-encoded. - P1; tried: libpq, user orchard@orchard-pg.
  {
    driver: "psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL:
        "postgresql://orchard%40orchard-pg:K3wpLt9xQz@orchard-pg.postgres.database.azure.com:5432/orchard?sslmode=require",
    },
  },
  // Google's proxy in the same container listens on the loopback address. - Google's page on its proxy (--port).
  {
    driver: "psycopg2",
    command:
      "sh -c 'cloud-sql-proxy --port 5432 orchard-417209:europe-west3:main & exec gunicorn orchard.wsgi --bind 0.0.0.0:8000'",
    variables: {
      DATABASE_URL: "postgresql://orchard:K3wpLt9xQz@127.0.0.1:5432/orchard",
      GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp-key.json",
    },
    secretFiles: {
      "gcp-key.json":
        '{"type":"service_account","project_id":"orchard-417209","client_email":"sql@orchard-417209.iam.gserviceaccount.com"}',
    },
    properties: DOCKER,
  },
  // Aiven's port and user; pgxpool takes its own settings out of the URL. - tried: pgxpool, MaxConns 10.
  {
    ...go,
    variables: {
      DATABASE_URL:
        "postgres://avnadmin:AVNS_q7X2m9W4kTZ8r5V3n6B@pg-1c7d2e-orchard.a.aivencloud.com:12691/defaultdb?sslmode=require&pool_max_conns=10&pool_max_conn_lifetime=1h",
    },
  },
  // CockroachDB's certificate is of a public authority, and its port is 26257. - its page on connecting; tried: pgx.
  {
    ...go,
    variables: {
      DATABASE_URL:
        "postgresql://orchard:K3wpLt9xQz@lively-pine-4417.7tt.aws-eu-central-1.cockroachlabs.cloud:26257/defaultdb?sslmode=verify-full",
    },
  },
  // A database of Heroku's from outside, by libpq's scheme. - P2; Heroku's page on connecting.
  {
    driver: "psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL:
        "postgres://u7q2m9w4kt:p4c1f0b9d27e84a63b5d8e0a7c2916f3d@ec2-54-217-206-65.eu-west-1.compute.amazonaws.com:5432/d8r5v3n6b0l2j4?sslmode=require",
    },
  },
  // Crunchy Bridge's form. - its page on connecting.
  {
    runtime: "rust",
    driver: "sqlx",
    command: "./target/release/orchard",
    variables: {
      DATABASE_URL:
        "postgres://application:K3wpLt9xQz@p.ixq3k7v2rzb5jadtyo6wnh4meu.db.postgresbridge.com:5432/postgres?sslmode=require",
    },
  },
  // Render's own database by its private name, without a port. - R48, P5; Render's page on connecting.
  {
    variables: { DATABASE_URL: "postgresql://orchard:K3wpLt9xQz@dpg-d1m7q2x9w4kt8r5v3n6b-a/orchard_x7k2" },
  },
  // Four databases of one Rails application, as its generator writes them. - Rails' guide on several databases.
  {
    ...rails,
    variables: {
      DATABASE_URL: "postgresql://orchard:K3wpLt9xQz@dpg-d1m7q2x9w4kt8r5v3n6b-a/orchard_production",
      CACHE_DATABASE_URL:
        "postgresql://orchard:K3wpLt9xQz@dpg-d1m7q2x9w4kt8r5v3n6b-a/orchard_production_cache",
      QUEUE_DATABASE_URL:
        "postgresql://orchard:K3wpLt9xQz@dpg-d1m7q2x9w4kt8r5v3n6b-a/orchard_production_queue",
      CABLE_DATABASE_URL:
        "postgresql://orchard:K3wpLt9xQz@dpg-d1m7q2x9w4kt8r5v3n6b-a/orchard_production_cable",
      SOLID_QUEUE_IN_PUMA: "1",
    },
  },
];
