import { LOOPBACK, PORT, START } from "../batch";
import { explainedWeb } from "../explained";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, DOCKER, node, ruby } from "../written";

const MISSING = "service/missing-application";

const image = { ...bare, properties: DOCKER };

/** Start commands as they are typed by habit, each of which ends, or opens another port. */
export const HABITS_BROKEN_STARTS: readonly ExplainedCase[] = [
  explainedWeb(
    `${START}|${MISSING}`,
    "uvicorn takes a module's path with dots, not with slashes",
    "uvicorn app/main:app --host 0.0.0.0 --port $PORT",
  ),
  explainedWeb(
    `${START}|${MISSING}`,
    "uvicorn imports `main.py` as a package `main`",
    "uvicorn main.py:app --host 0.0.0.0 --port $PORT",
  ),
  explainedWeb(
    `${START}|${MISSING}`,
    "gunicorn imports `main.py` as a package `main`",
    "gunicorn main.py --bind 0.0.0.0:$PORT",
  ),
  explainedWeb(START, "the dollar of a prompt is run as a program", "$ gunicorn app:app"),
  explainedWeb(
    `${START}|environment/placeholder|${MISSING}`,
    "Render's own example was left",
    "gunicorn your_application.wsgi",
  ),
  explainedWeb(START, "a line of a Procfile is no command", "web: gunicorn app.wsgi --bind 0.0.0.0:$PORT"),
  explainedWeb(
    `${START}|${PORT}`,
    "a name without a dollar is no number",
    "uvicorn main:app --host 0.0.0.0 --port PORT",
  ),
  explainedWeb(
    `${START}|${PORT}`,
    "`$port` is another variable, and empty",
    "uvicorn main:app --host 0.0.0.0 --port $port",
  ),
  explainedWeb(
    `${START}|${PORT}`,
    "`%PORT%` is how cmd.exe writes it",
    "uvicorn main:app --host 0.0.0.0 --port %PORT%",
  ),
  explainedWeb(
    `${START}|${PORT}`,
    "`$env:PORT` is how PowerShell writes it",
    "uvicorn main:app --host 0.0.0.0 --port $env:PORT",
  ),
  explainedWeb(`${START}|${PORT}`, "braces alone are text", "uvicorn main:app --host 0.0.0.0 --port {PORT}"),
  explainedWeb(
    `${START}|${LOOPBACK}`,
    "uvicorn's host has no port in it",
    "uvicorn main:app --host 0.0.0.0:8000",
  ),
  explainedWeb(START, "uvicorn has no option --bind", "uvicorn main:app --bind 0.0.0.0:$PORT"),
  explainedWeb(
    START,
    "gunicorn has no options --host and --port",
    "gunicorn main:app --host 0.0.0.0 --port 8000",
  ),
  explainedWeb(
    START,
    "gunicorn's workers are a number",
    "gunicorn main:app --workers=auto --bind 0.0.0.0:$PORT",
  ),
  explainedWeb(
    START,
    "uvicorn's levels are in small letters",
    "uvicorn main:app --host 0.0.0.0 --port $PORT --log-level INFO",
  ),
  explainedWeb(
    START,
    "uvicorn's workers are a number",
    "uvicorn main:app --host 0.0.0.0 --port $PORT --workers two",
  ),
  explainedWeb(
    START,
    "an unquoted star is filled in with the names of files, which gunicorn does not know",
    "gunicorn main:app --bind 0.0.0.0:$PORT --forwarded-allow-ips *",
  ),
  explainedWeb(START, "a star is no host name for uvicorn", "uvicorn main:app --host '*' --port $PORT"),
  explainedWeb(
    `${START}|${LOOPBACK}`,
    "an address with a scheme is no host",
    "uvicorn main:app --host http://0.0.0.0 --port $PORT",
  ),
  explainedWeb(
    START,
    "Render runs commands as a user without sudo",
    "sudo gunicorn main:app --bind 0.0.0.0:$PORT",
  ),
  explainedWeb(START, "`py` is Windows' launcher", "py -m uvicorn main:app --host 0.0.0.0 --port $PORT"),
  explainedWeb(
    START,
    "an activation script of Windows",
    "venv\\Scripts\\activate && uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  explainedWeb(
    START,
    "`migrate dev` asks, and ends where no one can answer",
    "npx prisma migrate dev && node dist/main.js",
    { ...node, driver: "prisma" },
  ),
  explainedWeb(
    `${PORT}|${LOOPBACK}|${START}`,
    "vite preview listens at 127.0.0.1:4173",
    "npx vite preview",
    node,
  ),
  explainedWeb(`${PORT}|${LOOPBACK}`, "ng serve listens at localhost:4200", "npx ng serve", node),
  explainedWeb(PORT, "Streamlit listens at 8501", "streamlit run app.py"),
  explainedWeb(
    PORT,
    "Chainlit is given another port than the service has",
    "chainlit run app.py --host 0.0.0.0 --port 9000",
  ),
  explainedWeb(LOOPBACK, "php artisan serve listens at 127.0.0.1", "php artisan serve --port=$PORT", image),
  explainedWeb(LOOPBACK, "fastapi dev listens at 127.0.0.1", "fastapi dev main.py --port $PORT"),
  explainedWeb(`${LOOPBACK}|${PORT}`, "flask run listens at 127.0.0.1:5000", "FLASK_APP=app.py flask run"),
  explainedWeb(
    `${PORT}|${START}`,
    "the port's option has the value of its host",
    "gunicorn main:app -b $PORT:0.0.0.0",
  ),
  explainedWeb(
    `${PORT}|${START}`,
    "a bind without a colon is a path, host or port that does not exist",
    "gunicorn main:app --bind 0.0.0.0.$PORT",
  ),
  explainedWeb(START, "nothing listens once it has built", "npm run build", node),
  explainedWeb(
    START,
    "the server goes to the background, and the command ends",
    "nohup uvicorn main:app --host 0.0.0.0 --port $PORT &",
  ),
  explainedWeb(START, "the name of the server is misspelt", "unicorn main:app --host 0.0.0.0 --port $PORT"),
  explainedWeb(START, "the name of the server is misspelt", "guvicorn main:app --bind 0.0.0.0:$PORT"),
  explainedWeb(
    START,
    "gunicorn's class of workers is misspelt",
    "gunicorn -k uvicorn.worker.UvicornWorker main:app --bind 0.0.0.0:$PORT",
  ),
  explainedWeb(
    START,
    "gunicorn's class of workers is misspelt",
    "gunicorn -k uvicorn.workers.UvicornWorkers main:app --bind 0.0.0.0:$PORT",
  ),
  explainedWeb(
    `${START}|service/unmet-need`,
    "a certificate of a developer's machine, and Render's proxy asks by HTTP",
    "uvicorn main:app --host 0.0.0.0 --port $PORT --ssl-keyfile key.pem --ssl-certfile cert.pem",
  ),
  explainedWeb(START, "two dashes became a long one", "uvicorn main:app —host 0.0.0.0 —port $PORT"),
  explainedWeb(START, "quotes of a word processor", "gunicorn main:app --bind “0.0.0.0:$PORT”"),
  explainedWeb(START, "a quote is not closed", 'gunicorn main:app --bind "0.0.0.0:$PORT'),
  explainedWeb(
    START,
    "a line of a Dockerfile is no command",
    'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]',
  ),
  explainedWeb(START, "a list of words is no command", '["uvicorn", "main:app", "--host", "0.0.0.0"]'),
  explainedWeb(START, "celery's application follows its -A", "celery worker -A tasks --loglevel=info", {
    kind: "worker",
  }),
  explainedWeb(START, "celery's command is missing", "celery -A tasks --loglevel=info", { kind: "worker" }),
  explainedWeb(
    START,
    "`rails s` of development in the background",
    "bundle exec rails server -d -p $PORT",
    ruby,
  ),
  explainedWeb(START, "java needs -jar for a file", "java target/app.jar", image),
  explainedWeb(START, "npm has no script of two words without run", "npm start:prod", node),
  explainedWeb(START, "npm's script is called by `run`", "npm build && npm start", node),
];
