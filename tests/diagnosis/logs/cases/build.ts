import type { LogCase } from "../case";
import { HOSTS } from "../network";
import { database, WRONG_PASSWORD } from "./database-url";

const SURE = ["certain", "likely"] as const;
const START = "uvicorn main:app --host 0.0.0.0 --port $PORT";

/** What fails before the service is started: builds, pre-deploy commands and migrations. */
export const BUILD_CASES: readonly LogCase[] = [
  {
    name: "build-pip-no-such-version",
    produced: "pip has no package of the pinned version (its index is left out).",
    build: "pip install --no-index --disable-pip-version-check fastapi==99.1.0",
    start: START,
    form: "dashboard",
    truth: {
      failureMode: "build/failed",
      certainty: SURE,
      root: /No matching distribution found|Could not find a version that satisfies/,
    },
  },
  {
    name: "build-pip-no-requirements",
    produced: "The build command names a file of requirements that the repository does not have.",
    build: "pip install --no-index --disable-pip-version-check -r requirements/production.txt",
    start: START,
    form: "json",
    truth: { failureMode: "build/failed", certainty: SURE, root: /Could not open requirements file/ },
  },
  {
    name: "build-npm-no-script",
    produced: "The build command runs a script that package.json does not have.",
    runtime: "node",
    build: `echo '{"name":"navigator","scripts":{"start":"node server.js"}}' > package.json && npm run build`,
    start: "npm start",
    form: "iso",
    truth: { failureMode: "build/failed", certainty: SURE, root: /Missing script: "build"/ },
  },
  {
    name: "build-syntax-error",
    produced: "The build compiles the sources, and one of them is no Python.",
    build: "echo 'def broken(:' > routes.py && python -m compileall -q .",
    start: START,
    form: "coloured",
    truth: { failureMode: "build/failed", certainty: SURE, root: /SyntaxError|==> Build failed/ },
  },
  {
    name: "pre-deploy-seed",
    produced: "The pre-deploy command is a script with a mistake of its own.",
    preDeploy: "python seed.py",
    start: START,
    form: "dashboard",
    truth: { failureMode: "pre-deploy/failed", certainty: SURE, root: /TypeError: int\(\) argument/ },
  },
  {
    name: "migration-alembic-no-revision",
    produced: "alembic is asked for a revision that the repository does not have.",
    preDeploy: "alembic upgrade 9d3be8a01c55",
    start: START,
    variables: database({ host: HOSTS.postgres.name, user: "navigator" }),
    form: "iso",
    truth: {
      failureMode: "migration/failed",
      certainty: SURE,
      root: /Can't locate revision identified by '9d3be8a01c55'/,
    },
  },
  {
    name: "migration-alembic-table-exists",
    produced: "An alembic migration makes a table that is there already.",
    preDeploy: "alembic upgrade head",
    start: START,
    variables: database({ host: HOSTS.postgres.name, user: "navigator" }),
    form: "dashboard",
    truth: {
      failureMode: "migration/failed",
      certainty: SURE,
      root: /relation "orders" already exists/,
    },
  },
  {
    name: "pre-deploy-alembic-credentials",
    produced: "alembic runs before the deploy with a wrong password.",
    preDeploy: "alembic upgrade head",
    start: START,
    variables: database({ password: WRONG_PASSWORD }),
    form: "syslog",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /password authentication failed for user/,
    },
  },
  {
    name: "build-tests-fail",
    produced: "The build runs the tests, and one of them fails.",
    build: "python -m unittest",
    start: START,
    form: "iso",
    truth: { failureMode: "build/failed", certainty: SURE, root: /AssertionError/ },
  },
];
