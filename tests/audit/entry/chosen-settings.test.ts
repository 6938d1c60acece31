import { itJudges, type JudgedCase } from "../judged-case";

type Files = JudgedCase["files"];

const FLY = 'app = "heron"\n\n[http_service]\n  internal_port = 8080\n';
const image = (from: string, command: string, before = ""): Files => ({
  "fly.toml": FLY,
  Dockerfile: `FROM ${from}\nWORKDIR /srv\nCOPY . .\n${before}CMD ${command}\n`,
});
const puma = (command: string, files: Files, before = ""): Files => ({
  ...image("ruby:3.3", `bundle exec puma${command}`, before),
  Gemfile: 'source "https://rubygems.org"\ngem "puma"\ngem "rack"\n',
  "config.ru": 'run ->(e) { [200, {}, ["ok"]] }\n',
  ...files,
});
const vite = (command: string, files: Files): Files => ({
  ...image("node:22", command),
  "package.json":
    '{ "name": "heron", "scripts": { "preview": "vite preview" }, "dependencies": { "vite": "^6.0.0" } }\n',
  "index.html": "<p>ok</p>\n",
  ...files,
});
const python = (command: string, files: Files): Files => ({
  ...image("python:3.13", command, "RUN pip install -r requirements.txt\n"),
  "requirements.txt": "flask\ngunicorn\n",
  "wsgi.py": "from flask import Flask\n\napp = Flask(__name__)\n",
  ...files,
});
const node = (command: string, files: Files): Files => ({
  ...image("node:22", command),
  "package.json": '{ "name": "heron" }\n',
  ...files,
});
const listening = (port: number): string =>
  `require("http").createServer((q, r) => r.end("ok")).listen(${port});\n`;
const PREVIEW = (port: number): string =>
  `export default {\n  preview: { host: true, port: ${port}, allowedHosts: true },\n};\n`;
const SUPERVISED = (port: number): string =>
  `[supervisord]\nnodaemon=true\n\n[program:web]\ncommand=gunicorn -b 0.0.0.0:${port} wsgi:app\n`;
const web = (from: string, file: string, command: string, files: Files): Files => ({
  "fly.toml": FLY,
  Dockerfile: `FROM ${from}\nCOPY ops/ ${file}\nCMD ${command}\n`,
  ...files,
});
const NGINX = (port: number): string => `events {}\nhttp {\n  server { listen ${port}; }\n}\n`;

/** Written before the audit read which file of settings a command chooses. */
const SOUND: readonly JudgedCase[] = [
  {
    title: "puma -C reads its file alone",
    files: puma(" -C config/deploy/puma.rb", {
      "config/puma.rb": "port 3999\n",
      "config/deploy/puma.rb": "port 8080\n",
    }),
    told: [],
  },
  {
    title: "puma --config= reads its file alone",
    files: puma(" --config=config/deploy/puma.rb", {
      "config/puma.rb": "port 3999\n",
      "config/deploy/puma.rb": "port 8080\n",
    }),
    told: [],
  },
  {
    title: "puma -C - reads none",
    files: puma(" -C -", { "config/puma.rb": 'bind "tcp://127.0.0.1:3999"\n' }, "ENV PORT=8080\n"),
    told: [],
  },
  {
    title: "puma reads the file of its environment before config/puma.rb",
    files: puma(
      "",
      { "config/puma.rb": "port 3999\n", "config/puma/production.rb": "port 8080\n" },
      "ENV RACK_ENV=production\n",
    ),
    told: [],
  },
  {
    title: "puma -e names that environment",
    files: puma(" -e production", {
      "config/puma.rb": "port 3999\n",
      "config/puma/production.rb": "port 8080\n",
    }),
    told: [],
  },
  {
    title: "puma's environment that nothing says leaves it undecided",
    files: puma("", { "config/puma.rb": "port 3999\n", "config/puma/production.rb": "port 8080\n" }),
    told: [],
  },
  {
    title: "puma with two files of settings is not decided",
    files: puma(" -C config/a.rb -C config/b.rb", {
      "config/a.rb": "port 3999\n",
      "config/b.rb": "port 8080\n",
    }),
    told: [],
  },
  {
    title: "puma -C with a variable is not decided",
    files: puma(" -C $PUMA_FILE", { "config/puma.rb": "port 3999\n" }),
    told: [],
  },
  {
    title: "vite --config reads its file alone",
    files: vite("npx vite preview --config vite.deploy.ts", {
      "vite.config.ts": PREVIEW(3999),
      "vite.deploy.ts": PREVIEW(8080),
    }),
    told: [],
  },
  {
    title: "gunicorn -c reads its file alone",
    files: python("gunicorn -c ops/gunicorn.py wsgi:app", {
      "gunicorn.conf.py": 'bind = "0.0.0.0:3999"\n',
      "ops/gunicorn.py": 'bind = "0.0.0.0:8080"\n',
    }),
    told: [],
  },
  {
    title: "gunicorn --config= reads its file alone",
    files: python("gunicorn --config=ops/gunicorn.py wsgi:app", {
      "gunicorn.conf.py": 'bind = "0.0.0.0:3999"\n',
      "ops/gunicorn.py": 'bind = "0.0.0.0:8080"\n',
    }),
    told: [],
  },
  {
    title: "supervisord --configuration= reads its file alone",
    files: python("supervisord -n --configuration=ops/deploy.conf", {
      "supervisord.conf": SUPERVISED(3999),
      "ops/deploy.conf": SUPERVISED(8080),
    }),
    told: [],
  },
  {
    title: "supervisord -c directly before its file reads it alone",
    files: python("supervisord -nc ops/deploy.conf", {
      "supervisord.conf": SUPERVISED(3999),
      "ops/deploy.conf": SUPERVISED(8080),
    }),
    told: [],
  },
  {
    title: "pm2 start takes the value of an option for no file",
    files: node("pm2-runtime start --name api.js server.js", {
      "api.js": listening(3999),
      "server.js": listening(8080),
    }),
    told: [],
  },
  {
    title: "pm2 starts the ecosystem file that it is given",
    files: node("pm2-runtime start ops/deploy.config.js", {
      "ecosystem.config.js": 'module.exports = { apps: [{ script: "other.js" }] };\n',
      "ops/deploy.config.js": 'module.exports = { apps: [{ script: "server.js" }] };\n',
      "other.js": listening(3999),
      "server.js": listening(8080),
    }),
    told: [],
  },
  {
    title: "make -f reads its file alone",
    files: node("make -f ops/deploy.mk serve", {
      Makefile: "serve:\n\tnode other.js\n",
      "ops/deploy.mk": "serve:\n\tnode server.js\n",
      "other.js": listening(3999),
      "server.js": listening(8080),
    }),
    told: [],
  },
  {
    title: "make --file= reads its file alone",
    files: node("make --file=ops/deploy.mk serve", {
      Makefile: "serve:\n\tnode other.js\n",
      "ops/deploy.mk": "serve:\n\tnode server.js\n",
      "other.js": listening(3999),
      "server.js": listening(8080),
    }),
    told: [],
  },
  {
    title: "nginx -c reads its file alone",
    files: web(
      "nginx:1.27",
      "/etc/nginx/",
      `["nginx", "-c", "/etc/nginx/deploy.conf", "-g", "daemon off;"]`,
      {
        "ops/nginx.conf": NGINX(3999),
        "ops/deploy.conf": NGINX(8080),
      },
    ),
    told: [],
  },
  {
    title: "caddy --config= reads its file alone",
    files: web(
      "caddy:2",
      "/etc/caddy/",
      `["caddy", "run", "--config=/etc/caddy/Deployfile", "--adapter", "caddyfile"]`,
      {
        "ops/Caddyfile": ":3999 {\n}\n",
        "ops/Deployfile": ":8080 {\n}\n",
      },
    ),
    told: [],
  },
];

const FAULTY: readonly JudgedCase[] = [
  {
    title: "puma -C names a file with another port",
    files: puma(" -C config/deploy/puma.rb", {
      "config/puma.rb": "port 8080\n",
      "config/deploy/puma.rb": "threads 1, 5\nport 3999\n",
    }),
    told: ["error port/agreement config/deploy/puma.rb:2"],
  },
  {
    title: "puma --config names a file that binds loopback",
    files: puma(" --config config/deploy/puma.rb", {
      "config/puma.rb": "port 8080\n",
      "config/deploy/puma.rb": 'bind "tcp://127.0.0.1:8080"\n',
    }),
    told: ["error service/loopback-bind config/deploy/puma.rb:1"],
  },
  {
    title: "puma -C - takes the variable's port",
    files: puma(" -C -", { "config/puma.rb": "port 8080\n" }, "ENV PORT=3999\n"),
    told: ["error port/agreement fly.toml:4"],
  },
  {
    title: "puma's environment has a file with another port",
    files: puma(
      "",
      { "config/puma.rb": "port 8080\n", "config/puma/production.rb": "port 3999\n" },
      "ENV RAILS_ENV=production\n",
    ),
    told: ["error port/agreement config/puma/production.rb:1"],
  },
  {
    title: "puma's environment has no file of its own",
    files: puma("", { "config/puma.rb": "port 3999\n" }, "ENV RAILS_ENV=production\n"),
    told: ["error port/agreement config/puma.rb:1"],
  },
  {
    title: "vite -c names a file with another port",
    files: vite("npx vite preview -c vite.deploy.ts", {
      "vite.config.ts": PREVIEW(8080),
      "vite.deploy.ts": PREVIEW(3999),
    }),
    told: ["error port/agreement vite.deploy.ts:2"],
  },
  {
    title: "gunicorn -c names a file with another port",
    files: python("gunicorn -c ops/gunicorn.py wsgi:app", {
      "gunicorn.conf.py": 'bind = "0.0.0.0:8080"\n',
      "ops/gunicorn.py": 'bind = "0.0.0.0:3999"\n',
    }),
    told: ["error port/agreement ops/gunicorn.py:1"],
  },
  {
    title: "supervisord --configuration= names a file with another port",
    files: python("supervisord -n --configuration=ops/deploy.conf", {
      "supervisord.conf": SUPERVISED(8080),
      "ops/deploy.conf": SUPERVISED(3999),
    }),
    told: ["error port/agreement ops/deploy.conf:5"],
  },
  {
    title: "pm2 start takes the word after an option's value",
    files: node("pm2-runtime start --name api.js server.js", {
      "api.js": listening(8080),
      "server.js": listening(3999),
    }),
    told: ["error port/agreement server.js:1"],
  },
  {
    title: "make -f names a file with another program",
    files: node("make -f ops/deploy.mk serve", {
      Makefile: "serve:\n\tnode server.js\n",
      "ops/deploy.mk": "serve:\n\tnode other.js\n",
      "other.js": listening(3999),
      "server.js": listening(8080),
    }),
    told: ["error port/agreement other.js:1"],
  },
  {
    title: "nginx -c names a file with another port",
    files: web(
      "nginx:1.27",
      "/etc/nginx/",
      `["nginx", "-c", "/etc/nginx/deploy.conf", "-g", "daemon off;"]`,
      {
        "ops/nginx.conf": NGINX(8080),
        "ops/deploy.conf": NGINX(3999),
      },
    ),
    told: ["error port/agreement ops/deploy.conf:3"],
  },
  {
    title: "caddy --config names a file with another port",
    files: web(
      "caddy:2",
      "/etc/caddy/",
      `["caddy", "run", "--config", "/etc/caddy/Deployfile", "--adapter", "caddyfile"]`,
      {
        "ops/Caddyfile": ":8080 {\n}\n",
        "ops/Deployfile": ":3999 {\n}\n",
      },
    ),
    told: ["error port/agreement ops/Deployfile:1"],
  },
];

describe("a command that chooses its file of settings", () => {
  itJudges(SOUND);
  itJudges(FAULTY);
});
