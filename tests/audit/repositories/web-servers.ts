// Longer than 200 lines: sound, faulty and open configurations of the same web servers are read beside each other.
import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

type Files = SmallRepository["files"];

const FLY = (port: number): Files => ({
  "fly.toml": `app = "heron"\n\n[http_service]\n  internal_port = ${port}\n`,
});
const RENDER = (...variables: readonly (readonly [string, string])[]): Files => ({
  "render.yaml": `services:\n  - type: web\n    name: heron\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n${
    variables.length === 0 ? "" : "    envVars:\n"
  }${variables.map(([key, value]) => `      - key: ${key}\n        value: "${value}"\n`).join("")}`,
});
const HEROKU: Files = { "heroku.yml": "build:\n  docker:\n    web: Dockerfile\n" };
const IMAGE = (...lines: readonly string[]): Files => ({ Dockerfile: `${lines.join("\n")}\n` });
const SITE = "COPY site /usr/share/nginx/html";
const NGINX = (listen: string): string => `server {\n  ${listen}\n  root /usr/share/nginx/html;\n}\n`;
const NGINX_IMAGE = (to: string): Files => IMAGE("FROM nginx:1.29-alpine", `COPY nginx.conf ${to}`, SITE);
const DEFAULT_CONF = "/etc/nginx/conf.d/default.conf";
const CADDY_IMAGE = IMAGE("FROM caddy:2-alpine", "COPY Caddyfile /etc/caddy/Caddyfile", "COPY site /srv");

const sound = (name: string, ...files: readonly Files[]): SmallRepository => ({
  name: `web server: ${name}`,
  files: Object.assign({}, ...files),
});
const faulty = (name: string, finds: string, ...files: readonly Files[]): FaultyRepository => ({
  ...sound(name, ...files),
  finds: [finds],
});
const open = (name: string, undecidedAt: string, ...files: readonly Files[]): OpenRepository => ({
  ...sound(name, ...files),
  undecidedAt,
});

/** Written before anything read these files. */
export const SOUND_SERVED: readonly SmallRepository[] = [
  sound("nginx on the platform's port", FLY(8080), NGINX_IMAGE(DEFAULT_CONF), {
    "nginx.conf": NGINX("listen 8080;"),
  }),
  sound("nginx by both families, with a comment", FLY(8080), NGINX_IMAGE(DEFAULT_CONF), {
    "nginx.conf": NGINX("# listen 80;\n  listen 8080 default_server;\n  listen [::]:8080 default_server;"),
  }),
  sound(
    "nginx by the image's templates",
    RENDER(),
    IMAGE("FROM nginx:1.29", "COPY nginx/templates /etc/nginx/templates", SITE),
    { "nginx/templates/default.conf.template": NGINX("listen ${PORT};") },
  ),
  sound("nginx as the image has it", FLY(80), IMAGE("FROM nginx:stable", SITE)),
  sound(
    "nginx without root's rights as the image has it",
    FLY(8080),
    IMAGE("FROM nginxinc/nginx-unprivileged:1.29", SITE),
  ),
  sound(
    "nginx by envsubst in the command",
    RENDER(),
    IMAGE(
      "FROM nginx:1.29-alpine",
      "COPY default.conf.template /tmp/default.conf.template",
      `CMD ["/bin/sh", "-c", "envsubst '$PORT' < /tmp/default.conf.template > ${DEFAULT_CONF} && exec nginx -g 'daemon off;'"]`,
    ),
    { "default.conf.template": NGINX("listen $PORT;") },
  ),
  sound(
    "nginx by sed in a start script",
    RENDER(),
    IMAGE(
      "FROM nginx:1.29-alpine",
      `COPY nginx.conf ${DEFAULT_CONF}`,
      "COPY start.sh /start.sh",
      'CMD ["sh", "/start.sh"]',
    ),
    {
      "nginx.conf": NGINX("listen 80;"),
      "start.sh": `#!/bin/sh\nsed -i "s/listen 80/listen $PORT/" ${DEFAULT_CONF}\nexec nginx -g 'daemon off;'\n`,
    },
  ),
  sound("nginx with a second server on loopback", FLY(8080), NGINX_IMAGE(DEFAULT_CONF), {
    "nginx.conf": `server {\n  listen 127.0.0.1:8081;\n  stub_status;\n}\n${NGINX("listen 8080;")}`,
  }),
  sound("nginx with TLS beside it", FLY(80), NGINX_IMAGE(DEFAULT_CONF), {
    "nginx.conf": NGINX("listen 80;\n  listen 443 ssl;"),
  }),
  sound("nginx with a whole file of its own", FLY(8080), NGINX_IMAGE("/etc/nginx/nginx.conf"), {
    "nginx.conf": `worker_processes 1;\nevents {}\nhttp {\n  upstream app { server 127.0.0.1:3000; }\n  ${NGINX("listen 8080;")}}\n`,
  }),
  sound(
    "nginx from a stage, beside files that are not copied",
    FLY(8080),
    IMAGE(
      "FROM node:22 AS build",
      "COPY . .",
      "RUN npm ci && npm run build",
      "FROM nginx:1.29-alpine AS base",
      "FROM base",
      `COPY deploy/nginx.conf ${DEFAULT_CONF}`,
      "COPY --from=build /dist /usr/share/nginx/html",
    ),
    {
      "package.json":
        '{ "name": "heron", "scripts": { "build": "vite build", "start": "vite --host 127.0.0.1" }, "devDependencies": { "vite": "7.0.0" } }\n',
      "deploy/nginx.conf": NGINX("listen 8080;"),
      "deploy/local.conf": NGINX("listen 127.0.0.1:3000;"),
    },
  ),
  sound(
    "a file of nginx that the service does not start",
    FLY(8080),
    IMAGE(
      "FROM python:3.13",
      "COPY . .",
      'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8080"]',
    ),
    { "nginx.conf": NGINX("listen 80;"), "main.py": "app = 1\n" },
  ),
  sound(
    "nginx before a program of the same image",
    RENDER(),
    IMAGE(
      "FROM node:22",
      "RUN apt-get update && apt-get install -y nginx",
      "COPY . .",
      `COPY nginx.conf ${DEFAULT_CONF}`,
      'CMD ["sh", "start.sh"]',
    ),
    {
      "nginx.conf": NGINX("listen 10000;"),
      "start.sh": "node server.js &\nexec nginx -g 'daemon off;'\n",
      "server.js": 'require("http").createServer(() => {}).listen(3000, "127.0.0.1");\n',
    },
  ),
  sound(
    "Apache by a port that is written when the image is built",
    FLY(8080),
    IMAGE(
      "FROM php:8.4-apache",
      "RUN sed -i 's/80/8080/g' /etc/apache2/ports.conf /etc/apache2/sites-available/000-default.conf",
      "COPY . /var/www/html",
    ),
  ),
  sound(
    "Apache by PORT",
    RENDER(),
    IMAGE("FROM php:8.4-apache", "COPY ports.conf /etc/apache2/ports.conf", "COPY . /var/www/html"),
    { "ports.conf": "Listen ${PORT}\n" },
  ),
  sound(
    "Apache by sed in the command",
    RENDER(),
    IMAGE(
      "FROM php:8.4-apache",
      "COPY . /var/www/html",
      'CMD sed -i "s/80/${PORT}/g" /etc/apache2/ports.conf /etc/apache2/sites-enabled/*.conf && apache2-foreground',
    ),
  ),
  sound(
    "Apache of its own image",
    FLY(8080),
    IMAGE("FROM httpd:2.4", "COPY httpd.conf /usr/local/apache2/conf/httpd.conf"),
    { "httpd.conf": 'ServerRoot "/usr/local/apache2"\n#Listen 80\nListen 8080\n' },
  ),
  sound("Caddy by PORT", RENDER(), CADDY_IMAGE, {
    Caddyfile: ":{$PORT} {\n\troot * /srv\n\tfile_server\n}\n",
  }),
  sound("Caddy by a port and global options", FLY(8080), CADDY_IMAGE, {
    Caddyfile:
      "{\n\tadmin localhost:2019\n\tauto_https off\n}\n\n(common) {\n\tencode gzip\n}\n\nhttp://:8080 {\n\timport common\n\treverse_proxy 127.0.0.1:9000\n}\n",
  }),
  sound("Caddy by a variable that no file sets", RENDER(), CADDY_IMAGE, {
    Caddyfile: "{$SITE_ADDRESS}\nroot * /srv\nfile_server\n",
  }),
  sound(
    "FrankenPHP by its variable",
    FLY(8080),
    IMAGE("FROM dunglas/frankenphp:1-php8.4", "ENV SERVER_NAME=:8080", "COPY . /app"),
  ),
  sound(
    "HAProxy by PORT",
    RENDER(),
    IMAGE("FROM haproxy:3.2", "COPY haproxy.cfg /usr/local/etc/haproxy/haproxy.cfg"),
    {
      "haproxy.cfg":
        'defaults\n  mode http\nfrontend web\n  bind "*:${PORT}"\n  default_backend app\nbackend app\n  server one 10.0.0.1:3000\nfrontend stats\n  bind 127.0.0.1:8404\n',
    },
  ),
  sound(
    "Traefik by its flag",
    FLY(8080),
    IMAGE(
      "FROM traefik:v3.5",
      'CMD ["--entrypoints.web.address=:8080", "--providers.file.directory=/etc/traefik"]',
    ),
  ),
];

export const FAULTY_SERVED: readonly FaultyRepository[] = [
  faulty("nginx on 80", "port/agreement nginx.conf:2", FLY(8080), NGINX_IMAGE(DEFAULT_CONF), {
    "nginx.conf": NGINX("listen 80;"),
  }),
  faulty(
    "nginx as the image has it",
    "port/agreement Dockerfile:1",
    FLY(8080),
    IMAGE("FROM nginx:stable", SITE),
  ),
  faulty("nginx on loopback", "service/loopback-bind nginx.conf:2", FLY(8080), NGINX_IMAGE(DEFAULT_CONF), {
    "nginx.conf": NGINX("listen 127.0.0.1:8080;"),
  }),
  faulty(
    "nginx where PORT is the platform's",
    "port/hard-coded nginx.conf:2",
    HEROKU,
    NGINX_IMAGE(DEFAULT_CONF),
    {
      "nginx.conf": NGINX("listen 80;"),
    },
  ),
  faulty(
    "nginx beside another PORT",
    "port/agreement nginx.conf:2",
    RENDER(["PORT", "10000"]),
    NGINX_IMAGE(DEFAULT_CONF),
    { "nginx.conf": NGINX("listen 80;") },
  ),
  faulty("nginx where PORT is not set", "port/hard-coded nginx.conf:2", RENDER(), NGINX_IMAGE(DEFAULT_CONF), {
    "nginx.conf": NGINX("listen 80;"),
  }),
  faulty(
    "nginx by a template's other variable",
    "port/agreement nginx/default.conf.template:2",
    FLY(8080),
    IMAGE(
      "FROM nginx:1.29",
      "ENV NGINX_PORT=80",
      "COPY nginx/default.conf.template /etc/nginx/templates/default.conf.template",
    ),
    { "nginx/default.conf.template": NGINX("listen ${NGINX_PORT};") },
  ),
  faulty("Caddy on another port", "port/agreement Caddyfile:1", FLY(3000), CADDY_IMAGE, {
    Caddyfile: ":8080\nroot * /srv\nfile_server\n",
  }),
  faulty("Caddy on loopback", "service/loopback-bind Caddyfile:2", FLY(8080), CADDY_IMAGE, {
    Caddyfile: ":8080 {\n\tbind 127.0.0.1\n\tfile_server\n}\n",
  }),
  faulty(
    "Caddy as the image has it",
    "port/agreement Dockerfile:1",
    FLY(8080),
    IMAGE("FROM caddy:2", "COPY site /srv"),
  ),
  faulty(
    "Apache of its own image",
    "port/agreement apache/httpd.conf:2",
    FLY(8080),
    IMAGE("FROM httpd:2.4", "COPY apache/httpd.conf /usr/local/apache2/conf/"),
    { "apache/httpd.conf": 'ServerRoot "/usr/local/apache2"\nListen 3000\n' },
  ),
  faulty(
    "PHP's Apache beside another PORT",
    "port/agreement Dockerfile:1",
    RENDER(["PORT", "10000"]),
    IMAGE("FROM php:8.4-apache", "COPY . /var/www/html"),
  ),
  faulty(
    "Apache on loopback",
    "service/loopback-bind ports.conf:1",
    FLY(8080),
    IMAGE("FROM php:8.4-apache", "COPY ports.conf /etc/apache2/ports.conf"),
    { "ports.conf": "Listen 127.0.0.1:8080\n" },
  ),
  faulty(
    "HAProxy on loopback",
    "service/loopback-bind haproxy.cfg:2",
    FLY(8080),
    IMAGE("FROM haproxy:3.2", "COPY haproxy.cfg /usr/local/etc/haproxy/haproxy.cfg"),
    { "haproxy.cfg": "frontend web\n  bind 127.0.0.1:8080\n  default_backend app\n" },
  ),
  faulty(
    "FrankenPHP on another port",
    "port/agreement Dockerfile:2",
    FLY(8080),
    IMAGE("FROM dunglas/frankenphp:1-php8.4", 'ENV SERVER_NAME=":3000"', "COPY . /app"),
  ),
  faulty(
    "Traefik on another port",
    "port/agreement Dockerfile:2",
    FLY(8080),
    IMAGE("FROM traefik:v3.5", 'CMD ["--entrypoints.web.address=:80", "--providers.docker=false"]'),
  ),
];

export const OPEN_SERVED: readonly OpenRepository[] = [
  open(
    "nginx of a distribution's packages",
    "Dockerfile:3",
    FLY(8080),
    IMAGE("FROM alpine:3.22", "RUN apk add nginx", `CMD ["nginx", "-g", "daemon off;"]`),
  ),
  open(
    "nginx whose file is changed when the image is built",
    "Dockerfile:2",
    FLY(8080),
    IMAGE("FROM nginx:1.29", `RUN ./configure.sh ${DEFAULT_CONF}`),
  ),
  open("nginx on several ports", "nginx.conf:2", FLY(3000), NGINX_IMAGE(DEFAULT_CONF), {
    "nginx.conf": `${NGINX("listen 8080;")}${NGINX("listen 8081;")}`,
  }),
  open(
    "nginx with files that are not here",
    "nginx.conf:3",
    FLY(8080),
    NGINX_IMAGE("/etc/nginx/nginx.conf"),
    {
      "nginx.conf": "events {}\nhttp {\n  include /etc/nginx/sites/*.conf;\n}\n",
    },
  ),
  open("nginx with a variable that nothing fills in", "nginx.conf:2", RENDER(), NGINX_IMAGE(DEFAULT_CONF), {
    "nginx.conf": NGINX("listen ${PORT};"),
  }),
  open("Caddy by a variable that no file sets", "Caddyfile:1", FLY(8080), CADDY_IMAGE, {
    Caddyfile: "{$SITE_ADDRESS}\nroot * /srv\nfile_server\n",
  }),
  open("HAProxy without its file", "Dockerfile:1", FLY(8080), IMAGE("FROM haproxy:3.2", "COPY certs /certs")),
  open(
    "Apache by another variable",
    "ports.conf:1",
    FLY(8080),
    IMAGE("FROM php:8.4-apache", "COPY ports.conf /etc/apache2/ports.conf"),
    { "ports.conf": "Listen ${APACHE_PORT}\n" },
  ),
  open(
    "supervisord with nginx and php-fpm",
    "supervisord.conf:4",
    FLY(8080),
    IMAGE(
      "FROM php:8.4-fpm",
      "RUN apt-get install -y nginx supervisor",
      'CMD ["supervisord", "-c", "supervisord.conf"]',
    ),
    {
      "supervisord.conf":
        '[supervisord]\nnodaemon=true\n[program:nginx]\ncommand=nginx -g "daemon off;"\n[program:fpm]\ncommand=php-fpm -F\n',
    },
  ),
  open(
    "Traefik by a file",
    "Dockerfile:1",
    FLY(8080),
    IMAGE("FROM traefik:v3.5", "COPY traefik.yml /etc/traefik/traefik.yml"),
    { "traefik.yml": "entryPoints:\n  web:\n    address: ':80'\n" },
  ),
];
