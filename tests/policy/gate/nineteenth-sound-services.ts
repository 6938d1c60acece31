import { docker, dotnet, java, soundBy, soundWeb, UVICORN } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { bare, elixir, IMAGE, node, ruby, rust } from "./written";

/** Sound start commands, ports and values that look suspicious. */
export const SOUND_SERVICES_OF_NINETEENTH: readonly ExplainedCase[] = [
  {
    why: "gunicorn binds 0.0.0.0:$PORT where PORT is set and nothing else is said",
    ...soundWeb("ddtrace-run gunicorn orchard.wsgi:application --workers 3 --timeout 60"),
  },
  {
    why: "a bind of the command comes after that of GUNICORN_CMD_ARGS, and replaces it",
    ...soundWeb("gunicorn orchard.wsgi --bind 0.0.0.0:$PORT", {
      variables: { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:5000 --workers=3" },
    }),
  },
  {
    why: "Node's --env-file leaves a variable of the environment as it is, so PORT stays 8000",
    ...soundWeb("node --env-file=/etc/secrets/.env dist/server.js", {
      ...node,
      secretFiles: { ".env": "PORT=3000\nLOG_LEVEL=info\n" },
    }),
  },
  {
    why: "Thruster listens on HTTP_PORT, and gives Rails TARGET_PORT as its PORT",
    ...soundWeb("bundle exec thrust ./bin/rails server", {
      ...ruby,
      variables: { HTTP_PORT: "8000", TARGET_PORT: "3000", RAILS_ENV: "production" },
    }),
  },
  {
    why: "the actuator has a port of its own beside the server's",
    ...soundWeb("java -XX:MaxRAMPercentage=75 -jar target/orchard.jar", {
      ...java,
      variables: {
        SERVER_PORT: "8000",
        MANAGEMENT_SERVER_PORT: "9001",
        MANAGEMENT_SERVER_ADDRESS: "127.0.0.1",
      },
    }),
  },
  {
    why: "ASPNETCORE_HTTP_PORTS listens on every address",
    ...soundWeb("dotnet Orchard.Web.dll", { ...dotnet, variables: { ASPNETCORE_HTTP_PORTS: "8000" } }),
  },
  {
    why: "litestream runs the command of -exec",
    ...soundWeb('litestream replicate -config litestream.yml -exec "gunicorn orchard.wsgi -b 0.0.0.0:$PORT"'),
  },
  {
    why: "the statistics are for the machine itself, the service for all",
    ...soundWeb(
      "uwsgi --http-socket 0.0.0.0:$PORT --module orchard.wsgi --master --processes 3 --stats 127.0.0.1:9191",
    ),
  },
  {
    why: "the migration is optional, and the server takes the shell's place",
    ...soundWeb(
      'if [ "$RUN_MIGRATIONS" = "1" ]; then python manage.py migrate --noinput; fi; exec gunicorn orchard.wsgi -b "0.0.0.0:$PORT"',
      { variables: { RUN_MIGRATIONS: "1" } },
    ),
  },
  {
    why: "Rocket's address and port are set by its own variables",
    ...soundWeb("./target/release/orchard", {
      ...rust,
      variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000", ROCKET_LOG_LEVEL: "normal" },
    }),
  },
  {
    why: "PHX_SERVER makes the release serve",
    ...soundWeb("_build/prod/rel/orchard/bin/orchard start", {
      ...elixir,
      variables: { PHX_SERVER: "true", PHX_HOST: "orchard.press" },
    }),
  },
  {
    why: "uv runs what is after its options; fastapi run listens on 0.0.0.0",
    ...soundWeb(
      'exec env UV_NO_SYNC=1 uv run --frozen fastapi run orchard/main.py --port "$PORT" --proxy-headers --workers 2',
    ),
  },
  {
    why: "mlflow's server with a store beside it",
    ...soundWeb(
      'mlflow server --host 0.0.0.0 --port $PORT --backend-store-uri $DATABASE_URL --gunicorn-opts "--timeout 120"',
    ),
  },
  {
    why: "the default of a developer's machine is not taken where PORT is set",
    ...soundWeb('PORT="${PORT:-3000}"; export PORT; exec node server.js', node),
  },
  {
    why: "a proxy listens on the port, the server behind it on the machine alone",
    ...soundWeb(
      "uvicorn orchard.main:app --host 127.0.0.1 --port 9000 & exec caddy run --config /app/Caddyfile",
      docker,
    ),
  },
  {
    why: "Metabase's own names of port and host",
    ...soundWeb("/app/run_metabase.sh", {
      ...bare,
      properties: IMAGE,
      variables: { MB_JETTY_PORT: "8000", MB_JETTY_HOST: "0.0.0.0" },
    }),
  },
  {
    why: "texts of a page, formats of a log and templates of a prompt are no placeholders",
    ...soundBy(
      {
        LOG_FORMAT: "%(asctime)s [%(levelname)s] <%(name)s> %(message)s",
        PROMPT_TEMPLATE: "Write a reply to {{customer_name}} in <b>two</b> sentences.",
        NEXT_PUBLIC_SEARCH_PLACEHOLDER: "Search your orders…",
        EMAIL_FIELD_HINT: "you@example.com",
        OTEL_RESOURCE_ATTRIBUTES: "service.name=orchard,deployment.environment=prod",
        CORS_ORIGINS: '["https://orchard.press","http://localhost:5173"]',
        ADMIN_PASSWORD_HASH: "$2b$12$Tn0Y5uVf3cXo1qRk9wEJvO7gMZlqvU2sCq1hIYbPz6DkWmQ8xAa2e",
        DEFAULT_AVATAR: "https://www.gravatar.com/avatar/00000000000000000000000000000000",
      },
      { command: UVICORN },
    ),
  },
  {
    why: "switches that are off, and names of a vault's paths, are values",
    ...soundBy({
      SENTRY_DSN: "",
      DD_TRACE_ENABLED: "false",
      AWS_SECRET_ARN: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:orchard/prod-AbCdEf",
      S3_BUCKET: "your-orchard-uploads",
      PASSWORD_MIN_LENGTH: "12",
      API_KEY_HEADER: "X-API-Key",
      TOKEN_PREFIX: "sk-",
    }),
  },
];
