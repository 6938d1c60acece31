import { docker, brokenBy as named, START, brokenWeb as web } from "./batch";
import type { SealedCase } from "./sealed";
import { bare, ruby } from "./written";

const elixir = { runtime: "elixir", driver: "postgrex" } as const;
const DISK = { name: "uploads", mountPath: "/var/uploads", sizeGb: 5 };

/** The broken half of the tenth batch, second part: commands, workers, cron jobs and settings of a service. */
export const TENTH_BROKEN_B: readonly SealedCase[] = [
  // Lines that were joined, with their backslashes left: an escaped space is an argument that gunicorn refuses.
  web(START, "gunicorn app:app \\   --bind 0.0.0.0:$PORT \\   --workers 2"),
  // The name before the colon is a Procfile's; a shell looks for a program called `web:`.
  web(START, "web: gunicorn app:app --bind 0.0.0.0:$PORT"),
  // A word processor's dashes: uvicorn sees four more arguments and ends with its usage.
  web(START, "uvicorn main:app —host 0.0.0.0 —port $PORT"),
  // -D sends Unicorn into the background, and the command ends.
  web(START, "bundle exec unicorn -c config/unicorn.rb -p $PORT -D", ruby),
  // uWSGI detaches with --daemonize.
  web(START, "uwsgi --http 0.0.0.0:$PORT --module app:app --daemonize /tmp/uwsgi.log", docker),
  // A release's `daemon` starts it in the background and returns.
  web(START, "_build/prod/rel/acme/bin/acme daemon", elixir),
  // `eval` runs the migrations and ends; nothing is served.
  web(START, "bin/acme eval 'Acme.Release.migrate()'", elixir),
  // `caddy start` returns as soon as Caddy runs; `caddy run` stays.
  web(START, "caddy start --config /etc/caddy/Caddyfile", docker),
  // The server is ended after a minute, and the service with it.
  web(START, "timeout 60 uvicorn main:app --host 0.0.0.0 --port $PORT"),
  // The whole command is a comment.
  web(START, "# uvicorn main:app --host 0.0.0.0 --port $PORT"),
  // Gunicorn only checks its configuration and ends.
  web(START, "gunicorn --check-config main:app && echo configuration is fine"),
  // After the migration the shell ends, before the server's turn comes.
  web(START, "python manage.py migrate && exit 0; gunicorn config.wsgi -b 0.0.0.0:$PORT"),
  // The inner shell leaves the server in the background and ends.
  web(START, 'bash -c "uvicorn main:app --host 0.0.0.0 --port $PORT &"'),
  // `celery multi` starts detached workers and ends.
  { rule: START, kind: "worker", command: "celery multi start w1 -A app -l info" },
  // In burst mode the worker ends when its queues are empty, and is restarted for ever.
  { rule: START, kind: "worker", command: "rq worker --burst high default" },
  // Delayed Job's workoff does what is due and ends.
  { rule: START, kind: "worker", command: "bundle exec rake jobs:workoff", runtime: "ruby" },
  // Without --no-halt `mix run` ends once the application has started.
  { rule: START, kind: "worker", command: "mix run", ...elixir },
  // Clockwork is a scheduler that never ends, and a cron job has to.
  { rule: START, kind: "cron", command: "bundle exec clockwork config/clock.rb", runtime: "ruby" },
  // The loop has no end.
  { rule: START, kind: "cron", command: "while true; do python sync.py; sleep 60; done" },
  // There is no hour 25.
  { rule: "service/cron-schedule", kind: "cron", properties: { schedule: "0 25 * * *" } },
  // None of these months has a 31st day: the job never runs.
  { rule: "service/cron-schedule", kind: "cron", properties: { schedule: "0 6 31 4,6,9,11 *" } },
  // A method is no part of a path.
  { rule: "service/health-check-path", properties: { healthCheckPath: "GET /healthz" } },
  // Background workers have no free plan.
  { rule: "plan/limits", kind: "worker", command: "python worker.py", properties: { plan: "free" } },
  // A free service has no pre-deploy command.
  { rule: "plan/limits", properties: { plan: "free", preDeployCommand: "alembic upgrade head" } },
  // A service with a disk has one instance.
  { rule: "plan/limits", properties: { plan: "standard", numInstances: 2, disk: DISK } },
  // Render waits 300 seconds for an instance's end at the most.
  { rule: "plan/limits", properties: { plan: "standard", maxShutdownDelaySeconds: 900 } },
  // A native runtime without a start command has nothing to run.
  named("service/native-without-start", {}, { ...bare, command: null }),
];
