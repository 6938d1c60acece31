import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { by, GUNICORN, run, UVICORN } from "./orchard";

const START = "service/start-command";
const NEED = "service/unmet-need";
const FILE = "environment/missing-file";
const VALUE = "environment/refused-value";
const ASGI = "gunicorn orchard.asgi:application --bind 0.0.0.0:$PORT";
const WORKER = { kind: "worker", ...bare } as const;
const inFolder = (
  rootDirectory: string,
  buildCommand = "pip install -r requirements.txt",
  runtime = "python",
) => ({
  properties: {
    rootDirectory,
    runtimeSource: {
      nativeRuntime: {
        runtime,
        buildCommand,
        repoUrl: "https://github.com/orchard-press/orchard",
        branch: "main",
      },
    },
  },
});

/** Options, folders and values of reports, written with their verdict. In the first run 1 of the 16 was right, and 17 of the 19 sound ones
 * passed: the other two named a module of WSGI. */
export const OPTIONS_BROKEN: readonly ExplainedCase[] = [
  {
    rule: START,
    ...run("uvicorn's choices are in small letters (run with 0.54)", `${UVICORN} --log-level INFO`),
  },
  {
    rule: START,
    ...run("the same by a variable", `${UVICORN} --log-level $LOG_LEVEL`, {
      variables: { LOG_LEVEL: "INFO" },
    }),
  },
  {
    rule: START,
    ...by("the same by uvicorn's own variable", { UVICORN_LOG_LEVEL: "Info" }, { command: UVICORN }),
  },
  { rule: START, ...run("the module is uvicorn.workers", `${ASGI} -k uvicorn.worker.UvicornWorker`) },
  { rule: START, ...run("the class is in uvicorn.workers", `${ASGI} --worker-class uvicorn.UvicornWorker`) },
  {
    rule: NEED,
    ...run("nothing sets WORKERS, and --workers takes a number", `${UVICORN} --workers $WORKERS`),
  },
  { rule: NEED, ...run("nothing sets GUNICORN_WORKERS", `${GUNICORN} --workers=\${GUNICORN_WORKERS}`) },
  {
    rule: NEED,
    ...run(
      "nothing sets CELERY_CONCURRENCY",
      "celery -A orchard worker --concurrency $CELERY_CONCURRENCY",
      WORKER,
    ),
  },
  { rule: FILE, ...run("the command runs in the folder", `cd backend && ${UVICORN}`, inFolder("backend")) },
  { rule: FILE, ...run("the same, deeper", `cd services/api && ${UVICORN}`, inFolder("services/api")) },
  {
    rule: FILE,
    ...run(
      "the build runs in the folder",
      UVICORN,
      inFolder("backend", "pip install -r backend/requirements.txt"),
    ),
  },
  {
    rule: FILE,
    ...run("the server's file is named from the root", "node backend/dist/main.js", {
      ...node,
      ...inFolder("backend", "npm ci && npm run build", "node"),
    }),
  },
  { rule: FILE, ...run("a folder of the repository begins with no slash", UVICORN, inFolder("/backend")) },
  {
    rule: VALUE,
    ...by("a header's value ends with a line break", { OPENAI_API_KEY: "sk-proj-Qn4ceGale8vTmR2\n" }),
  },
  {
    rule: VALUE,
    ...by("a blank was copied with the key", { STRIPE_SECRET_KEY: " sk_live_Qn4ceGale8vTmR2" }),
  },
  { rule: VALUE, ...by("a region as the console shows it", { AWS_DEFAULT_REGION: "N. Virginia" }) },
];

export const OPTIONS_SOUND: readonly ExplainedCase[] = [
  run("small letters", `${UVICORN} --log-level info`),
  run("gunicorn takes either", `${GUNICORN} --log-level INFO`),
  run("celery takes either", "celery -A orchard worker --loglevel=INFO", WORKER),
  run("the shell makes small letters of it", `${UVICORN} --log-level \${LOG_LEVEL,,}`, {
    variables: { LOG_LEVEL: "INFO" },
  }),
  run("uvicorn's own class", `${ASGI} -k uvicorn.workers.UvicornH11Worker`),
  run("the class of the package of its own", `${ASGI} -k uvicorn_worker.UvicornWorker`),
  run("a class of the project's own", `${ASGI} -k orchard.workers.HeadlessWorker`),
  run("a number where nothing sets it", `${UVICORN} --workers \${WORKERS:-2}`),
  run("the line sets it", `export WORKERS=2 && ${UVICORN} --workers $WORKERS`),
  run("Render sets it", `${UVICORN} --workers $WEB_CONCURRENCY`),
  run("options may be none", `gunicorn $GUNICORN_ARGS orchard.wsgi:application --bind 0.0.0.0:$PORT`),
  run("the service sets it", `${UVICORN} --workers $WORKERS`, { variables: { WORKERS: "2" } }),
  run("its group sets it", `${UVICORN} --workers $WORKERS`, { group: { WORKERS: "2" } }),
  run("a folder in the folder", `cd src && ${UVICORN}`, inFolder("backend")),
  run(
    "a package of the folder's name",
    `uvicorn backend.main:app --host 0.0.0.0 --port $PORT`,
    inFolder("backend"),
  ),
  run("the folder beside it", UVICORN, inFolder("backend", "pip install -r ../requirements.txt")),
  by("a key in PEM's form ends with a line break", {
    APP_PRIVATE_KEY:
      "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n",
  }),
  by("a sentence has blanks", { WELCOME: "Good morning, and welcome " }),
  by("a region of another maker", { AWS_REGION: "auto" }),
];
