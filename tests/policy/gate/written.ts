/** What the later batches write again and again: a project of Supabase, its ways in, and the sources of services. */
export const REF = "abcdefghijklmnopqrst";
export const OTHER = "zyxwvutsrqponmlkjihg";
export const POOL = "aws-1-eu-central-1.pooler.supabase.com";
export const DIRECT = `db.${REF}.supabase.co`;

/** A URL with a password that needs no encoding. */
export const url = (user: string, rest: string, scheme = "postgresql") =>
  `${scheme}://${user}:k3JqL9vX@${rest}`;

export const SESSION = url(`app.${REF}`, `${POOL}:5432/postgres?sslmode=require`);
export const TRANSACTION = url(`app.${REF}`, `${POOL}:6543/postgres?sslmode=require`);
export const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres?sslmode=require`);
export const OWN = url("app", "db.acme.io:5432/app?sslmode=require");

const repoUrl = "https://github.com/acme/api";
export const DOCKER = { runtimeSource: { docker: { repoUrl, branch: "main" } } };
export const IMAGE = { runtimeSource: { image: { imageUrl: "ghcr.io/acme/api", tag: "1.4.2" } } };

/** A component that states where another environment's database is. */
export const BESIDE_STAGING = {
  otherEnvironments: {
    staging: { host: POOL, port: 5432, user: `app.${OTHER}`, database: "postgres" },
    preview: { host: "db.preview.acme.io", port: 5432, user: "app", database: "app" },
  },
};

export const node = { runtime: "node", driver: "node-postgres" } as const;
export const ruby = { runtime: "ruby", driver: "active-record" } as const;
export const go = { runtime: "go", driver: "pgx" } as const;
export const rust = { runtime: "rust", driver: "sqlx" } as const;
export const elixir = { runtime: "elixir", driver: "postgrex" } as const;
/** A program without the component. */
export const bare = { driver: "none" } as const;
