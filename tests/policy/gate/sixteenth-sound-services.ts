import type { SealedCase } from "./sealed";

const python = { runtime: "python", driver: "none" } as const;
const WSGI = "gunicorn harbor.wsgi:application";

/**
 * Sound Python services of the sixteenth batch. Each looks unusual and works; the comment says why, and after the dash
 * what decides it ("tried" is the real program, on 30 November 2026).
 */
export const SOUND_SERVICES_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- uvicorn and its relatives ---------------------------------------------------------------------------------------

  // The proxy's address is any one, and the server's is all of them. - uvicorn's page on its settings.
  {
    command:
      "python -m uvicorn harbor.main:app --host 0.0.0.0 --port $PORT --proxy-headers --forwarded-allow-ips='*'",
  },
  // A function makes the application. - uvicorn's page on its settings (--factory).
  { command: "uvicorn harbor.main:create_app --factory --host 0.0.0.0 --port $PORT" },
  // With --reload, uvicorn only warns of --workers. - tried: uvicorn.
  { command: "uvicorn harbor.main:app --host 0.0.0.0 --port $PORT --workers 2 --reload" },
  // The application is in a folder of its own. - uvicorn's page on its settings (--app-dir).
  { command: "uvicorn main:app --app-dir backend/src --host=0.0.0.0 --port=$PORT --loop uvloop" },
  // The shell changes the folder first. - bash.
  { command: "cd services/api && uvicorn main:app --host 0.0.0.0 --port $PORT --root-path /api" },
  // uv runs the program of its environment. - uv's page on running commands.
  { command: "uv run --frozen --no-dev fastapi run src/harbor/main.py --port $PORT" },
  // Poetry runs the program of its environment. - Poetry's page on its command line.
  { command: "poetry run uvicorn harbor.main:app --host 0.0.0.0 --port $PORT" },
  // The tracing program starts the server it is given. - OpenTelemetry's page on its Python agent.
  { command: "opentelemetry-instrument uvicorn harbor.main:app --host 0.0.0.0 --port $PORT" },
  // The file calls uvicorn.run by itself. - uvicorn's page on running it programmatically.
  { command: "python -u -m harbor" },
  // The script starts the server with exec. - bash.
  { command: "bash ./scripts/start.sh" },
  // A shell in the command reads PORT. - bash.
  { command: `sh -c 'exec uvicorn harbor.main:app --host 0.0.0.0 --port "$PORT" --log-level warning'` },
  // Granian, with an address. - tried: granian.
  { command: "granian --interface asgi --host 0.0.0.0 --port $PORT --workers 1 harbor.main:app" },
  // Granian's own variables. - tried: granian --help (GRANIAN_HOST, GRANIAN_PORT).
  {
    command: "granian --interface asgi harbor.main:app",
    variables: { GRANIAN_HOST: "0.0.0.0", GRANIAN_PORT: "8000" },
  },
  // Sanic, with an address, in one process. - Sanic's page on its command line.
  { command: "sanic harbor.server:app --host=0.0.0.0 --port=$PORT --single-process" },
  // Litestar's application comes before its command. - Litestar's page on its command line.
  { command: "litestar --app harbor.asgi:app run --host 0.0.0.0 --port $PORT" },
  // Daphne's short options. - Daphne's readme.
  { ...python, command: "daphne -b 0.0.0.0 -p $PORT config.asgi:application" },

  // --- gunicorn --------------------------------------------------------------------------------------------------------

  // An empty host is all addresses. - tried: gunicorn.
  { ...python, command: "gunicorn --chdir backend config.wsgi --bind :$PORT" },
  // A call makes the application. - gunicorn's page on running it.
  { ...python, command: "gunicorn 'harbor:create_app(\"production\")' -b 0.0.0.0:$PORT --preload" },
  // Its options are in a variable. - tried: gunicorn (GUNICORN_CMD_ARGS).
  {
    ...python,
    command: WSGI,
    variables: { GUNICORN_CMD_ARGS: "--bind=0.0.0.0:8000 --workers=2 --threads=4" },
  },
  // The file has its bind, and gunicorn reads PORT where it has none. - gunicorn's page on its settings.
  { ...python, command: "python -m gunicorn -c gunicorn.conf.py harbor.wsgi" },
  // A folder in memory is right for its heartbeat in containers. - gunicorn's questions and answers.
  { ...python, command: `${WSGI} -b 0.0.0.0:$PORT --worker-tmp-dir /dev/shm --max-requests 800 --timeout 0` },
  // New Relic's program starts the server it is given. - New Relic's page on its Python agent.
  { ...python, command: `newrelic-admin run-program ${WSGI} --bind 0.0.0.0:$PORT` },
  // The worker is in the background, the server is in front and stays. - bash.
  { ...python, command: `celery -A harbor worker --concurrency 1 & exec ${WSGI} --bind 0.0.0.0:$PORT` },
  // Static files first, then migrations, then the server. - bash.
  {
    ...python,
    command: `python manage.py collectstatic --noinput && python manage.py migrate && ${WSGI} -b 0.0.0.0:$PORT`,
  },

  // --- Others ----------------------------------------------------------------------------------------------------------

  // Python's own server is at all addresses. - Python's page on http.server.
  { ...python, command: "python bot.py & python -m http.server $PORT --directory status" },
  // Streamlit's own variables. - Streamlit's page on its settings.
  {
    ...python,
    command: "python -m streamlit run harbor/board.py",
    variables: {
      STREAMLIT_SERVER_PORT: "8000",
      STREAMLIT_SERVER_ADDRESS: "0.0.0.0",
      STREAMLIT_SERVER_HEADLESS: "true",
    },
  },
  // Datasette, with an address. - tried: datasette serve --help.
  { ...python, command: "datasette serve data/tides.db -h 0.0.0.0 -p $PORT --cors" },
  // Gradio's own variables. - Gradio's page on environment variables.
  {
    ...python,
    command: "python app.py",
    variables: { GRADIO_SERVER_NAME: "0.0.0.0", GRADIO_SERVER_PORT: "8000" },
  },
];
