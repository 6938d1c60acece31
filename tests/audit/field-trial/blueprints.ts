import { blueprint, type TrialCase, variable } from "./trial-case";

const FIELD = "blueprint/unknown-field";
const VALUE = "blueprint/unknown-value";
const IN_BLUEPRINT = "secret/in-blueprint";
const NODE = {
  "package.json": '{ "name": "shop", "dependencies": { "express": "5.1.0" } }',
  "server.js": "require('express')().listen(process.env.PORT);\n",
};

/** A sound web service with these lines from line 7 on. */
const web = (...lines: readonly string[]): TrialCase["files"] => ({
  ...NODE,
  "render.yaml": blueprint("node", "startCommand: node server.js", ...lines),
});

const NO_SECRETS = {
  NEXT_PRIVATE_SMTP_TRANSPORT: "smtp-auth",
  CREDENTIALS_MODE: "include",
  AWS_SECRET_REGION: "eu-west-1",
  CLERK_SECRET_KEY_SOURCE: "dashboard",
  PRIVATE_NETWORK: "internal-net",
};

const SUPABASE_KEY = ["sb", "secret", "k3Jq9vLz0pXw7RtYb2NcMg_4hD8sF1a"].join("_");

/** Fields, values and secrets of a Blueprint. */
export const BLUEPRINTS: readonly TrialCase[] = [
  ...Object.entries(NO_SECRETS).map(
    ([name, value]): TrialCase => ({
      fault: "trial 3",
      title: `${name} holds no secret`,
      files: web(...variable(name, value)),
      told: [],
      silent: [IN_BLUEPRINT],
    }),
  ),
  {
    fault: "facts 11",
    title: "a secret key of Supabase in SUPABASE_KEY",
    files: web(...variable("SUPABASE_KEY", SUPABASE_KEY)),
    told: [`error ${IN_BLUEPRINT} render.yaml:9`],
  },
  {
    fault: "facts 11",
    title: "a secret key of Supabase in NEXT_PUBLIC_SUPABASE_KEY",
    files: web(...variable("NEXT_PUBLIC_SUPABASE_KEY", SUPABASE_KEY)),
    // The one is of the file, the other of the pages that a build makes: each has its own correction.
    told: ["error secret/in-browser render.yaml:9", `error ${IN_BLUEPRINT} render.yaml:9`],
  },
  {
    fault: "facts 11",
    title: "a publishable key of Supabase is public",
    files: web(...variable("SUPABASE_KEY", SUPABASE_KEY.replace("secret", "publishable"))),
    told: [],
    silent: [IN_BLUEPRINT],
  },
  ...Object.entries({
    "port: 8000": /`PORT` in `envVars`/,
    "healthCheckTimeout: 10": /^Remove it: Render's time/,
    "numReplicas: 2": /`numInstances`/,
    "workingDir: app": /`rootDir`/,
  }).map(
    ([line, fix]): TrialCase => ({
      fault: "trial 9",
      title: `${line} gets the right words`,
      files: web(line),
      told: [`warning ${FIELD} render.yaml:7`],
      fixes: { [FIELD]: fix },
    }),
  ),
  {
    fault: "trial 10",
    title: "a web service without a health path gets a note",
    files: {
      ...NODE,
      "render.yaml":
        "services:\n  - { type: web, name: shop, runtime: node, startCommand: node server.js, plan: starter }\n",
    },
    told: ["note service/health-check-path render.yaml:2"],
  },
  {
    fault: "trial 10",
    title: "the invented database of a developer's compose file is no placeholder",
    files: {
      "compose.yaml":
        "services:\n  db:\n    image: mysql:9\n    environment:\n      MYSQL_DATABASE: example\n      MYSQL_ROOT_PASSWORD: example\n",
    },
    told: [],
    silent: ["environment/placeholder"],
  },
  {
    fault: "trial 11",
    title: "services of one name in two compose files of two projects have their own ports",
    files: {
      "one/compose.yaml":
        'services:\n  backend:\n    image: one\n    environment: { PORT: "3000" }\n    ports: ["3000:3000"]\n',
      "two/compose.yaml":
        'services:\n  backend:\n    image: two\n    environment: { PORT: "8000" }\n    ports: ["8000:8000"]\n',
    },
    told: [],
    silent: ["port/agreement"],
  },
  {
    fault: "trial 12",
    title: "Django's DEBUG = True",
    files: {
      "requirements.txt": "django==5.2\ngunicorn==23.0.0\n",
      "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_.settings")\n',
      "site_/__init__.py": "",
      "site_/settings.py":
        'DEBUG = True\nALLOWED_HOSTS = ["shop.example.org"]\nROOT_URLCONF = "site_.urls"\n',
      "site_/wsgi.py":
        'import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_.settings")\napplication = get_wsgi_application()\n',
      "render.yaml": blueprint("python", "startCommand: gunicorn site_.wsgi:application"),
    },
    told: ["warning environment/debug-in-production site_/settings.py:1"],
  },
  ...["1c-2g", "0.5c-512mb", "starter_legacy", "8c-64g", "pro plus"].map(
    (plan): TrialCase => ({
      fault: "facts 1",
      title: `the plan ${plan}`,
      files: web(`plan: ${plan}`),
      told: [],
      silent: [VALUE],
    }),
  ),
  {
    fault: "facts 1",
    title: "an unknown plan is a warning, with the day of the list",
    files: web("plan: nonsense"),
    told: [`warning ${VALUE} render.yaml:7`],
  },
  {
    fault: "facts 15",
    title: "the older name of initialDeployHook",
    files: web("afterFirstDeployCommand: node seed.js"),
    told: [],
    silent: [FIELD],
  },
  ...["worker", "pserv", "cron"].map(
    (type): TrialCase => ({
      fault: "facts 14",
      title: `a ${type} has no plan \`free\``,
      files: {
        ...NODE,
        "render.yaml": `services:\n  - type: ${type}\n    name: jobs\n    runtime: node\n    startCommand: node server.js\n    ${type === "cron" ? 'schedule: "0 * * * *"' : "numInstances: 1"}\n    plan: free\n`,
      },
      told: ["error plan/limits render.yaml:7"],
    }),
  ),
  {
    fault: "facts 14",
    title: "a cron job has no disk",
    files: {
      ...NODE,
      "render.yaml":
        'services:\n  - type: cron\n    name: jobs\n    runtime: node\n    startCommand: node server.js\n    schedule: "0 * * * *"\n    disk: { name: data, mountPath: /data }\n',
    },
    told: [`note ${FIELD} render.yaml:7`],
  },
];
