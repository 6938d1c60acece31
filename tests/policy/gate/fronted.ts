import type { Files } from "../../audit/written-folder";
import type { CodeCase } from "./repositories";

const DOCKER = { runtimeSource: { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } } };
const NGINX = (listen: number): string =>
  `events {}\nhttp { server { listen ${listen}; location / { proxy_pass http://127.0.0.1:9000; } } }\n`;
const APP = "gunicorn -b 127.0.0.1:9000 wsgi:app";
const ALONE = "gunicorn -b 127.0.0.1:8000 wsgi:app";
const CODE: Files = {
  "wsgi.py": "from flask import Flask\n\napp = Flask(__name__)\n",
  "requirements.txt": "flask\ngunicorn\nhoncho\n",
  Caddyfile: ":8000 {\n\treverse_proxy 127.0.0.1:9000\n}\n",
};
const IMAGE = (command: string, more: Files = {}): Files => ({
  Dockerfile: `FROM python:3.13\nWORKDIR /srv\nCOPY . .\nRUN pip install -r requirements.txt\nCOPY nginx.conf /etc/nginx/nginx.conf\nCOPY Caddyfile /etc/caddy/Caddyfile\nCMD ${command}\n`,
  "nginx.conf": NGINX(8000),
  ...CODE,
  ...more,
});
const SCRIPT = (...lines: readonly string[]): Files =>
  IMAGE('["sh", "start.sh"]', { "start.sh": `#!/bin/sh\nset -e\n${lines.join("\n")}\n` });
const SUPERVISED = (...commands: readonly string[]): Files =>
  IMAGE('["supervisord", "-n", "-c", "/etc/supervisord.conf"]', {
    "supervisord.conf": `[supervisord]\nnodaemon=true\n${commands.map((one, at) => `[program:p${at}]\ncommand=${one}\n`).join("")}`,
  });
const image = (files: Files) => ({ command: null, properties: DOCKER, files }) as const;

/** A proxy in front of a service's program: what the audit leaves alone, a preview leaves alone too. */
export const FRONTED_SOUND: readonly CodeCase[] = [
  { title: "a script with nginx before the program", ...image(SCRIPT("nginx", `exec ${APP}`)) },
  { title: "supervisord with nginx and the program", ...image(SUPERVISED("nginx", APP)) },
  { title: "an image's command with nginx", ...image(IMAGE(`nginx && exec ${APP}`)) },
  {
    title: "a script with Caddy in the background",
    ...image(SCRIPT("caddy start --config /etc/caddy/Caddyfile", `exec ${APP}`)),
  },
  {
    title: "honcho with Caddy and the program",
    command: "honcho start",
    files: { ...CODE, Procfile: `web: ${APP}\ncaddy: caddy run --config Caddyfile\n` },
  },
  {
    title: "a start command with Caddy before the program",
    command: `caddy start --config Caddyfile && ${APP}`,
    files: CODE,
  },
  {
    title: "Envoy beside the program",
    command: `envoy -c envoy.yaml & ${APP}`,
    rule: "unknown",
    files: CODE,
  },
  { title: "a script with Envoy", rule: "unknown", ...image(SCRIPT("envoy -c envoy.yaml &", `exec ${APP}`)) },
];

/** The same without a proxy in front, or with one alone that is wrong. */
export const FRONTED_BROKEN: readonly CodeCase[] = [
  {
    title: "a script without a proxy",
    rule: "service/loopback-bind",
    at: "start.sh:3",
    ...image(SCRIPT(`exec ${ALONE}`)),
  },
  {
    title: "a script that only tests nginx",
    rule: "service/loopback-bind",
    at: "start.sh:4",
    ...image(SCRIPT("nginx -t", `exec ${ALONE}`)),
  },
  {
    title: "supervisord without a proxy",
    rule: "service/loopback-bind",
    at: "supervisord.conf:4",
    ...image(SUPERVISED(ALONE)),
  },
  {
    title: "honcho without a proxy",
    command: "honcho start",
    rule: "service/loopback-bind",
    at: "Procfile:1",
    files: { ...CODE, Procfile: `web: ${ALONE}\nworker: python worker.py\n` },
  },
  {
    title: "honcho that starts the program alone",
    command: "honcho start web",
    rule: "service/loopback-bind",
    at: "Procfile:1",
    files: { ...CODE, Procfile: `web: ${ALONE}\ncaddy: caddy run --config Caddyfile\n` },
  },
  {
    title: "a start command that only checks Caddy's settings",
    command: `caddy validate --config Caddyfile && ${ALONE}`,
    rule: "service/loopback-bind",
    files: CODE,
  },
  {
    title: "nginx alone on another port",
    rule: "port/agreement",
    at: "nginx.conf:2",
    ...image(IMAGE(`["nginx", "-g", "daemon off;"]`, { "nginx.conf": NGINX(8080) })),
  },
  {
    title: "Caddy alone on loopback",
    rule: "service/loopback-bind",
    at: "Caddyfile:2",
    ...image(
      IMAGE('["caddy", "run", "--config", "/etc/caddy/Caddyfile"]', {
        Caddyfile: ":8000 {\n\tbind 127.0.0.1\n\treverse_proxy 127.0.0.1:9000\n}\n",
      }),
    ),
  },
  {
    title: "nginx on another port than the declared one",
    rule: "port/agreement",
    at: "nginx.conf:2",
    variables: { PORT: "8000" },
    ...image({ ...SCRIPT("nginx", `exec ${APP}`), "nginx.conf": NGINX(8080) }),
  },
];
