import { docker, dotnet, java, LOOPBACK, PORT, STANDARD, START, brokenWeb as web } from "./batch";
import type { SealedCase } from "./sealed";
import { bare, node, ruby } from "./written";

/** The broken half of the tenth batch, first part: ports and addresses. Written before any run. */
export const TENTH_BROKEN_A: readonly SealedCase[] = [
  // Granian listens on 127.0.0.1 unless a host is given.
  web(LOOPBACK, "granian --interface asgi --port $PORT main:app"),
  // Litestar's own command listens on 127.0.0.1 unless a host is given.
  web(LOOPBACK, "litestar --app main:app run --port $PORT"),
  // Sanic's command line listens on 127.0.0.1 unless a host is given.
  web(LOOPBACK, "sanic server:app --port=$PORT --workers=2"),
  // Chainlit's -h means headless, not host: it stays on 127.0.0.1.
  web(LOOPBACK, "chainlit run app.py -h --port $PORT"),
  // Gunicorn takes its bind address from GUNICORN_CMD_ARGS, which names the loopback interface.
  web(LOOPBACK, "gunicorn main:app -k uvicorn.workers.UvicornWorker", {
    variables: { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:8000 --workers=2" },
  }),
  // Uvicorn reads UVICORN_HOST where --host is absent.
  web(LOOPBACK, "uvicorn main:app --port $PORT --workers 2", { variables: { UVICORN_HOST: "127.0.0.1" } }),
  // A new line without a backslash ends the command: uvicorn starts with its defaults, 127.0.0.1:8000.
  web(LOOPBACK, "uvicorn main:app\n  --host 0.0.0.0\n  --port $PORT"),
  // Next's standalone server binds to HOSTNAME.
  web(LOOPBACK, "node .next/standalone/server.js", { ...node, variables: { HOSTNAME: "localhost" } }),
  // Vite's preview server listens on localhost without --host.
  web(LOOPBACK, "vite preview --port $PORT --strictPort", node),
  // Angular's server listens on localhost unless --host is given.
  web(LOOPBACK, "ng serve --configuration production --port $PORT", node),
  // Rails listens on localhost in its development environment.
  web(LOOPBACK, "bundle exec rails server -e development -p $PORT", ruby),
  // Artisan's server listens on 127.0.0.1 unless --host is given.
  web(LOOPBACK, "php artisan serve --port=$PORT", docker),
  // Kestrel listens on what ASPNETCORE_URLS names: localhost.
  web(LOOPBACK, "dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_URLS: "http://localhost:8000" } }),
  // Spring's server.address restricts Tomcat to one interface.
  web(LOOPBACK, "java -Dserver.address=127.0.0.1 -Dserver.port=$PORT -jar app.jar", java),
  // Doppler runs what --command holds: a server on the loopback interface.
  web(LOOPBACK, 'doppler run --command="uvicorn main:app --host 127.0.0.1 --port $PORT"'),
  // Hypercorn without a bind opens 127.0.0.1:8000, and the tracer before it changes nothing.
  web(LOOPBACK, "ddtrace-run hypercorn main:app --workers 2"),
  // Puma's configuration, mounted as a secret file, binds to the loopback address.
  web(LOOPBACK, "bundle exec puma -C /etc/secrets/puma.rb", {
    ...ruby,
    secretFiles: { "puma.rb": 'workers 2\nbind "tcp://127.0.0.1:8000"\n' },
  }),
  // Hypercorn's TOML names localhost.
  web(LOOPBACK, "hypercorn -c /etc/secrets/hypercorn.toml main:app", {
    secretFiles: { "hypercorn.toml": 'bind = ["localhost:8000"]\nworkers = 2\n' },
  }),
  // A socket file alone opens no port, and nothing is in front of it.
  web(`${LOOPBACK}|${PORT}`, "gunicorn --bind unix:/run/gunicorn.sock config.wsgi:application"),
  // WEB_PORT is set nowhere, so the default behind it counts.
  web(PORT, `next start -p ${"$"}{WEB_PORT:-3000}`, node),
  // The export changes PORT for what comes after it.
  web(PORT, "export PORT=9000 && uvicorn main:app --host 0.0.0.0 --port $PORT"),
  // The notation of Windows is literal text in a POSIX shell; gunicorn finds no port in it.
  web(`${PORT}|${START}`, "gunicorn main:app -b 0.0.0.0:%PORT%"),
  // The digit behind the variable makes 80000, which is no port.
  web(PORT, `uvicorn main:app --host 0.0.0.0 --port "${"$"}{PORT}0"`),
  // Variables distinguish upper and lower case: $port is empty, and the option has no value.
  web(`${PORT}|${START}`, "uvicorn main:app --host 0.0.0.0 --port $port"),
  // Nitro takes NITRO_PORT before PORT.
  web(PORT, "node .output/server/index.mjs", { ...node, variables: { NITRO_PORT: "3000" } }),
  // Spring reads SERVER_PORT, not PORT.
  web(PORT, "java -jar build/libs/app.jar", { ...java, variables: { SERVER_PORT: "8080" } }),
  // Streamlit takes its port from its own variable.
  web(PORT, "streamlit run app.py", {
    variables: { STREAMLIT_SERVER_PORT: "8501", STREAMLIT_SERVER_ADDRESS: "0.0.0.0" },
  }),
  // With -o the file's PORT replaces the platform's.
  web(PORT, "dotenv -o -e /etc/secrets/.env -- node server.js", {
    ...node,
    secretFiles: { ".env": "PORT=5000\nLOG_LEVEL=info\n" },
  }),
  // The configuration computes a bind on another port; undecided is honest, sound is not.
  web(PORT, "gunicorn -c /etc/secrets/gunicorn.conf.py main:app", {
    secretFiles: { "gunicorn.conf.py": 'port = 9000\nbind = f"0.0.0.0:{port}"\n' },
  }),
  // Deno serves on the port of its option.
  web(PORT, "deno serve -A --port 3000 main.ts", docker),
  // The script gets another port behind the dashes; undecided is honest, as package.json is not at hand.
  web(PORT, "npm start -- -p 3000", node),
  // Render keeps 19099 for itself and never routes to it.
  web("port/reserved", "uvicorn main:app --host 0.0.0.0 --port 19099", {
    ...bare,
    variables: { PORT: "19099" },
  }),
  // The linked group sets PORT for a service that does not set its own.
  web(STANDARD, "python -m uvicorn main:app --host 0.0.0.0 --port $PORT", {
    ...bare,
    variables: {},
    group: { PORT: "5000" },
  }),
];
