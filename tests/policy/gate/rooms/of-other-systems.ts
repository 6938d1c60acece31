import { docker, PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { CANARY, FILE, fails, REFUSED, starts } from "./reported-services-form";

const DJANGO = "gunicorn heron.wsgi:application --bind 0.0.0.0:$PORT";
const NODE = "npx next start -p $PORT";

/** What was copied from another system: paths of Windows, a line of an env file, a browser of another platform. */
export const OTHER_SYSTEMS_BROKEN: readonly ExplainedCase[] = [
  fails(
    START,
    "a shell takes the backslashes away, and finds no venvScriptsactivate",
    `venv\\Scripts\\activate && ${DJANGO}`,
  ),
  fails(START, "the same behind source", `source env\\Scripts\\activate && ${DJANGO}`),
  fails(START, "a file of Windows' own", ".\\start.bat"),
  fails(
    `${START}|${PORT}`,
    "gunicorn takes the scheme for a host: not a valid port number (tried with 27.0)",
    "gunicorn heron.wsgi:application --bind http://0.0.0.0:$PORT",
  ),
  fails(
    `${START}|${PORT}`,
    "the short option takes none either",
    "gunicorn -b https://0.0.0.0:8000 heron.wsgi",
  ),
  fails(REFUSED, "the line of an env file has the name once more", DJANGO, {
    variables: { JWT_SECRET: `JWT_SECRET=${CANARY}${CANARY}` },
  }),
  fails(REFUSED, "a shell's export is part of the value", DJANGO, {
    variables: { API_KEY: `export API_KEY=${CANARY}${CANARY}` },
  }),
  fails(FILE, "no native runtime has a browser at that path, and a build may install none", NODE, {
    ...node,
    variables: { PUPPETEER_EXECUTABLE_PATH: "/usr/bin/google-chrome-stable" },
  }),
  fails(FILE, "Heroku's buildpack lays it there", DJANGO, {
    variables: { GOOGLE_CHROME_BIN: "/app/.apt/usr/bin/google-chrome" },
  }),
];

export const OTHER_SYSTEMS_SOUND: readonly ExplainedCase[] = [
  starts("a backslash at a line's end", "gunicorn heron.wsgi:application \\\n  --bind 0.0.0.0:$PORT"),
  starts("the first command may fail", `venv\\Scripts\\activate || true; ${DJANGO}`),
  starts(
    "a backslash within quotes",
    "gunicorn heron.wsgi:application --bind 0.0.0.0:$PORT --access-logformat '%(h)s\\t%(r)s'",
  ),
  starts("gunicorn takes tcp://", "gunicorn heron.wsgi:application --bind tcp://0.0.0.0:8000"),
  starts("a text that has an equals sign", DJANGO, {
    variables: { JWT_SECRET: `${CANARY}=${CANARY}==`, OPTIONS: "DEBUG=0 LEVEL=2" },
  }),
  starts("an image has the browser that it installs", "node dist/main.js", {
    ...docker,
    ...bare,
    variables: { PUPPETEER_EXECUTABLE_PATH: "/usr/bin/chromium" },
  }),
  starts("the browser is in the project's own folder", NODE, {
    ...node,
    variables: { PUPPETEER_CACHE_DIR: "/opt/render/project/src/.cache/puppeteer" },
  }),
];
