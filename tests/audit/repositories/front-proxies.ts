import type { OpenRepository, SmallRepository } from "./repository";

type Files = SmallRepository["files"];

const NGINX = (to: number, listen = 8080): string =>
  `events {}\nhttp { server { listen ${listen}; location / { proxy_pass http://127.0.0.1:${to}; } } }\n`;
const IMAGE = (command: string, from = "python:3.13"): Files => ({
  "fly.toml": 'app = "heron"\n\n[http_service]\n  internal_port = 8080\n',
  Dockerfile: `FROM ${from}\nWORKDIR /srv\nCOPY . .\nRUN pip install -r requirements.txt\nCOPY nginx.conf /etc/nginx/nginx.conf\nCOPY Caddyfile /etc/caddy/Caddyfile\nCMD ${command}\n`,
  "nginx.conf": NGINX(9000),
  Caddyfile: ":8080 {\n\treverse_proxy 127.0.0.1:9000\n}\n",
  "requirements.txt": "flask\ngunicorn\n",
  "wsgi.py": "from flask import Flask\n\napp = Flask(__name__)\n",
  "server.js": 'require("http").createServer((q, r) => r.end("ok")).listen(9000, "127.0.0.1");\n',
});
const APP = "gunicorn -b 127.0.0.1:9000 wsgi:app";
const SUPERVISED = (...commands: readonly string[]): Files => ({
  ...IMAGE('["supervisord", "-n", "-c", "/etc/supervisord.conf"]'),
  "supervisord.conf": `[supervisord]\nnodaemon=true\n${commands
    .map((command, index) => `[program:p${index}]\ncommand=${command}\n`)
    .join("")}`,
});
const SCRIPT = (...lines: readonly string[]): Files => ({
  ...IMAGE('["sh", "start.sh"]'),
  "start.sh": `#!/bin/sh\nset -e\n${lines.join("\n")}\n`,
});
const PROCFILE = (web: string): Files => ({
  Procfile: `web: ${web}\n`,
  "requirements.txt": "flask\ngunicorn\n",
  "wsgi.py": "from flask import Flask\n\napp = Flask(__name__)\n",
});

/** A proxy has the platform's port, and a program is behind it on loopback. Written before anything read them. */
export const SOUND_FRONTS: readonly SmallRepository[] = [
  { name: "front: supervisord with nginx and gunicorn", files: SUPERVISED("nginx", APP) },
  {
    name: "front: supervisord with gunicorn, and nginx after it in the foreground",
    files: SUPERVISED(APP, "/usr/sbin/nginx -g 'daemon off;'"),
  },
  {
    name: "front: supervisord with Caddy and gunicorn",
    files: SUPERVISED("caddy run --config /etc/caddy/Caddyfile", APP),
  },
  { name: "front: supervisord with Envoy and gunicorn", files: SUPERVISED("envoy -c /etc/envoy.yaml", APP) },
  {
    name: "front: a script with nginx, which goes into the background",
    files: SCRIPT("nginx", `exec ${APP}`),
  },
  {
    name: "front: a script with `daemon on`",
    files: SCRIPT("nginx -t", "nginx -g 'daemon on;'", `exec ${APP}`),
  },
  { name: "front: a script with a service", files: SCRIPT("service nginx start", APP) },
  {
    name: "front: a script with Caddy in the background",
    files: SCRIPT("caddy start --config /etc/caddy/Caddyfile", `exec ${APP}`),
  },
  { name: "front: a script with Envoy", files: SCRIPT("envoy -c envoy.yaml &", `exec ${APP}`) },
  { name: "front: a script with nginx and a wait", files: SCRIPT("nginx &", `${APP} &`, "wait -n") },
  {
    name: "front: a script with nginx under a condition",
    files: SCRIPT('if [ -n "$WITH_NGINX" ]; then', "  nginx", "fi", `exec ${APP}`),
  },
  {
    name: "front: a command with nginx and node",
    files: IMAGE('["sh", "-c", "nginx && exec node server.js"]', "node:22"),
  },
  { name: "front: a command with nginx and gunicorn", files: IMAGE(`nginx && exec ${APP}`) },
  {
    name: "front: an entrypoint with nginx, before the command that it is given",
    files: {
      ...IMAGE(`["gunicorn", "-b", "127.0.0.1:9000", "wsgi:app"]\nENTRYPOINT ["./entry.sh"]`),
      "entry.sh": '#!/bin/sh\nnginx\nexec "$@"\n',
    },
  },
  {
    name: "front: pm2 with nginx and node",
    files: {
      ...IMAGE('["pm2-runtime", "ecosystem.config.js"]', "node:22"),
      "ecosystem.config.js":
        'module.exports = { apps: [{ name: "a", script: "server.js" }, { name: "n", script: "nginx" }] };\n',
    },
  },
  {
    name: "front: supervisord with a file of another program",
    files: {
      ...SUPERVISED(`${APP}\n[include]\nfiles = conf.d/*.conf`),
      "conf.d/nginx.conf": "[program:nginx]\ncommand=nginx\n",
    },
  },
  {
    name: "front: supervisord in the background of a script",
    files: {
      ...SCRIPT("supervisord -c supervisord.conf", `exec ${APP}`),
      "supervisord.conf": "[program:nginx]\ncommand=nginx\n",
    },
  },
  {
    name: "front: a recipe of make",
    files: { ...IMAGE('["make", "serve"]'), Makefile: `serve:\n\tnginx\n\t${APP}\n` },
  },
  {
    name: "front: nginx on another port beside a program",
    files: { ...SUPERVISED("nginx", "gunicorn -b 0.0.0.0:8080 wsgi:app"), "nginx.conf": NGINX(8080, 81) },
  },
  {
    name: "front: Heroku's nginx by a socket",
    files: PROCFILE("bin/start-nginx gunicorn -b unix:/tmp/nginx.socket wsgi:app"),
  },
  {
    name: "front: Heroku's nginx alone, by a socket",
    files: PROCFILE("bin/start-nginx-solo gunicorn -b unix:/tmp/nginx.socket wsgi:app"),
  },
  {
    name: "front: Heroku's PgBouncer and nginx by a socket",
    files: PROCFILE("bin/start-pgbouncer bin/start-nginx gunicorn -b unix:/tmp/nginx.socket wsgi:app"),
  },
  {
    name: "front: Heroku's PgBouncer",
    files: PROCFILE("bin/start-pgbouncer gunicorn -b 0.0.0.0:$PORT wsgi:app"),
  },
];

/** Which program is asked from outside is not known. */
export const OPEN_FRONTS: readonly OpenRepository[] = [
  {
    name: "front: nginx by the settings that its package brings",
    files: {
      ...SCRIPT("nginx", `exec ${APP}`),
      Dockerfile: 'FROM python:3.13\nWORKDIR /srv\nCOPY . .\nCMD ["sh", "start.sh"]\n',
    },
    undecidedAt: "start.sh:3",
  },
  {
    name: "front: nginx on another port than the platform's",
    files: { ...SUPERVISED("nginx", APP), "nginx.conf": NGINX(9000, 81) },
    undecidedAt: "supervisord.conf:4",
  },
];
