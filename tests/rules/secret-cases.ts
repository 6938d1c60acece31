import { type Fact, known } from "../../domain";
import type { Cases } from "./facts";

/** Put together here, so that no scanner takes a text of this file for a key. */
const GENERATED = ["c4naryK9xQ", "w7ZrT2mLp8", "VbN5sHd3"].join("");
const LIVE = ["sk_", "live_", GENERATED].join("");
const TYPED = "c4nary-of-a-secret";
const url = (user: string, password: string, host: string): string =>
  `postgresql://${user}:${password}@${host}:5432/app`;

const assigned = (kind: "variable" | "build-argument", file: string, name: string, value: string): Fact => ({
  kind,
  place: { source: "file", file, line: 1, column: 1 },
  name,
  value: known(value),
  secret: /SECRET|KEY|TOKEN|PASSWORD/.test(name),
});
const variable = (file: string, name: string, value: string, environment?: string): Fact => ({
  ...assigned("variable", file, name, value),
  ...(environment !== undefined && { environment }),
});
const argument = (name: string, value: string): Fact => assigned("build-argument", "Dockerfile", name, value);

const credential = (file: string, tracked = true): Fact => ({
  kind: "credential",
  place: { source: "file", file, line: 1, column: 1 },
  what: "a GitHub token",
  tracked,
});

const HOST = "db.acme.com";
const urlIn = (file: string, text: string): Fact => ({
  kind: "url",
  place: { source: "file", file, line: 1, column: 1 },
  url: known(text),
  driver: known("asyncpg"),
  driverSettings: known({}),
});
const at = (environment: string, address: string): Fact =>
  variable(`.env.${environment}`, "DATABASE_URL", address, environment);

export const SECRET_CASES: Cases = {
  "secret/in-manifest": [
    ["a setting", [variable("fly.toml", "LOG_LEVEL", "debugging")], undefined],
    ["a reference", [variable("compose.production.yml", "API_KEY", "${API_KEY}", "production")], undefined],
    ["a placeholder", [variable("app.json", "API_KEY", "your-api-key")], undefined],
    ["a dummy", [variable("app.json", "SECRET_KEY", "dummy-for-the-build")], undefined],
    ["a demonstration", [variable("fly.toml", "DEMO_PASSWORD", TYPED)], undefined],
    ["a path", [variable("fly.toml", "TOKEN_FILE", "/run/secrets/token")], undefined],
    ["a developer's own database", [variable("compose.yml", "DB_PASSWORD", "sunshine", "local")], undefined],
    ["a password in a test", [variable(".github/workflows/ci.yml", "KEY", TYPED, "test")], undefined],
    ["the same in an env file", [variable(".env.production", "API_KEY", TYPED, "production")], undefined],
    ["render.yaml, which has a rule of its own", [variable("render.yaml", "API_KEY", TYPED)], undefined],
    ["a database on the same machine", [variable("fly.toml", "DB", url("u", TYPED, "localhost"))], undefined],
    ["a secret in fly.toml", [variable("fly.toml", "API_KEY", TYPED)], /^its value$/],
    ["a URL with its password", [variable("app.json", "DB", url("app", TYPED, HOST))], /^its value$/],
    [
      "a URL of another kind",
      [variable("railway.toml", "CACHE", `redis://:${TYPED}@cache.acme.com:6379`)],
      /^its value$/,
    ],
    ["a generated key", [variable("compose.yml", "API_KEY", GENERATED, "local")], /^its value$/],
    [
      "a live key on a developer's machine",
      [variable("compose.yml", "API_KEY", LIVE, "local")],
      /^its value$/,
    ],
    ["a live key in a test", [variable(".github/workflows/ci.yml", "KEY", LIVE, "test")], /^its value$/],
    [
      "a local webhook's secret",
      [variable("compose.yml", "WEBHOOK_SECRET", ["whsec_", GENERATED].join(""), "local")],
      /^its value$/,
    ],
    [
      "a stack's file in clear",
      [variable("Pulumi.production.yaml", "JWT_SECRET", TYPED, "production")],
      /^its value$/,
    ],
  ],
  "secret/in-image": [
    ["a setting", [variable("Dockerfile", "PYTHONUNBUFFERED", "1")], undefined],
    ["an env file's secret", [variable(".env", "API_KEY", TYPED)], undefined],
    ["an argument without a secret's name", [argument("VERSION", TYPED)], undefined],
    ["an argument without a value", [argument("NPM_TOKEN", "")], undefined],
    ["a dummy while the image is built", [variable("Dockerfile", "SECRET_KEY", "build-only-key")], undefined],
    [
      "a phrase that says it is none",
      [variable("Dockerfile", "SECRET_KEY", "non-secret-key-for-building-purposes")],
      undefined,
    ],
    [
      "a phrase of words that says nothing of the kind",
      [variable("Dockerfile", "SECRET_KEY", "seven-lanterns-over-water")],
      /^its value$/,
    ],
    ["a secret in ENV", [variable("api/Dockerfile", "API_KEY", TYPED)], /^its value$/],
    [
      "a URL with its password in ENV",
      [variable("api.Dockerfile", "DB", url("u", TYPED, HOST))],
      /^its value$/,
    ],
    ["a secret in ARG's default", [argument("NPM_TOKEN", TYPED)], /^its value$/],
  ],
  "secret/in-code": [
    ["a URL without a password", [urlIn("app/db.py", `postgresql://app@${HOST}/app`)], undefined],
    ["a dummy", [urlIn("app/db.py", url("app", "postgres", HOST))], undefined],
    ["a placeholder", [urlIn("db.ts", url("app", "your-password", HOST))], undefined],
    ["a stack's own URL", [urlIn("Pulumi.staging.yaml", url("app", TYPED, HOST))], undefined],
    ["a URL with its password", [urlIn("app/db.py", url("app", TYPED, HOST))], /^one with its password$/],
    ["a schema's", [urlIn("prisma/schema.prisma", url("app", TYPED, HOST))], /^one with its password$/],
  ],
  "secret/committed": [
    [
      "a secret by its name alone",
      [
        {
          ...credential("app/settings.py"),
          what: "a generated value in `API_KEY`, a secret by that name",
          byName: true,
        } as Fact,
      ],
      /by that name/,
    ],
    [
      "a URL in code, which another rule names",
      [urlIn("app/db.py", url("app", TYPED, HOST)), credential("app/db.py")],
      undefined,
    ],
    ["none", [variable(".env.production", "API_KEY", TYPED, "production")], undefined],
    ["a file that git does not track", [credential("deploy.sh", false)], undefined],
    [
      "a line that another rule names",
      [variable("fly.toml", "API_KEY", TYPED), credential("fly.toml")],
      undefined,
    ],
    ["a file that git tracks", [credential("deploy.sh")], /^a GitHub token$/],
    [
      "an env file that git tracks",
      [variable(".env.production", "API_KEY", TYPED, "production"), credential(".env.production")],
      /^a GitHub token$/,
    ],
    ["an env file whose name a shell would split", [credential("my app/.env.local")], /^a GitHub token$/],
    ["an env file whose name is an option's", [credential("-x/.env")], /^a GitHub token$/],
  ],
  "database/shared": [
    [
      "two databases of one server",
      [at("staging", `postgresql://app:p@${HOST}/one`), at("production", `postgresql://app:p@${HOST}/two`)],
      undefined,
    ],
    [
      "a developer's machine",
      [at("local", url("u", TYPED, HOST)), at("production", url("u", TYPED, HOST))],
      undefined,
    ],
    [
      "one name in two private networks",
      [at("staging", url("u", TYPED, "db")), at("production", url("u", TYPED, "db"))],
      undefined,
    ],
    [
      "a placeholder",
      [at("staging", url("u", "p", "your-db-host")), at("production", url("u", "p", "your-db-host"))],
      undefined,
    ],
    [
      "one database",
      [at("staging", url("u", "one", HOST)), at("production", url("u", "two", HOST))],
      /^the one of staging$/,
    ],
    [
      "one of three, told at the second and the third",
      [
        at("production", url("u", "one", HOST)),
        at("staging", url("u", "two", HOST)),
        at("uat", url("u", "three", HOST)),
      ],
      /^the one of production$/,
    ],
    [
      "one Supabase project in two modes",
      [
        at("staging", "postgresql://a.abcdefghijklmnopqrst:p@aws-0-us-west-1.pooler.supabase.com:6543/d"),
        at("production", "postgresql://a:p@db.abcdefghijklmnopqrst.supabase.co:5432/d"),
      ],
      /^the one of staging$/,
    ],
    [
      "Render's own database",
      [at("staging", url("u", "p", "dpg-abc-a")), at("production", url("u", "q", "dpg-abc-a"))],
      /^the one of staging$/,
    ],
  ],
};
