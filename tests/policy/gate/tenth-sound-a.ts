import { docker, soundBy as named, UVICORN, soundWeb as web } from "./batch";
import type { SealedCase } from "./sealed";

/** The sound half of the tenth batch, first part: Python's servers, shells and wrappers. Written before any run. */
export const TENTH_SOUND_A: readonly SealedCase[] = [
  // Granian with an address and the platform's port.
  web("granian --interface asgi --host 0.0.0.0 --port $PORT main:app"),
  // Uvicorn reads both from its own variables.
  web("uvicorn main:app", { variables: { UVICORN_HOST: "0.0.0.0", UVICORN_PORT: "8000" } }),
  // Flask reads both from its own variables.
  web("flask run", { variables: { FLASK_APP: "app", FLASK_RUN_HOST: "0.0.0.0", FLASK_RUN_PORT: "8000" } }),
  // Gunicorn reads its options from GUNICORN_CMD_ARGS.
  web("gunicorn main:app", { variables: { GUNICORN_CMD_ARGS: "--bind=0.0.0.0:8000 --workers=2" } }),
  // Without a bind Gunicorn takes 0.0.0.0 and PORT, where PORT is set.
  web("gunicorn -w 2 -k uvicorn.workers.UvicornWorker main:app"),
  // Waitress listens on all interfaces unless an option says otherwise.
  web("waitress-serve --port=$PORT wsgi:app"),
  // The shell expands $PORT before the assignment in front reaches the server: 8000 is opened.
  web("PORT=9000 uvicorn main:app --host 0.0.0.0 --port $PORT"),
  // The variable is gone, and the default behind it is the standard port.
  web(`unset PORT; uvicorn main:app --host 0.0.0.0 --port ${"$"}{PORT:-8000}`),
  // The expansion only complains where PORT is missing.
  web(`uvicorn main:app --host 0.0.0.0 --port "${"$"}{PORT:?PORT is missing}"`),
  // The null command sets a default, and the server follows.
  web(`: "${"$"}{PORT:=8000}"; exec uvicorn main:app --host 0.0.0.0 --port "$PORT"`),
  // One of two addresses is for the machine itself, the other is found from outside.
  web("gunicorn -b 127.0.0.1:9000 -b 0.0.0.0:$PORT main:app"),
  // The command line outweighs the loopback bind in the file; an empty host means all interfaces.
  web("gunicorn -c /etc/secrets/gunicorn.conf.py -b :$PORT main:app", {
    secretFiles: { "gunicorn.conf.py": 'bind = "127.0.0.1:8000"\nworkers = 2\n' },
  }),
  // Backslashes before real line ends continue the command.
  web("gunicorn app:app \\\n  --bind 0.0.0.0:$PORT \\\n  --workers 2 \\\n  --timeout 120"),
  // A login shell replaces itself by the server.
  web("bash -lc 'exec uvicorn main:app --host 0.0.0.0 --port $PORT'"),
  // uv runs what follows its own options.
  web("uv run --no-sync --frozen uvicorn main:app --host 0.0.0.0 --port $PORT"),
  // New Relic's wrapper runs the command that follows.
  web("newrelic-admin run-program gunicorn main:app -b 0.0.0.0:$PORT"),
  // OpenTelemetry's wrapper has options of its own before the command.
  web(`opentelemetry-instrument --service_name api ${UVICORN}`),
  // Infisical's wrapper puts the secrets into the environment.
  web(`infisical run --env=prod -- ${UVICORN}`, docker),
  // 1Password's wrapper replaces the references, and has a token of its own.
  web(`op run -- ${UVICORN}`, {
    ...docker,
    variables: {
      STRIPE_SECRET_KEY: "op://Production/stripe/secret-key",
      OP_SERVICE_ACCOUNT_TOKEN: "ops_canary9vXq2LmT7bKd4RzW8sYc",
    },
  }),
  // A pipe lasts as long as the server does.
  web(`${UVICORN} 2>&1 | tee /tmp/api.log`),
  // Migrations on demand, then the server in either case.
  web(`if [ "$RUN_MIGRATIONS" = 1 ]; then alembic upgrade head; fi; exec ${UVICORN}`),
  // One image, two processes: PROCESS is not set, so the server starts.
  web(`case "$PROCESS" in worker) exec celery -A app worker ;; *) exec ${UVICORN} ;; esac`),
  // Waits for the database, then serves.
  web(`until pg_isready -q -d "$DATABASE_URL"; do sleep 1; done; ${UVICORN}`, docker),
  // Honcho starts the Procfile's process with the platform's PORT.
  web("honcho start web"),
  // The port comes from another variable that has the same number.
  web("uvicorn main:app --host 0.0.0.0 --port $SERVICE_PORT", { variables: { SERVICE_PORT: "8000" } }),
  // Streamlit's variables name all interfaces and the standard port.
  web("streamlit run app.py --server.headless true", {
    variables: { STREAMLIT_SERVER_PORT: "8000", STREAMLIT_SERVER_ADDRESS: "0.0.0.0" },
  }),
  // Chainlit's short option means headless; the host is given in full.
  web("chainlit run app.py -h --host 0.0.0.0 --port $PORT"),
  // Hypercorn's TOML in a secret file names all interfaces.
  web("hypercorn -c /etc/secrets/hypercorn.toml main:app", {
    secretFiles: { "hypercorn.toml": 'bind = ["0.0.0.0:8000"]\ngraceful_timeout = 20\n' },
  }),
  // The server is behind nginx on a socket file; what nginx opens is in the image.
  web("gunicorn --bind unix:/tmp/g.sock app:app & exec nginx -g 'daemon off;'", docker),
  // A service's own PORT outweighs the one of a linked group.
  named({ PORT: "8000" }, { group: { PORT: "10000" }, command: UVICORN }),
  // The exit status of the server is kept, whatever comes after it.
  web(`${UVICORN}; status=$?; echo "ended with $status"; exit $status`),
  // A here document feeds the check, and the server follows.
  web(`python - <<'END'\nimport main\nEND\n${UVICORN}`),
  // A function of the shell is only defined before it is called.
  web(`serve() { ${UVICORN}; }; serve`),
];
