import type { SealedCase } from "./sealed";
import { DOCKER, ruby } from "./written";

const [LOOPBACK, PORT] = ["service/loopback-bind", "port/agreement"];
/** As Spring has it. */
const PLACEHOLDER = `$${"{PORT:8080}"}`;
const java = { driver: "pgjdbc", properties: DOCKER };

const named = (command: string, name: string, content: string, more: SealedCase = {}): SealedCase => ({
  command: command.replace("{}", `/etc/secrets/${name}`),
  secretFiles: { [name]: content },
  ...more,
});
const gunicorn = (content: string) => named("gunicorn -c {} main:app", "gunicorn.conf.py", content);
const spring = (name: string, content: string) =>
  named("java -jar app.jar --spring.config.additional-location={}", name, content, java);
const puma = (content: string) => named("bundle exec puma -C {}", "puma.rb", content, ruby);

/** Addresses in a server's own file of settings, which the start command names, and environments that a line clears. */
export const BROKEN_FILES: readonly SealedCase[] = [
  ...[
    ...[
      "Start Command: gunicorn app:app",
      "> npm start",
      "RUN gunicorn app:app",
      "uvicorn main",
      "uvicorn main.py",
    ],
    ...[
      "daphne mysite.asgi",
      "gunicorn ./src/app.py",
      "rake assets:precompile",
      "php artisan migrate --force",
    ],
    ...[
      "mix ecto.migrate",
      "npx typeorm migration:run -d db.js",
      "dotnet ef database update",
      "goose -dir db up",
    ],
    ...["sqlx migrate run", "./mvnw -B package", "bin/console doctrine:migrations:migrate"],
  ].map((command) => ({ rule: "service/start-command", command })),
  { rule: "database/local-host", variables: { DATABASE_URL: "postgresql://app:k3JqL9vX@postgres:5432/app" } },
  { rule: LOOPBACK, ...gunicorn('import os\nworkers = 2\nbind = "127.0.0.1:8000"\n') },
  { rule: LOOPBACK, ...gunicorn('bind = ["127.0.0.1:8000"]\n') },
  { rule: PORT, ...gunicorn("bind = '0.0.0.0:9000'\n") },
  { rule: LOOPBACK, ...named("hypercorn -c {} main:app", "hypercorn.toml", 'bind = ["127.0.0.1:8000"]\n') },
  { rule: LOOPBACK, ...named("uwsgi --ini {}", "uwsgi.ini", "[uwsgi]\nhttp = 127.0.0.1:8000\n") },
  { rule: PORT, ...puma("workers 2\nport 3000\n") },
  { rule: LOOPBACK, ...puma("bind 'tcp://127.0.0.1:8000'\n") },
  { rule: PORT, ...spring("application.yml", "server:\n  port: 9000\n") },
  { rule: LOOPBACK, ...spring("application.yml", "server:\n  port: 8000\n  address: 127.0.0.1\n") },
  { rule: PORT, ...spring("application.properties", "server.port=9000\n__proto__.polluted=1\n") },
  { rule: LOOPBACK, command: "env -i gunicorn main:app" },
  { rule: LOOPBACK, command: "env - gunicorn main:app" },
  { rule: LOOPBACK, command: "env -uPORT gunicorn main:app" },
  { rule: LOOPBACK, command: "unset PORT; gunicorn main:app" },
  { rule: LOOPBACK, command: "exec -c gunicorn main:app" },
  { rule: PORT, command: "env -i next start", runtime: "node", driver: "node-postgres" },
  {
    rule: LOOPBACK,
    command: "env -u UVICORN_HOST uvicorn main:app --port 8000",
    variables: { UVICORN_HOST: "0.0.0.0" },
  },
  { rule: PORT, command: "uvicorn main:app --host 0.0.0.0", variables: { UVICORN_PORT: "$PORT" } },
  { rule: PORT, command: "gunicorn main:app", variables: { GUNICORN_CMD_ARGS: "--bind 0.0.0.0:$PORT" } },
];

/** The same without a fault; a job that ends is no server. */
export const SOUND_FILES: readonly SealedCase[] = [
  { command: "gunicorn main" },
  { command: "gunicorn -c conf.py" },
  { command: "gunicorn -c conf.py wsgi" },
  { command: "bundle exec rails server -b 0.0.0.0 -p $PORT", ...ruby },
  gunicorn("import os\nbind = f\"0.0.0.0:{os.environ['PORT']}\"\n"),
  gunicorn('bind = "0.0.0.0:" + os.environ["PORT"]\n'),
  gunicorn('bind = "0.0.0.0:8000"\n'),
  {
    ...gunicorn('bind = "127.0.0.1:9000"\n'),
    command: "gunicorn -c /etc/secrets/gunicorn.conf.py -b 0.0.0.0:8000 main:app",
  },
  named("hypercorn -c {} main:app", "hypercorn.toml", 'bind = "0.0.0.0:8000"\n'),
  named("uwsgi --ini {}", "uwsgi.ini", "[uwsgi]\nhttp = 0.0.0.0:$(PORT)\n"),
  puma("workers 2\nport ENV.fetch('PORT', 3000)\n"),
  spring("application.yml", `server:\n  port: ${PLACEHOLDER}\n`),
  { command: "java -jar app.jar", variables: { SERVER_PORT: PLACEHOLDER }, ...java },
  { command: "env -i PORT=$PORT gunicorn main:app" },
  { command: 'CMD="uvicorn main:app --host 0.0.0.0 --port $PORT"; exec $CMD' },
  { kind: "cron", command: "java -jar job.jar", properties: DOCKER },
  { kind: "cron", command: "dotnet Job.dll", properties: DOCKER },
];
