import { blueprint, type TrialCase, variable } from "./trial-case";

const POOLER = "postgres.abcdefghijklmnopqrst@aws-0-eu-central-1.pooler.supabase.com:6543/postgres";
const PACKAGES = { "@prisma/adapter-pg": "7.10.1", "@prisma/client": "7.10.1", prisma: "7.10.1" };
const SERVER = "require('express')().listen(process.env.PORT);\n";

/** A service of Python whose code needs a variable that nothing in the repository sets. */
const asking = (name: string): TrialCase["files"] => ({
  "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
  "main.py": `import os\nfrom fastapi import FastAPI\napp = FastAPI()\nvalue = os.environ["${name}"]\n`,
  "render.yaml": blueprint("python", "startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT"),
});

/** What was right once, as far as a repository shows it. */
export const DATED: readonly TrialCase[] = [
  {
    fault: "dated 2",
    title: "10000 of a private service is a doubt and no error",
    files: {
      "package.json": '{ "name": "shop", "dependencies": { "express": "5.1.0" } }',
      "server.js": SERVER,
      "render.yaml": blueprint("node", "startCommand: node server.js", ...variable("PORT", "10000"))
        .replace("type: web", "type: pserv")
        .replace(/.*healthCheckPath.*\n/, ""),
    },
    told: ["warning port/reserved render.yaml:8"],
  },
  {
    fault: "dated 9",
    title: "Prisma 7 is not sent to `directUrl`, which it has no more",
    files: {
      "package.json": JSON.stringify({ name: "shop", dependencies: { ...PACKAGES, express: "5.1.0" } }),
      "prisma/schema.prisma": 'datasource db {\n  provider = "postgresql"\n}\n',
      "server.js": `const { PrismaPg } = require("@prisma/adapter-pg");\nconst adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL });\n${SERVER}`,
      "render.yaml": blueprint(
        "node",
        "startCommand: npx prisma migrate deploy && node server.js",
        ...variable("DATABASE_URL", `postgresql://${POOLER}`),
      ),
    },
    told: ["error database/direct-for-migrations render.yaml:6"],
    fixes: { "database/direct-for-migrations": /Prisma 7 by `datasource\.url` of prisma\.config\.ts/ },
  },
  ...[
    "MIX_ENV",
    "RELEASE_DISTRIBUTION",
    "GOPATH",
    "FORWARDED_ALLOW_IPS",
    "PIPENV_YES",
    "VENV_ROOT",
    "BUNDLE_WITHOUT",
    "GEM_PATH",
    "MALLOC_ARENA_MAX",
    "PASSENGER_ENGINE",
    "PIDFILE",
    "RAILS_SERVE_STATIC_FILES",
    "RAILS_LOG_TO_STDOUT",
    "CARGO_HOME",
    "ROCKET_ENV",
    "RUSTUP_HOME",
    "CI",
  ].map(
    (name): TrialCase => ({
      fault: "dated 10",
      title: `Render sets ${name} itself`,
      files: asking(name),
      told: [],
      silent: ["environment/missing-variable"],
    }),
  ),
  {
    fault: "dated 10",
    title: "a variable that Render does not set is missing",
    files: asking("SHOP_NAME"),
    told: ["note environment/missing-variable main.py:4"],
  },
];
