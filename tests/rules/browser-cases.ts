import { type Fact, type FactOf, known, type PlatformFact, unknown } from "../../domain";
import { type Cases, environment, here, render, start, variable } from "./facts";

/** Put together here, so that no scanner takes a text of this file for a key. */
const DRAWN = ["c4naryK9xQ", "w7ZrT2mLp8", "VbN5sHd3", "Qa1"].join("");
const SECRET = ["sb_", "secret_", DRAWN].join("");
const LIVE = ["sk_", "live_", DRAWN].join("");
const jwt = (payload: object): string =>
  [{ alg: "HS256", typ: "JWT" }, payload, { canary: DRAWN }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
const typed = (name: string): Fact =>
  ({ ...variable(name, ""), value: unknown("typed in the dashboard") }) as Fact;
const AWS = ["c4naryK9xQw7ZrT2mLp8", "VbN5sHd3Qa1/Ru6+Ye0J"].join("");

const site: PlatformFact = { ...render, type: "static", listens: false };
const publishes = (publishPath: string): PlatformFact => ({ ...site, publishPath });
const runs = (by: FactOf<"platform-command">["by"], command: string): Fact => ({
  kind: "platform-command",
  place: here,
  by,
  command: known(command),
});
const build = (command: string): Fact => runs("build command", command);
const disk: Fact = {
  kind: "manifest-part",
  platform: "render",
  part: "disk",
  place: here,
  fields: new Map([["mountPath", { text: "/var/data/", place: here }]]),
};
const SQLITE = variable("DATABASE_URL", "sqlite:////var/data/wiki.sqlite3");
const WIKI: Fact = {
  kind: "neighbour",
  place: here,
  platform: "render",
  is: "web",
  name: "wiki",
  hosts: ["wiki"],
  diskAt: "/var/data",
};
const at = (name: string, property: string) =>
  ({ source: "resource", urn: `urn:pulumi:production::acme::render:index/x:X::${name}`, property }) as const;
const MIGRATE = "python manage.py migrate --noinput";

/** What browsers are given, what a site publishes, and what runs before an instance has its disk. */
export const BROWSER_CASES: Cases = {
  "secret/in-browser": [
    [
      "a secret key of Supabase",
      [site, variable("VITE_SUPABASE_KEY", SECRET)],
      [
        "error test: variable VITE_SUPABASE_KEY: expected Supabase's publishable key, which row level security guards, got a secret key of Supabase. Give the secret a name without `VITE_`, to a server alone, and make a new one: pages that were built have this one.",
      ],
    ],
    [
      "Supabase's older key that passes row level security",
      [render, variable("NEXT_PUBLIC_SUPABASE_KEY", jwt({ iss: "supabase", role: "service_role" }))],
      /^Supabase's service_role key$/,
    ],
    [
      "the one of Supabase's samples, which everybody has",
      [variable("VITE_KEY", jwt({ iss: "supabase-demo", role: "service_role" }))],
      undefined,
    ],
    [
      "Supabase's older key for browsers",
      [variable("REACT_APP_SUPABASE_KEY", jwt({ iss: "supabase", role: "anon" }))],
      undefined,
    ],
    ["Supabase's key for browsers", [variable("VITE_KEY", `sb_publishable_${DRAWN}`)], undefined],
    ["a live key of Stripe", [variable("REACT_APP_STRIPE_KEY", LIVE)], /^a live key of Stripe$/],
    ["Stripe's key for browsers", [variable("REACT_APP_STRIPE_KEY", `pk_live_${DRAWN}`)], undefined],
    ["a key of AWS", [variable("NUXT_PUBLIC_AWS_SECRET_ACCESS_KEY", AWS)], /^a secret access key of AWS$/],
    [
      "a database's URL with its password",
      [variable("EXPO_PUBLIC_DATABASE_URL", `postgresql://app:${DRAWN}@db.acme.com:5432/app`)],
      /^a URL with its password$/,
    ],
    ["a database's URL without one", [variable("VITE_DB", "postgresql://app@db.acme.com/app")], undefined],
    [
      "an address",
      [variable("VITE_API_URL", "https://api.acme.com"), variable("API_KEY", SECRET)],
      undefined,
    ],
    [
      "a prefix that a site alone has for certain",
      [site, variable("PUBLIC_KEY", SECRET)],
      [
        "error test: variable PUBLIC_KEY: expected Supabase's publishable key, which row level security guards, got a secret key of Supabase. Give the secret a name without `PUBLIC_`, to a server alone, and make a new one: pages that were built have this one.",
      ],
    ],
    [
      "the same of a server",
      [render, variable("PUBLIC_KEY", SECRET)],
      [
        "warning test: variable PUBLIC_KEY: expected Supabase's publishable key, which row level security guards, got a secret key of Supabase. Give the secret a name without `PUBLIC_`, to a server alone, and make a new one: pages that were built have this one.",
      ],
    ],
    [
      "an image, whose pages were built before",
      [{ ...render, runtime: "image" }, variable("VITE_STRIPE", LIVE)],
      [
        "warning test: variable VITE_STRIPE: expected Stripe's publishable key, `pk_live_…`, got a live key of Stripe. Give the secret a name without `VITE_`, to a server alone, and make a new one: pages that were built have this one.",
      ],
    ],
    ["a developer's machine", [environment("local"), variable("VITE_STRIPE", LIVE)], undefined],
    [
      "values that are not known, of names that only secrets have",
      [render, typed("VITE_SERVICE_ROLE_KEY"), typed("NEXT_PUBLIC_DB_PASSWORD")],
      [
        "error test: variable VITE_SERVICE_ROLE_KEY: expected a value that everybody may have, got a secret, as its name says. Give the secret a name without `VITE_`, to a server alone, and make a new one: pages that were built have this one.",
        "error test: variable NEXT_PUBLIC_DB_PASSWORD: expected a value that everybody may have, got a secret, as its name says. Give the secret a name without `NEXT_PUBLIC_`, to a server alone, and make a new one: pages that were built have this one.",
      ],
    ],
    [
      "keys for browsers that are not known",
      [
        ...["RECAPTCHA_SITE_KEY", "VAPID_PUBLIC_KEY", "STRIPE_PUBLISHABLE_KEY", "SUPABASE_ANON_KEY"],
        ...["TOKEN_URL", "API_KEY"],
      ].map((name) => typed(`NEXT_PUBLIC_${name}`)),
      undefined,
    ],
    ["a switch of a secret's name", [typed("VITE_USE_PRIVATE_KEY")], "unknown"],
    ["a value that is not known, of a name that may be a secret's", [typed("VITE_DATABASE_URL")], "unknown"],
  ],
  "service/publish-path": [
    [
      "a server's build",
      [publishes("web/.next/"), build("npm ci && npx next build")],
      [
        "error test: published folder: expected a folder of whole pages, got `web/.next/`, the build of Next's server, which has no index.html. Set `output: 'export'` in next.config.js and publish `out`, or make this a web service that runs `next start`.",
      ],
    ],
    ["an export", [publishes("out"), build("npm ci && npx next build")], undefined],
    [
      "what Vite writes to unless its settings say otherwise",
      [publishes("build"), build("vite build")],
      undefined,
    ],
    [
      "another folder than create-react-app's",
      [publishes("dist"), build("npm ci && react-scripts build")],
      [
        "error test: published folder: expected `build`, got `dist`, another than the one that react-scripts writes to. Publish `build`, to which `react-scripts` writes the pages.",
      ],
    ],
    [
      "a folder that a variable names",
      [publishes("dist"), build("react-scripts build"), variable("BUILD_PATH", "dist")],
      undefined,
    ],
    [
      "a folder that the pages are moved to",
      [publishes("dist"), build("react-scripts build && mv build dist")],
      undefined,
    ],
    [
      "another folder than Gatsby's",
      [publishes("build"), build("npx gatsby build --prefix-paths")],
      /^`build`, another/,
    ],
    ["Gatsby's", [publishes("./public"), build("gatsby build")], undefined],
    [
      "another folder than Docusaurus's",
      [publishes("dist"), build("npx docusaurus build")],
      /^`dist`, another/,
    ],
    ["a web service", [{ ...render, type: "web", publishPath: ".next" }], undefined],
  ],
  "service/disk-of-another": [
    [
      "a cron job with the path of a web service's disk",
      [{ ...render, type: "cron" }, WIKI, SQLITE],
      [
        "error test: SQLite file in DATABASE_URL: expected a file on a disk of its own, or a database server, got one below /var/data, the disk of wiki alone. Let wiki do what needs the file, or keep the data in a database server.",
      ],
    ],
    [
      "a worker that has it of a group",
      [
        { ...render, type: "worker", place: at("jobs", "plan") },
        WIKI,
        { ...SQLITE, place: at("shared", "envVars.DATABASE_URL") } as Fact,
      ],
      [
        "warning shared (envVars.DATABASE_URL): SQLite file in DATABASE_URL: expected a file on a disk of its own, or a database server, got one below /var/data, the disk of wiki alone. Let wiki do what needs the file, or keep the data in a database server.",
      ],
    ],
    [
      "an address that is known later, beside a disk",
      [render, WIKI, { ...SQLITE, value: unknown("known only after the deployment") } as Fact],
      "unknown",
    ],
    ["a service with a disk of its own", [{ ...render, disk: true }, disk, WIKI, SQLITE], undefined],
    ["another path", [render, WIKI, variable("DATABASE_URL", "sqlite:////tmp/a.db")], undefined],
    ["a developer's machine", [environment("local"), render, WIKI, SQLITE], undefined],
  ],
  "service/disk-before-start": [
    [
      "a migration of the file on the disk",
      [render, disk, SQLITE, runs("pre-deploy command", MIGRATE)],
      [
        "error test: pre-deploy command: expected a command that leaves the disk at /var/data alone, got `manage.py migrate` of the SQLite file that DATABASE_URL names there. Put it before the server in the start command, which has the disk.",
      ],
    ],
    [
      "the same while it is built, with Prisma's URL",
      [render, disk, variable("DATABASE_URL", "file:/var/data/app.db"), build("npx prisma migrate deploy")],
      /^`prisma migrate deploy` of the SQLite file/,
    ],
    [
      "a migration of the file that a path names",
      [
        ...[render, disk, variable("DATABASE_PATH", "/var/data/wiki.sqlite3")],
        runs("pre-deploy command", MIGRATE),
      ],
      /^`manage.py migrate` of the SQLite file that DATABASE_PATH names there$/,
    ],
    [
      "a path beside a database elsewhere",
      [
        ...[render, disk, variable("DB_PATH", "/var/data/cache.db"), typed("DATABASE_URL")],
        runs("pre-deploy command", MIGRATE),
      ],
      "unknown",
    ],
    [
      "a path beside the disk",
      [render, disk, variable("DB_PATH", "/srv/wiki.db"), runs("pre-deploy command", MIGRATE)],
      undefined,
    ],
    ["the start command", [render, disk, SQLITE, start(`${MIGRATE} && gunicorn wiki.wsgi`)], undefined],
    [
      "the start command too",
      [render, disk, SQLITE, runs("pre-deploy command", MIGRATE), start(`${MIGRATE} && gunicorn wiki.wsgi`)],
      "unknown",
    ],
    [
      "a database elsewhere",
      [
        render,
        disk,
        variable("DATABASE_URL", "postgresql://a@db.acme.com/a"),
        runs("pre-deploy command", MIGRATE),
      ],
      undefined,
    ],
    [
      "a file beside the disk",
      [
        render,
        disk,
        variable("DATABASE_URL", "sqlite:////var/database.db"),
        runs("pre-deploy command", MIGRATE),
      ],
      undefined,
    ],
    [
      "a file below the program's folder",
      [
        render,
        disk,
        variable("DATABASE_URL", "sqlite:///var/data/a.db"),
        runs("pre-deploy command", MIGRATE),
      ],
      undefined,
    ],
    [
      "a database that the command names",
      [render, disk, SQLITE, runs("pre-deploy command", `DATABASE_URL=$OTHER ${MIGRATE}`)],
      undefined,
    ],
    [
      "a database that is not known yet",
      [
        render,
        disk,
        { ...SQLITE, value: unknown("known only after the deployment") } as Fact,
        runs("pre-deploy command", MIGRATE),
      ],
      "unknown",
    ],
    [
      "a second database, of which the command says nothing",
      [
        render,
        disk,
        SQLITE,
        variable("CORE_DATABASE_URL", "postgresql://a@db.acme.com/a"),
        runs("pre-deploy command", MIGRATE),
      ],
      "unknown",
    ],
    ["no disk", [render, SQLITE, runs("pre-deploy command", MIGRATE)], undefined],
  ],
};
