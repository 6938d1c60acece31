import { type Fact, type FactOf, type Knowable, known, unknown } from "../../domain";
import { type Cases, render, start } from "./facts";

const at = (file: string, line = 1) => ({ source: "file", file, line, column: 1 }) as const;

const runtime = (
  given: string,
  asked: string,
  language: FactOf<"runtime">["language"] = "go",
  askedBy = "go.mod",
): Fact => ({
  kind: "runtime",
  place: at("Dockerfile"),
  language,
  given,
  asked,
  written: `\`${asked}\``,
  askedBy,
  askedAt: at(askedBy, 3),
});

const drift = (locked: string | undefined): Fact => ({
  kind: "lock-drift",
  place: at("package.json", 7),
  package: "express",
  wanted: "^5.1.0",
  locked,
  file: "package-lock.json",
});

const misspelt: Fact = {
  kind: "misspelt-import",
  place: at("src/app.ts", 2),
  wanted: "./Users",
  file: "src/users.ts",
};

const setting = (name: FactOf<"code-setting">["name"], value: Knowable<string>): Fact => ({
  kind: "code-setting",
  place: at("shop/settings.py", 9),
  name,
  value,
});

const hosts = (value: string): Fact => ({
  kind: "variable",
  place: { source: "resource", urn: "urn:pulumi:a::b::c::api", property: "envVars.ALLOWED_HOSTS" },
  name: "ALLOWED_HOSTS",
  value: known(value),
  secret: false,
});

const migration = (revision: string, ...parents: readonly string[]): Fact => ({
  kind: "migration",
  place: at(`alembic/versions/${revision}.py`, 2),
  chain: "alembic/versions",
  revision,
  parents,
});
const TWO_HEADS: readonly Fact[] = [migration("a"), migration("b", "a"), migration("c", "a")].map((fact) =>
  fact.kind === "migration" ? { ...fact, loaded: true } : fact,
);
const release = (command: string): Fact => ({
  kind: "platform-command",
  place: at("Procfile"),
  by: "pre-deploy command",
  command: known(command),
});

const interpolated: Fact = {
  kind: "interpolated-url",
  place: at("alembic/env.py", 12),
  variable: "DATABASE_URL",
};
const url = (value: Knowable<string>): Fact => ({
  kind: "variable",
  place: at(".env.production"),
  name: "DATABASE_URL",
  value,
  secret: true,
});

/** Cases of what a project says around its start command. */
export const PROJECT_CASES: Cases = {
  "service/runtime-version": [
    ["one that is asked for", [runtime("1.25", ">=1.25.3")], undefined],
    ["any of a minor version", [runtime("3.13", ">=3.12.1 <4", "python", "pyproject.toml")], undefined],
    ["an alternative", [runtime("22", "^20.9.0 || >=22", "node", "package.json")], undefined],
    ["a range that is none", [runtime("22", "lts/*", "node", "package.json")], undefined],
    ["a version that is none", [runtime("lts", ">=22", "node", "package.json")], undefined],
    ["an older one", [runtime("1.24", ">=1.25.0")], /^1\.24$/],
    ["an older one of Node.js, of which npm warns", [runtime("18", ">=20", "node", "package.json")], /^18$/],
    [
      "a newer one than a package has wheels for",
      [runtime("3.13.0", "<3.13.0", "python", "psycopg2-binary 2.9.9")],
      /^3\.13\.0$/,
    ],
  ],
  "service/lock-drift": [
    ["nothing differs", [], undefined],
    ["another version", [drift("4.21.2")], /^4\.21\.2$/],
    ["a package that is not in it", [drift(undefined)], /^none$/],
  ],
  "service/import-case": [
    ["none", [], undefined],
    ["other letters", [misspelt], /^others$/],
  ],
  "service/allowed-hosts": [
    ["the service's own", [render, setting("ALLOWED_HOSTS", known("localhost,shop.example.org"))], undefined],
    ["all", [render, setting("ALLOWED_HOSTS", known("*"))], undefined],
    ["another setting", [render, setting("DEBUG", known("true"))], undefined],
    ["no platform", [setting("ALLOWED_HOSTS", known(""))], undefined],
    ["what is computed", [render, setting("ALLOWED_HOSTS", unknown("it is computed"))], "unknown"],
    ["none", [render, setting("ALLOWED_HOSTS", known(""))], /^none$/],
    ["its own machine", [render, setting("ALLOWED_HOSTS", known("localhost,127.0.0.1"))], /^localhost, 127/],
    ["addresses, which no host is", [render, hosts("https://shop.onrender.com,shop.io:443")], "unknown"],
    ["names, in a variable", [render, hosts("localhost,shop.onrender.com")], undefined],
    [
      "a star, with Django's server",
      [render, start("gunicorn shop.wsgi:application"), hosts("*.onrender.com,localhost")],
      [
        "error api (envVars.ALLOWED_HOSTS): variable ALLOWED_HOSTS: expected the service's host name, or one that begins with a dot, got `*.onrender.com`, whose star Django takes for a letter. Write `.onrender.com`: a dot before a name is for all below it.",
      ],
    ],
    [
      "a star beside a name",
      [render, start("gunicorn shop.wsgi"), hosts("*.shop.com shop.onrender.com")],
      undefined,
    ],
    ["any host, with Django's server", [render, start("gunicorn shop.wsgi"), hosts("*")], undefined],
    ["a dot, with Django's server", [render, start("gunicorn shop.wsgi"), hosts(".onrender.com")], undefined],
    [
      "a star, where Starlette may take it",
      [render, start("uvicorn main:app"), hosts("*.shop.com")],
      undefined,
    ],
    [
      "a star in the code",
      [render, setting("ALLOWED_HOSTS", known("*.onrender.com"))],
      /^\*\.onrender\.com$/,
    ],
    ["none of Vite's", [render, setting("allowedHosts", known(""))], /^none$/],
  ],
  "database/broken-migrations": [
    ["a chain", [migration("a"), migration("b", "a"), migration("c", "b")], undefined],
    [
      "two that are merged",
      [migration("a"), migration("b", "a"), migration("c", "a"), migration("d", "b", "c")],
      undefined,
    ],
    ["a parent that is not there", [migration("a"), migration("b", "z")], /^`z`, which is none$/],
    ["two heads", [migration("a"), migration("b", "a"), migration("c", "a")], /^`b`, `c`$/],
    ["two heads that a release runs into", [...TWO_HEADS, release("alembic upgrade head")], /^`b`, `c`$/],
    [
      "two heads without an error of the release",
      [...TWO_HEADS, release("alembic upgrade heads")],
      /^`b`, `c`$/,
    ],
    [
      "two heads, and an error let pass",
      [...TWO_HEADS, release("alembic upgrade head || true")],
      /^`b`, `c`$/,
    ],
    [
      "two heads of a chain that may be another tool's",
      [migration("a"), migration("b", "a"), migration("c", "a"), release("alembic upgrade head")],
      /^`b`, `c`$/,
    ],
  ],
  "database/build-migrates": [
    ["an image that is built without a database", [], undefined],
    [
      "a migration in the build",
      [{ kind: "build-migration", place: at("Dockerfile", 5), command: "alembic upgrade head" }],
      /^`alembic upgrade head`$/,
    ],
  ],
  "database/interpolated-url": [
    ["a URL without a sign", [interpolated, url(known("postgresql://a:b@db.example.org/a"))], undefined],
    ["a URL that nobody knows", [interpolated, url(unknown("it is typed in the dashboard"))], "unknown"],
    ["a URL that no file sets", [interpolated], "unknown"],
    [
      "an encoded password",
      [interpolated, url(known("postgresql://a:b%40c@db.example.org/a"))],
      /^the URL as it is/,
    ],
    [
      "stars in place of the password",
      [{ kind: "hidden-password", place: at("alembic/env.py", 12) }],
      /^one with `\*{3}`/,
    ],
  ],
};
