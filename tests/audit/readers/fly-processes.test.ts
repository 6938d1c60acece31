import { itJudges, type JudgedCase } from "../judged-case";
import type { Files } from "../written-folder";

const APP: Files = {
  Dockerfile:
    "FROM python:3.13\nWORKDIR /srv\nCOPY . .\nRUN pip install -r requirements.txt\nCMD gunicorn -b 0.0.0.0:8080 wsgi:app\n",
  "requirements.txt": "flask\ngunicorn\n",
  "wsgi.py": "from flask import Flask\n\napp = Flask(__name__)\n",
  "metrics.py": "print(1)\n",
};
const FLY = (...lines: readonly string[]): Files => ({
  ...APP,
  "fly.toml": `app = "heron"\n\n${lines.join("\n")}\n`,
});
const WEB = 'web = "gunicorn -b 0.0.0.0:8080 wsgi:app"';
const METRICS = 'metrics = "gunicorn -b 0.0.0.0:9091 wsgi:app"';
const HTTP = (port: number, ...groups: readonly string[]): string =>
  `[http_service]\ninternal_port = ${port}${groups.length === 0 ? "" : `\nprocesses = ["${groups.join('", "')}"]`}`;
const SERVICE = (port: number, ...groups: readonly string[]): string =>
  `[[services]]\nprotocol = "tcp"\ninternal_port = ${port}${groups.length === 0 ? "" : `\nprocesses = ["${groups.join('", "')}"]`}`;
const PORT = "error port/agreement fly.toml";

const SOUND: readonly JudgedCase[] = [
  [
    "two groups with a service each",
    "[processes]",
    WEB,
    METRICS,
    HTTP(8080, "web"),
    SERVICE(9091, "metrics"),
  ],
  ["the other group first", "[processes]", METRICS, WEB, HTTP(8080, "web"), SERVICE(9091, "metrics")],
  ["services alone", "[processes]", WEB, METRICS, SERVICE(8080, "web"), SERVICE(9091, "metrics")],
  [
    "the default group without a name",
    "[processes]",
    'app = "gunicorn -b 0.0.0.0:8080 wsgi:app"',
    METRICS,
    HTTP(8080),
    SERVICE(9091, "metrics"),
  ],
  [
    "the first group by its name is the default",
    "[processes]",
    'zoo = "python metrics.py"',
    'api = "gunicorn -b 0.0.0.0:8080 wsgi:app"',
    HTTP(8080),
  ],
  ["a group without any service", "[processes]", WEB, 'jobs = "python metrics.py"', HTTP(8080, "web")],
  [
    "one service for two groups",
    "[processes]",
    WEB,
    'api = "gunicorn -b 0.0.0.0:8080 wsgi:app"',
    HTTP(8080, "web", "api"),
  ],
  [
    "a check of the web group on a port of its own",
    "[processes]",
    WEB,
    METRICS,
    HTTP(8080, "web"),
    '[checks.web]\ntype = "http"\nport = 8081\npath = "/h"\nprocesses = ["web"]',
  ],
  [
    "a check of the only group on a port of its own",
    HTTP(8080),
    '[checks.ready]\ntype = "http"\nport = 9000\npath = "/q/health/ready"',
  ],
  [
    "a check of another group",
    "[processes]",
    WEB,
    METRICS,
    HTTP(8080, "web"),
    SERVICE(9091, "metrics"),
    '[checks.metrics]\ntype = "http"\nport = 9091\npath = "/m"\nprocesses = ["metrics"]',
  ],
  [
    "a check of the services' other group",
    "[processes]",
    WEB,
    METRICS,
    HTTP(8080, "web"),
    SERVICE(9091, "metrics"),
    '[[services.http_checks]]\npath = "/m"\nport = 9091',
  ],
  [
    "a web group before an alphabetically earlier one that no service names",
    "[processes]",
    'admin = "gunicorn -b 0.0.0.0:9000 wsgi:app"',
    WEB,
    HTTP(8080, "web"),
  ],
].map(([title = "", ...lines]) => ({ title, files: FLY(...lines), told: [], silent: ["port/agreement"] }));

const FAULTY: readonly JudgedCase[] = [
  {
    title: "the web group on another port",
    files: FLY("[processes]", WEB, METRICS, HTTP(9091, "web"), SERVICE(9091, "metrics")),
    told: [`${PORT}:4`],
  },
  {
    title: "the other group's port is right, and first",
    files: FLY("[processes]", METRICS, WEB, HTTP(8000, "web"), SERVICE(9091, "metrics")),
    told: [`${PORT}:5`],
  },
  {
    title: "services alone, with another port",
    files: FLY("[processes]", WEB, METRICS, SERVICE(8081, "web"), SERVICE(9091, "metrics")),
    told: [`${PORT}:4`],
  },
  {
    title: "the default group app",
    files: FLY(
      "[processes]",
      'app = "gunicorn -b 0.0.0.0:8000 wsgi:app"',
      METRICS,
      HTTP(8080),
      SERVICE(9091, "metrics"),
    ),
    told: [`${PORT}:7`],
  },
  {
    title: "the default group by the alphabet",
    files: FLY(
      "[processes]",
      'zoo = "gunicorn -b 0.0.0.0:8080 wsgi:app"',
      'api = "gunicorn -b 0.0.0.0:8000 wsgi:app"',
      HTTP(8080),
    ),
    told: [`${PORT}:7`],
  },
  {
    title: "one group that binds loopback",
    files: FLY(
      "[processes]",
      'web = "gunicorn -b 127.0.0.1:8080 wsgi:app"',
      METRICS,
      HTTP(8080, "web"),
      SERVICE(9091, "metrics"),
    ),
    told: ["error service/loopback-bind fly.toml:4"],
  },
  {
    title: "no groups at all",
    files: FLY(HTTP(8081)),
    told: ["error port/agreement Dockerfile:5"],
  },
];

describe("the process groups of fly.toml", () => {
  itJudges(SOUND, "are found sound");
  itJudges(FAULTY, "are found faulty");
});
