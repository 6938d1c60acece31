import { docker, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, ruby, rust } from "../written";
import { because, checked, django, KEY_BASE, node, SESSION } from "./twenty-third-form";

/** Services of public guides and templates that are reached, though they look like those that are not. */
export const HEARD_OF_TWENTY_THIRD: readonly ExplainedCase[] = [
  because(
    "--host opens all interfaces (Flask's quickstart)",
    soundWeb("flask --app shop run --host 0.0.0.0 --port $PORT", django),
  ),
  because(
    "fastapi run listens on 0.0.0.0 by itself (FastAPI's page on its command line)",
    soundWeb("fastapi run app/main.py --port $PORT"),
  ),
  because(
    "the address on the command line wins over the settings file, and it is open to all",
    soundWeb("gunicorn -c gunicorn.conf.py inventory.wsgi -b 0.0.0.0:8000", django),
  ),
  because(
    "gunicorn takes an empty host for all interfaces (ohld/django-telegram-bot's Procfile)",
    soundWeb(
      "gunicorn --bind :$PORT --workers 4 --worker-class uvicorn.workers.UvicornWorker dtb.asgi:application",
      django,
    ),
  ),
  because(
    "--host replaces chainlit's own 127.0.0.1",
    checked("/", soundWeb("chainlit run app.py --headless --host 0.0.0.0 --port $PORT")),
  ),
  because("next start listens on 0.0.0.0 by itself", soundWeb("npx next start -p $PORT", node)),
  because(
    "HOST opens all interfaces for Astro's Node adapter (Astro's page on @astrojs/node)",
    soundWeb("node ./dist/server/entry.mjs", { ...node, variables: { HOST: "0.0.0.0" } }),
  ),
  because(
    "--host replaces json-server's own localhost",
    checked(
      "/",
      soundWeb("npx json-server db.json --host 0.0.0.0 --port $PORT", { ...bare, runtime: "node" }),
    ),
  ),
  because(
    "--http names all interfaces and the declared port (PocketBase's page on production)",
    checked(
      "/api/health",
      soundWeb("./pocketbase serve --dir ./pb_data --http=0.0.0.0:8000", { ...bare, runtime: "go" }),
    ),
  ),
  because(
    "PHP's own server gets all interfaces and the declared port",
    soundWeb("php -S 0.0.0.0:8000 -t public", { ...docker, ...bare }),
  ),
  because(
    "puma binds all interfaces at the port that Render gives",
    soundWeb("bundle exec puma -t 5:5 -b tcp://0.0.0.0:$PORT config.ru", ruby),
  ),
  because(
    "rails server binds 0.0.0.0 in every environment but development (Rails's ServerCommand)",
    soundWeb("bundle exec rails server -p $PORT", {
      ...ruby,
      variables: { RAILS_ENV: "production", SECRET_KEY_BASE: KEY_BASE, DATABASE_URL: SESSION },
    }),
  ),
  because(
    "Rocket gets all interfaces and the declared port",
    soundWeb("./target/release/shop", {
      ...rust,
      variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000" },
    }),
  ),
  because(
    "a plus is every host name: Kestrel opens all interfaces (ASP.NET Core's page on Kestrel)",
    soundWeb("dotnet Shop.Api.dll", {
      ...docker,
      driver: "npgsql",
      variables: { ASPNETCORE_URLS: "http://+:8000" },
    }),
  ),
  because(
    "Streamlit's flags name the port and all interfaces",
    checked(
      "/_stcore/health",
      soundWeb("streamlit run Home.py --server.port $PORT --server.address 0.0.0.0 --server.headless true", {
        driver: "sqlalchemy-psycopg2",
      }),
    ),
  ),
  because(
    "start keeps a release in the foreground, and PHX_SERVER starts its endpoint (Render's page on Phoenix)",
    soundWeb("_build/prod/rel/shop/bin/shop start", {
      ...elixir,
      variables: {
        PHX_SERVER: "true",
        PHX_HOST: "shop.fen-and-lark.shop",
        SECRET_KEY_BASE: KEY_BASE,
        DATABASE_URL: SESSION,
      },
    }),
  ),
];
