import { itJudges, type JudgedCase } from "../judged-case";
import type { Files } from "../written-folder";

const NGINX = (to: number, listen = "8080"): string =>
  `events {}\nhttp { server { listen ${listen}; location / { proxy_pass http://127.0.0.1:${to}; } } }\n`;

/** An image on Fly, which forwards to 8080, that runs the processes of a Procfile. */
const RUNS = (command: string, processes: readonly string[], more: Files = {}): Files => ({
  "fly.toml": 'app = "heron"\n\n[http_service]\n  internal_port = 8080\n',
  Dockerfile: `FROM python:3.13\nWORKDIR /srv\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ${command}\n`,
  Procfile: `${processes.join("\n")}\n`,
  "nginx.conf": NGINX(9000),
  Caddyfile: ":8080 {\n\treverse_proxy 127.0.0.1:9000\n}\n",
  "requirements.txt": "flask\ngunicorn\nhoncho\n",
  "wsgi.py": "from flask import Flask\n\napp = Flask(__name__)\n",
  ...more,
});
const BEHIND = "web: gunicorn -b 127.0.0.1:9000 wsgi:app";
const OPEN_TO_ALL = "web: gunicorn -b 0.0.0.0:8080 wsgi:app";
const FRONT = "nginx: nginx -c /srv/nginx.conf -g 'daemon off;'";
const BIND = "error service/loopback-bind";
const PORT = "error port/agreement";
const RENDER = (command: string, processes: readonly string[], more: Files = {}): Files => ({
  "render.yaml": `services:\n  - type: web\n    name: heron\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n    startCommand: ${command}\n    envVars:\n      - key: PORT\n        value: 8080\n`,
  Procfile: `${processes.join("\n")}\n`,
  "requirements.txt": "flask\ngunicorn\nhoncho\n",
  "wsgi.py": "from flask import Flask\n\napp = Flask(__name__)\n",
  ...more,
});

const SOUND: readonly JudgedCase[] = [
  {
    title: "honcho with nginx beside the app",
    files: RUNS('["honcho", "start"]', [FRONT, BEHIND]),
    told: [],
  },
  { title: "honcho with the app first", files: RUNS('["honcho", "start"]', [BEHIND, FRONT]), told: [] },
  {
    title: "foreman with Caddy",
    files: RUNS('["foreman", "start"]', [BEHIND, "proxy: caddy run --config Caddyfile"]),
    told: [],
  },
  {
    title: "honcho with a file of its own",
    files: RUNS('["honcho", "-f", "Procfile.prod", "start"]', ["web: python dev.py"], {
      "Procfile.prod": `${FRONT}\n${BEHIND}\n`,
    }),
    told: [],
  },
  {
    title: "overmind with a file of its own and nginx",
    files: RUNS('["overmind", "start", "-f", "Procfile.prod"]', ["web: python dev.py"], {
      "Procfile.prod": `${BEHIND}\n${FRONT}\n`,
    }),
    told: [],
  },
  {
    title: "hivemind, which is given nothing else",
    files: RUNS('["hivemind"]', [FRONT, BEHIND]),
    told: [],
  },
  {
    title: "honcho with Envoy, whose settings are not read",
    files: RUNS('["honcho", "start"]', ["envoy: envoy -c envoy.yaml", BEHIND]),
    told: [],
  },
  {
    title: "honcho that starts the web process alone",
    files: RUNS('["honcho", "start", "web"]', [OPEN_TO_ALL, "nginx: nginx -c /srv/other.conf"]),
    told: [],
  },
  {
    title: "a script that starts nginx, in a process of the Procfile",
    files: RUNS('["honcho", "start"]', [BEHIND, "front: ./front.sh"], {
      "front.sh": "#!/bin/sh\nexec nginx -c /srv/nginx.conf -g 'daemon off;'\n",
    }),
    told: [],
  },
  {
    title: "honcho without a proxy: the second process has another port",
    files: RENDER("honcho start", ["web: gunicorn -b 0.0.0.0:$PORT wsgi:app", "worker: python worker.py"], {
      "worker.py": "print(1)\n",
    }),
    told: [],
  },
];

const FAULTY: readonly JudgedCase[] = [
  {
    title: "honcho without a proxy, with the app on loopback",
    files: RUNS('["honcho", "start"]', [BEHIND, "worker: python worker.py"]),
    told: [`${BIND} Procfile:1`, "error port/agreement Procfile:1"],
  },
  {
    title: "honcho that starts the web process alone, without the proxy",
    files: RUNS('["honcho", "start", "web"]', [FRONT, "web: gunicorn -b 127.0.0.1:8080 wsgi:app"]),
    told: [`${BIND} Procfile:2`],
  },
  {
    title: "honcho with nginx on another port",
    files: RUNS('["honcho", "start"]', [FRONT, BEHIND], { "nginx.conf": NGINX(9000, "8081") }),
    told: [],
    undecided: ["port/agreement Procfile:1"],
  },
  {
    title: "foreman with Caddy on loopback",
    files: RUNS('["foreman", "start"]', [BEHIND, "caddy: caddy run --config Caddyfile"], {
      Caddyfile: ":8080 {\n\tbind 127.0.0.1\n\treverse_proxy 127.0.0.1:9000\n}\n",
    }),
    told: [],
    undecided: ["service/loopback-bind Procfile:2"],
  },
  {
    title: "a file of its own, without a proxy",
    files: RUNS('["honcho", "-f", "Procfile.prod", "start"]', [FRONT, BEHIND], {
      "Procfile.prod": "web: gunicorn -b 127.0.0.1:8080 wsgi:app\n",
    }),
    told: [`${BIND} Procfile.prod:1`],
  },
  {
    title: "overmind without the proxy among the processes that it is given",
    files: RUNS('["overmind", "start", "-l", "web"]', [FRONT, "web: gunicorn -b 127.0.0.1:8080 wsgi:app"]),
    told: [`${BIND} Procfile:2`],
  },
  {
    title: "Heroku, where each process has a machine of its own",
    files: {
      Procfile: `${FRONT}\n${BEHIND}\n`,
      "nginx.conf": NGINX(9000),
      "app.json": '{ "name": "app" }\n',
      "requirements.txt": "flask\ngunicorn\n",
      "wsgi.py": "from flask import Flask\n\napp = Flask(__name__)\n",
    },
    told: [`${BIND} Procfile:2`],
  },
  {
    title: "hivemind with a loopback app",
    files: RUNS('["hivemind", "Procfile.prod"]', [FRONT, BEHIND], {
      "Procfile.prod": "web: gunicorn -b 127.0.0.1:8080 wsgi:app\nworker: python worker.py\n",
    }),
    told: [`${BIND} Procfile.prod:1`],
  },
  {
    title: "goreman with a file of its own, and another port",
    files: RUNS('["goreman", "-f", "Procfile.prod", "start"]', [OPEN_TO_ALL], {
      "Procfile.prod": "web: gunicorn -b 0.0.0.0:8000 wsgi:app\n",
    }),
    told: [`${PORT} fly.toml:4`],
  },
];

describe("a runner of a Procfile", () => {
  itJudges(
    SOUND.map((one) => ({ ...one, silent: ["service/loopback-bind", "port/agreement"] })),
    "is found sound",
  );
  itJudges(FAULTY, "is found faulty");
});
