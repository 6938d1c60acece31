import { docker, LOOPBACK, PORT, START, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, ruby, rust } from "../written";
import { ASLEEP, DEBUG, django, fails, node } from "./twenty-third-form";

/** Services of reports in which the process listens where no request comes from. */
export const UNHEARD_OF_TWENTY_THIRD: readonly ExplainedCase[] = [
  fails(
    LOOPBACK,
    "flask run listens on 127.0.0.1 unless --host names another address (Flask's quickstart)",
    soundWeb("flask --app shop run --port $PORT", django),
  ),
  fails(
    `${LOOPBACK}|${DEBUG}`,
    "runserver with a port alone listens on 127.0.0.1 (Django's page on django-admin)",
    soundWeb("python manage.py migrate && python manage.py runserver $PORT", django),
  ),
  fails(
    `${LOOPBACK}|${DEBUG}`,
    "fastapi dev listens on 127.0.0.1, and fastapi run on 0.0.0.0 (FastAPI's page on its command line)",
    soundWeb("fastapi dev app/main.py --port $PORT"),
  ),
  fails(
    LOOPBACK,
    "an address on the command line wins over the settings file (gunicorn's page on settings; inventree/InvenTree#2410)",
    soundWeb("gunicorn -c gunicorn.conf.py inventory.wsgi -b 127.0.0.1:8000", django),
  ),
  fails(
    `${ASLEEP}|${START}`,
    "a socket file is no port: the scan for an open port ends without one (benoitc/gunicorn#1586)",
    soundWeb("gunicorn --workers 3 --bind unix:/tmp/blog.socket blogproject.wsgi:application", django),
  ),
  fails(
    LOOPBACK,
    "chainlit run has 127.0.0.1 as its default host (Chainlit's page on its command line)",
    soundWeb("chainlit run app.py --headless --port $PORT"),
  ),
  fails(
    LOOPBACK,
    "-H is the address that next start opens, and this one is the instance's own (Next's page on its command line)",
    soundWeb("npx next start -H 127.0.0.1 -p $PORT", node),
  ),
  fails(
    LOOPBACK,
    "the server of Astro's Node adapter listens on HOST (Astro's page on @astrojs/node)",
    soundWeb("node ./dist/server/entry.mjs", { ...node, variables: { HOST: "127.0.0.1" } }),
  ),
  fails(
    LOOPBACK,
    "json-server has localhost as its default host (json-server's README)",
    soundWeb("npx json-server db.json --port $PORT", { ...bare, runtime: "node" }),
  ),
  fails(
    ASLEEP,
    "pocketbase serve without --http or a domain listens on 127.0.0.1:8090 (PocketBase's page on production)",
    soundWeb("./pocketbase serve --dir ./pb_data", { ...bare, runtime: "go" }),
  ),
  fails(
    LOOPBACK,
    "artisan serve has 127.0.0.1 as its host (Laravel's ServeCommand)",
    soundWeb("php artisan serve --port=8000", { ...docker, ...bare }),
  ),
  fails(
    LOOPBACK,
    "-b is the address that puma binds, and this one is the instance's own (puma's README)",
    soundWeb("bundle exec puma -t 5:5 -b tcp://127.0.0.1:8000 config.ru", ruby),
  ),
  fails(
    LOOPBACK,
    "Rocket binds ROCKET_ADDRESS (Rocket's page on configuration)",
    soundWeb("./target/release/shop", {
      ...rust,
      variables: { ROCKET_ADDRESS: "127.0.0.1", ROCKET_PORT: "8000" },
    }),
  ),
  fails(
    `${LOOPBACK}|${PORT}`,
    "Kestrel opens the addresses of ASPNETCORE_URLS, and localhost is the instance's own (ASP.NET Core's page on Kestrel)",
    soundWeb("dotnet Shop.Api.dll", {
      ...docker,
      driver: "npgsql",
      variables: { ASPNETCORE_URLS: "http://localhost:5000" },
    }),
  ),
];
