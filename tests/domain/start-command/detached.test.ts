import assert from "node:assert/strict";
import { readStart } from "../../../domain/start-command";

const ends = (text: string) => readStart(text, () => undefined).ends !== undefined;

/** Each leaves something in the background, or with another daemon, and ends. */
const ENDING: readonly string[] = [
  ...["gunicorn main:app -D", "gunicorn main:app --daemon", "gunicorn -w 2 -D --bind 0.0.0.0:8000 main:app"],
  ...["uwsgi --http 0.0.0.0:8000 --daemonize /var/log/uwsgi.log", "uwsgi --http :8000 -d log"],
  ...[
    "unicorn -D -p 8000",
    "rackup -D -o 0.0.0.0",
    "thin start -d -p 8000",
    "rails server -d",
    "rails s --daemon",
  ],
  ...["puma --daemon", "prefect server start --background --host 0.0.0.0"],
  ...["pm2 start server.js", "pm2 start ecosystem.config.js --env production", "npx pm2 start npm -- start"],
  ...[
    "pnpm exec pm2 restart all",
    "pm2 start a.js && pm2 save",
    "forever start server.js",
    "npx forever start app.js",
  ],
  ...["screen -dmS api uvicorn main:app", "screen -d -m python main.py", "screen -S api -dm node server.js"],
  ...[
    "tmux new -d -s api 'uvicorn main:app'",
    "tmux new-session -ds api node server.js",
    "tmux start-server",
  ],
  ...[
    "echo 'uvicorn main:app' | at now",
    "crontab jobs.txt",
    "(crontab -l; echo '@reboot node a.js') | crontab -",
  ],
  ...["start-stop-daemon --start --background --exec /usr/bin/node -- server.js", "daemonize /app/api"],
  ...[
    "systemctl start api",
    "sudo systemctl restart nginx",
    "systemctl --user start api",
    "service api start",
  ],
  ...[
    "sudo service nginx restart",
    "/etc/init.d/api start",
    "rc-service api start",
    "supervisorctl start all",
  ],
  ...[
    "docker run -d -p 8000:8000 acme/api",
    "docker compose up -d",
    "docker-compose -f prod.yml up --build -d",
  ],
  ...[
    "docker compose up --detach",
    "podman run --detach acme/api",
    "docker start api",
    "kubectl apply -f api.yaml",
  ],
  ...["pg_ctl -D data start", "caddy start --config Caddyfile", "apachectl start", "apache2ctl -k start"],
  ...[
    "redis-server --daemonize yes",
    "haproxy -D -f haproxy.cfg",
    "php-fpm -D",
    "php-fpm8.3 --daemonize",
    "cron",
  ],
  ...["celery -A app worker --detach", "celery -A app multi start w1", "sidekiq -d", "bin/delayed_job start"],
  ...[
    "nohup python main.py & disown",
    "nohup python main.py &",
    "python main.py & echo started",
    "(python main.py &)",
  ],
  ...[
    "setsid --fork uvicorn main:app",
    "node server.js & exit 0",
    "./start.sh &",
    "uvicorn main:app & disown",
  ],
];

/** Each stays, or may stay. */
const STAYING: readonly string[] = [
  ...[
    "gunicorn main:app",
    "gunicorn main:app --daemon=false",
    "uwsgi --http 0.0.0.0:8000",
    "rails server -b 0.0.0.0",
  ],
  ...["pm2-runtime start ecosystem.config.js", "pm2-runtime server.js", "pm2 start server.js --no-daemon"],
  ...["pm2 --no-daemon start server.js", "pm2 start server.js --attach", "pm2 start server.js && pm2 logs"],
  ...[
    "forever server.js",
    "supervisord -n",
    "supervisord -c supervisord.conf",
    "screen -D -m uvicorn main:app",
  ],
  ...["start-stop-daemon --start --exec /usr/bin/node -- server.js", "caddy run --config Caddyfile"],
  ...[
    "apachectl -D FOREGROUND",
    "apache2ctl -DFOREGROUND",
    "nginx -g 'daemon off;'",
    "redis-server --save 60 1",
  ],
  ...["php-fpm -F", "php-fpm --nodaemonize", "cron -f", "crond -f -l 8"],
  ...["python main.py & wait", "python main.py & sleep infinity", "node server.js & tail -f server.log"],
  ...[
    "python main.py & while true; do sleep 60; done",
    "python main.py & fg",
    "python worker.py & python main.py",
  ],
  ...[
    "service nginx start && uvicorn main:app",
    "cron && gunicorn main:app",
    "nohup uvicorn main:app",
    "docker run acme/api",
  ],
  ...[
    "docker compose up",
    "pg_ctl -D data start && uvicorn main:app",
    "crontab jobs.txt && python main.py",
    "python at.py",
  ],
  // Tools that end by one word, and go on by another.
  ...["npx webpack serve", "webpack --watch", "drizzle-kit studio --host 0.0.0.0", "npm run build:serve"],
  ...["nc -lk -p 8080 -e cat", "gradle build --continuous", "python manage.py run_gunicorn", "flask serve"],
];

describe("a start command that leaves its server in the background", () => {
  it("ends, whatever sends it there", () => {
    assert.deepEqual(
      ENDING.filter((text) => !ends(text)),
      [],
    );
  });

  it("stays where it waits for its server, or may wait", () => {
    assert.deepEqual(STAYING.filter(ends), []);
  });

  it("ends by flags that a variable gives to the server", () => {
    const flags = (name: string) => (name === "GUNICORN_CMD_ARGS" ? "--daemon --workers 2" : undefined);
    assert.ok(readStart("gunicorn main:app", flags).ends !== undefined);
    assert.equal(readStart("gunicorn main:app", () => "--workers 2").ends, undefined);
  });
});
