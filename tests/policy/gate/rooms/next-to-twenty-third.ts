import type { ExplainedCase } from "../nineteenth-form";
import { bare, DOCKER, node, POOL, REF } from "../written";
import { GUNICORN, having, run } from "./orchard";

const CELERY = "celery -A orchard worker -l info";
const disk = (mountPath: string) => ({ ...DOCKER, disk: { name: "data", mountPath, sizeGb: 5 } });
const onDisk = (command: string, mountPath: string) => ({
  ...bare,
  command,
  properties: disk(mountPath),
});
const from = (repoUrl: string) => ({
  runtimeSource: {
    nativeRuntime: { runtime: "python", buildCommand: "pip install .", repoUrl, branch: "main" },
  },
});

/** Siblings of what the twenty-third batch found, written before the change. In the first run 2 of the 16 and all of the 15 sound ones were right. */
export const NEXT_TO_TWENTY_THIRD: readonly ExplainedCase[] = [
  {
    rule: "service/start-command",
    ...run("a server does not end, so what follows never starts", `${GUNICORN} ; ${CELERY}`),
  },
  {
    rule: "service/start-command",
    ...run(
      "the second server is the one that Render asks, and the first does not end",
      "uvicorn orchard.admin:app --host 0.0.0.0 --port 8001 && uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
    ),
  },
  {
    rule: "service/start-command",
    ...run("the worker never starts, in the background or not", `${GUNICORN} && ${CELERY} & wait`),
  },
  {
    rule: "service/start-command",
    ...run(
      "migrations end and the server does not",
      `python manage.py migrate && ${GUNICORN} && celery -A orchard beat`,
    ),
  },
  {
    rule: "environment/placeholder|service/start-command",
    ...run("the module is a template's", "gunicorn your_project.wsgi:application --bind 0.0.0.0:$PORT"),
  },
  {
    rule: "environment/placeholder|service/start-command",
    ...run("the module is a template's", "uvicorn your_app.main:app --host 0.0.0.0 --port $PORT"),
  },
  {
    rule: "environment/placeholder|service/start-command",
    ...run("the archive is a template's", "java -Dserver.port=$PORT -jar target/your-app.jar", {
      properties: DOCKER,
      driver: "pgjdbc",
    }),
  },
  {
    rule: "environment/placeholder|service/start-command",
    ...run("the file is a template's", "node path/to/your/server.js", node),
  },
  {
    rule: "service/source",
    ...having("SSH's form of an address", from("ssh://git@github.com/acme/api.git")),
  },
  { rule: "service/source", ...having("SSH's form of an address", from("git@gitlab.com:acme/api.git")) },
  {
    rule: "database/url-malformed",
    why: "a command, which no driver reads",
    variables: { DATABASE_URL: `psql -h ${POOL} -p 5432 -d postgres -U app.${REF}` },
    command: GUNICORN,
    ...bare,
  },
  {
    rule: "database/url-malformed",
    why: "a command, which no driver reads",
    variables: {
      DATABASE_URL: `PGPASSWORD=h7TarnMoss4w pg_dump --host=${POOL} --username=app.${REF} postgres`,
    },
    command: GUNICORN,
    driver: "psycopg2",
  },
  {
    rule: "service/allowed-hosts",
    why: "names of another platform",
    variables: { ALLOWED_HOSTS: "orchard.herokuapp.com" },
    command: GUNICORN,
    driver: "psycopg2",
  },
  {
    rule: "service/allowed-hosts",
    why: "names of another platform and of this machine",
    variables: { DJANGO_ALLOWED_HOSTS: "localhost,127.0.0.1,orchard.fly.dev" },
    command: GUNICORN,
    driver: "psycopg2",
  },
  {
    rule: "environment/missing-file",
    why: "the data is beside the disk",
    ...onDisk("./pocketbase serve --http=0.0.0.0:8000 --dir /pb/pb_data", "/pb_data"),
  },
  {
    rule: "environment/missing-file",
    why: "the data is beside the disk",
    ...onDisk("minio server /data --address 0.0.0.0:8000", "/mnt/data"),
  },
];

export const SOUND_NEXT_TO_TWENTY_THIRD: readonly ExplainedCase[] = [
  run("the worker runs beside the server", `${CELERY} & ${GUNICORN}`),
  run("both run, and the shell waits", `${GUNICORN} & ${CELERY} & wait`),
  run("what follows says that the server has ended", `${GUNICORN} && echo stopped`),
  run("what follows is done when the server has ended", `${GUNICORN} ; python manage.py flush_spool`),
  run(
    "one that fails leads to the other",
    `${GUNICORN} || gunicorn orchard.fallback:app --bind 0.0.0.0:$PORT`,
  ),
  run(
    "exec takes the shell's place on purpose",
    `if [ -n "$ASGI" ]; then exec uvicorn orchard.main:app --host 0.0.0.0 --port $PORT; else exec ${GUNICORN}; fi`,
  ),
  run("a name that only begins so", "gunicorn yourspace.wsgi:application --bind 0.0.0.0:$PORT"),
  run("a module of a product", "uvicorn yourls_proxy.main:app --host 0.0.0.0 --port $PORT"),
  run("an application's own name", "gunicorn myapp.wsgi:application --bind 0.0.0.0:$PORT"),
  having("an address of HTTPS", from("https://github.com/acme/api.git")),
  {
    why: "psql is another variable's",
    variables: { BACKUP_COMMAND: `psql -h ${POOL} -p 5432 -d postgres -U app.${REF}` },
    command: GUNICORN,
    driver: "psycopg2",
  },
  {
    why: "Render's name beside the old one",
    variables: { ALLOWED_HOSTS: "orchard.herokuapp.com,orchard.onrender.com" },
    command: GUNICORN,
    driver: "psycopg2",
  },
  {
    why: "a domain of one's own",
    variables: { ALLOWED_HOSTS: "orchard.press" },
    command: GUNICORN,
    driver: "psycopg2",
  },
  {
    why: "the folder is on the disk",
    ...onDisk("./pocketbase serve --http=0.0.0.0:8000 --dir=/pb/pb_data", "/pb"),
  },
  {
    why: "the options name no data",
    ...onDisk("/app/server --addr 0.0.0.0:8000 --config /etc/app.toml", "/var/data"),
  },
];
