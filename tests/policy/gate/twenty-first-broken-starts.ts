import { docker, dotnet, java, START, soundBy, soundWeb } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { GUNICORN, KESTREL, spring } from "./twenty-first-form";
import { bare, elixir, node, ruby } from "./written";

const FILE = "environment/missing-file";
const HOSTS = "service/allowed-hosts";

/** Services whose command ends or starts nothing, or whose settings refuse every request. */
export const REJECTED_STARTS_OF_TWENTY_FIRST: readonly ExplainedCase[] = [
  {
    rule: START,
    why: "a line of a Procfile with its name: the shell finds no command web:",
    ...soundWeb("web: gunicorn tide.wsgi:application --bind 0.0.0.0:$PORT", { driver: "psycopg2" }),
  },
  {
    rule: START,
    why: "a Dockerfile's list: the shell takes off the quotes and looks for a command [gunicorn,tide.wsgi,...]",
    ...soundWeb('["gunicorn","tide.wsgi","--bind","0.0.0.0:8000"]', { driver: "psycopg2" }),
  },
  {
    rule: START,
    why: "yarn without an argument installs and ends (yarn's page on its command line)",
    ...soundWeb("yarn", node),
  },
  {
    rule: START,
    why: "pm2 start hands the processes to a daemon and ends; pm2-runtime stays (PM2's page on containers)",
    ...soundWeb("npx pm2 start ecosystem.config.js --env production", node),
  },
  {
    rule: START,
    why: "--check-config checks the configuration and ends (gunicorn's page on settings)",
    ...soundWeb("gunicorn --check-config tide.wsgi:application --bind 0.0.0.0:$PORT", { driver: "psycopg2" }),
  },
  {
    rule: START,
    why: "--daemonize puts uWSGI into the background, and the instance ends (uWSGI's page on options)",
    ...soundWeb("uwsgi --http 0.0.0.0:8000 --module tide.wsgi --master --daemonize /tmp/uwsgi.log", {
      driver: "psycopg2",
    }),
  },
  {
    rule: START,
    why: "apachectl start leaves Apache in the background and ends (Apache's page on starting)",
    ...soundWeb("apachectl start", { ...docker, ...bare }),
  },
  {
    rule: START,
    why: "-detached puts the virtual machine into the background (Erlang's page on erl)",
    ...soundWeb('elixir --erl "-detached" -S mix phx.server', { ...elixir, variables: { MIX_ENV: "prod" } }),
  },
  {
    rule: START,
    why: "-d makes a daemon of rails server, and the command ends (Rails's guide on its command line)",
    ...soundWeb("bundle exec rails server -d -b 0.0.0.0 -p $PORT", ruby),
  },
  {
    rule: HOSTS,
    why: "Django knows the star alone and the leading dot; *.onrender.com is a name that nobody sends",
    ...soundWeb(GUNICORN, {
      driver: "psycopg2",
      variables: { ALLOWED_HOSTS: "*.onrender.com", DJANGO_SETTINGS_MODULE: "tide.settings.production" },
    }),
  },
  {
    rule: HOSTS,
    why: "ALLOWED_HOSTS has names without a scheme, so https:// matches no request: 400 (Django's page on settings)",
    ...soundWeb(GUNICORN, {
      driver: "psycopg2",
      variables: {
        DJANGO_ALLOWED_HOSTS: "https://api.tidewater.coop,https://tide-api.onrender.com",
        DJANGO_SETTINGS_MODULE: "tide.settings",
      },
      properties: { customDomains: [{ name: "api.tidewater.coop" }] },
    }),
  },
  {
    rule: HOSTS,
    why: "the host filtering of ASP.NET answers 400 to each host but localhost (its page on Kestrel's host filtering)",
    ...soundWeb(KESTREL, { ...dotnet, variables: { AllowedHosts: "localhost" } }),
  },
  {
    rule: "service/health-check-path",
    why: "a path is asked for, which begins with /, and not a whole address (Render's page on health checks)",
    ...soundWeb("node dist/server.js", {
      ...node,
      properties: { healthCheckPath: "https://api.tidewater.coop/healthz" },
    }),
  },
  {
    rule: FILE,
    why: "node ends where the file of --env-file is not there (Node's page on its command line)",
    ...soundWeb("node --env-file=/etc/secrets/.env dist/server.js", node),
  },
  {
    rule: FILE,
    why: "Spring Boot ends where the file of its location is not there: the secret file is application.yaml",
    ...soundBy(spring("5432/postgres?sslmode=require"), {
      ...java,
      command:
        "java -jar app.jar --server.port=8000 --spring.config.location=file:/etc/secrets/application.yml",
      secretFiles: { "application.yaml": "spring:\n  main:\n    banner-mode: off\n" },
    }),
  },
];
