import { dotnet, java, LOOPBACK, PORT, STANDARD } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { APPLICATION, bareDocker, bareNode, NEED, REFUSED, refused, wrong } from "./twenty-eighth-form";

const START = "service/start-command";

/** What listens elsewhere than on the port that Render asks. */
export const REJECTED_PORTS_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  refused(
    PORT,
    "the port is written into the command, and the platform asks another (OpenCodeIntel/opencodeintel, pull request 319)",
    "uvicorn app.main:app --host 0.0.0.0 --port 8080",
  ),
  refused(
    PORT,
    "Flask's port of development was left in (iam-veeramalla/aws-devops-zero-to-hero, pull request 185)",
    "gunicorn -b 0.0.0.0:5000 app:app",
    { driver: "psycopg2" },
  ),
  refused(
    PORT,
    "waitress is given 8080 (waitress' page on waitress-serve)",
    "waitress-serve --port=8080 app:app",
    bare,
  ),
  refused(
    PORT,
    "daphne is given 9000 (Daphne's README)",
    "daphne -b 0.0.0.0 -p 9000 config.asgi:application",
    { driver: "psycopg2" },
  ),
  refused(
    PORT,
    "Streamlit's own port, 8501, is not PORT (Streamlit's page on its configuration)",
    "streamlit run app.py --server.port 8501 --server.address 0.0.0.0",
    bare,
  ),
  refused(
    PORT,
    "without --server.port Streamlit listens on 8501 (Streamlit's page on its configuration)",
    "streamlit run Home.py --server.headless true",
    bare,
  ),
  wrong(
    PORT,
    "Gradio listens on GRADIO_SERVER_PORT (Gradio's page on environment variables)",
    { GRADIO_SERVER_NAME: "0.0.0.0", GRADIO_SERVER_PORT: "7860" },
    { command: "python app.py", ...bare },
  ),
  refused(
    PORT,
    "next start is given 3000 (project-blurple/Canvas-Web, issue 561)",
    "npx next start -p 3000",
    node,
  ),
  refused(PORT, "serve is given 3000 (serve's README)", "npx serve -s build -l 3000", bareNode),
  refused(PORT, "http-server is given 8080 (http-server's README)", "npx http-server dist -p 8080", bareNode),
  refused(
    PORT,
    "artisan serve is given 9000 (learnk8s/learnk8s.io, issue 75)",
    "php artisan serve --host=0.0.0.0 --port=9000",
    bareDocker,
  ),
  refused(
    PORT,
    "Spring is given 8080 on the command line (Spring Boot's page on the web server)",
    "java -jar app.jar --server.port=8080",
    java,
  ),
  wrong(
    PORT,
    "Kestrel is given 5000 (ASP.NET Core's page on Kestrel's endpoints)",
    { ASPNETCORE_URLS: "http://+:5000" },
    { command: "dotnet Fen.Api.dll", ...dotnet },
  ),
  refused(
    `${PORT}|${REFUSED}`,
    "nothing sets Port in small letters, and gunicorn gets an address without one (Render's page on port binding)",
    "gunicorn app:app --bind 0.0.0.0:$Port",
    { driver: "psycopg2" },
  ),
  refused(
    `${PORT}|${START}`,
    "gunicorn has no --port, and ends at once (gunicorn's list of settings)",
    "gunicorn app.main:app -k uvicorn.workers.UvicornWorker --host 0.0.0.0 --port $PORT",
  ),
  refused(
    `${APPLICATION}|${PORT}|${LOOPBACK}|${START}`,
    "without -b the address is taken for the application (benoitc/gunicorn, issue 1901)",
    "gunicorn 0.0.0.0:$PORT wsgi",
    { driver: "psycopg2" },
  ),
  refused(
    `${LOOPBACK}|${PORT}|${START}`,
    "uvicorn's options have two dashes, and it ends at these (uvicorn's page on its settings)",
    "uvicorn app.main:app -host 0.0.0.0 -port $PORT",
  ),
  wrong(
    `${STANDARD}|port/privileged|port/reserved|${PORT}`,
    "443 is not permitted to a process at Render, so listening is refused (render-examples/express-hello-world, pull request 18)",
    { PORT: "443" },
    { command: "node app.js", ...node },
  ),
  wrong(
    `${PORT}|${REFUSED}|environment/placeholder|${STANDARD}`,
    "a variable's value is not expanded, so the port is the text $PORT (Render's page on environment variables)",
    { PORT: "$PORT" },
  ),
  {
    rule: `${STANDARD}|${PORT}`,
    why: "the port of development was copied with the .env into the group (Render's page on port binding)",
    command: "node dist/main.js",
    ...node,
    variables: { PORT: null },
    group: { PORT: "3000", LOG_LEVEL: "info" },
  },
  refused(
    `${PORT}|${NEED}|${LOOPBACK}`,
    "a Unix socket for an nginx that is not here (ialbert/biostar-central, issue 406)",
    "gunicorn fen.wsgi:application --workers 3 --bind unix:/tmp/fen.sock",
    { driver: "psycopg2" },
  ),
];
