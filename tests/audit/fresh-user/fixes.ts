import type { JudgedCase } from "../judged-case";
import { FASTAPI, NODE } from "./cases";

const LOOPBACK = "service/loopback-bind";
const heroku = (value: string): string => JSON.stringify({ name: "shop", env: { PORT: { value } } });
const blueprint = (runtime: string, start: string): string =>
  `services:\n  - type: web\n    name: shop\n    runtime: ${runtime}\n    healthCheckPath: /health\n    startCommand: ${start}\n`;
const render = (
  start: string,
  script: string,
  dependencies: Readonly<Record<string, string>>,
): JudgedCase["files"] => ({
  "render.yaml": blueprint("node", start),
  "package.json": NODE(script, dependencies),
});

/** What a fix says must be right for the framework and the platform at hand. */
export const FIXES: readonly JudgedCase[] = [
  {
    title: "PORT in Heroku's app.json, which each dyno overwrites",
    files: {
      Procfile: "web: node server.js\n",
      "app.json": heroku("8000"),
      "package.json": NODE("node server.js"),
      "server.js": 'require("http").createServer().listen(process.env.PORT);\n',
    },
    told: ["warning environment/platform-owned app.json:1"],
    fixes: { "environment/platform-owned": /^Remove PORT here: Heroku gives each process/ },
  },
  {
    title: "a port in code that Heroku starts: PORT cannot be set there",
    files: {
      Procfile: "web: node server.js\n",
      "app.json": '{ "name": "shop" }\n',
      "package.json": NODE("node server.js"),
      "server.js": 'require("http").createServer().listen(3000);\n',
    },
    told: ["warning port/hard-coded server.js:1"],
    fixes: { "port/hard-coded": /^Let it read \$PORT instead\.$/ },
  },
  {
    title: "a script of package.json that names the loopback address for Next.js",
    files: render("npm start", "next start -H 127.0.0.1 -p $PORT", { next: "15.3.0", react: "19.1.0" }),
    told: [`error ${LOOPBACK} package.json:4`],
    fixes: { [LOOPBACK]: /^Write `0\.0\.0\.0` in place of `127\.0\.0\.1`\.$/ },
  },
  {
    title: "vite's preview",
    files: render("npm start", "vite preview --port $PORT", { vite: "6.3.0" }),
    told: [`error ${LOOPBACK} package.json:4`],
    fixes: { [LOOPBACK]: /^Add `--host 0\.0\.0\.0`\.$/ },
  },
  {
    title: "Node's own server, in code",
    files: {
      ...render("node server.js", "node server.js", {}),
      "server.js": 'require("http").createServer().listen(process.env.PORT, "localhost");\n',
    },
    told: [`error ${LOOPBACK} server.js:1`],
    fixes: { [LOOPBACK]: /^Bind 0\.0\.0\.0\.$/ },
  },
  {
    title: "Fastify's default, in code",
    files: {
      ...render("node server.js", "node server.js", { fastify: "5.3.0" }),
      "server.js": 'const app = require("fastify")();\napp.listen({ port: process.env.PORT });\n',
    },
    told: [`error ${LOOPBACK} server.js:2`],
    fixes: { [LOOPBACK]: /^Add `host: "0\.0\.0\.0"`/ },
  },
  {
    title: "Flask's default, in code",
    files: {
      "render.yaml": blueprint("python", "python app.py"),
      "requirements.txt": "flask==3.1.0\n",
      "app.py":
        'import os\nfrom flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(port=int(os.environ["PORT"]))\n',
    },
    told: [`error ${LOOPBACK} app.py:7`],
    fixes: { [LOOPBACK]: /^Add `host="0\.0\.0\.0"`/ },
  },
  {
    title: "php artisan serve",
    files: {
      Procfile: "web: php artisan serve --port=$PORT\n",
      "app.json": '{ "name": "shop" }\n',
      "composer.json": '{ "require": { "laravel/framework": "^12.0" } }\n',
    },
    told: [`error ${LOOPBACK} Procfile:1`],
    fixes: { [LOOPBACK]: /--host[= ]0\.0\.0\.0/ },
  },
  {
    title: "Spring's address in its settings",
    files: {
      Dockerfile: 'FROM eclipse-temurin:21\nCOPY . .\nCMD ["java", "-jar", "build/libs/shop.jar"]\n',
      "fly.toml": 'app = "shop"\n\n[http_service]\n  internal_port = 8080\n',
      "build.gradle": "plugins { id 'org.springframework.boot' version '3.4.0' }\n",
      "src/main/resources/application.properties": "server.address=127.0.0.1\n",
    },
    told: [`error ${LOOPBACK} src/main/resources/application.properties:1`],
    fixes: { [LOOPBACK]: /^(?:Bind 0\.0\.0\.0|Write `0\.0\.0\.0`)/ },
  },
];

const KNEX = `module.exports = {
  client: "pg",
  connection: process.env.DATABASE_URL || "postgresql://localhost:5432/shop",
};
`;
const IMAGE = (...lines: readonly string[]): string =>
  ["FROM node:22", "WORKDIR /app", "COPY . .", "RUN npm ci", ...lines, 'CMD ["node", "server.js"]', ""].join(
    "\n",
  );
const SERVER =
  'const knex = require("knex")(require("./knexfile"));\nrequire("http").createServer().listen(process.env.PORT);\n';
const knexService = (image: string): JudgedCase["files"] => ({
  Dockerfile: image,
  "package.json": `${JSON.stringify({ name: "shop", scripts: { build: "vite build", "db:migrate": "knex migrate:latest" }, dependencies: { knex: "3.1.0", pg: "8.16.0" } })}\n`,
  "knexfile.js": KNEX,
  "server.js": SERVER,
  "fly.toml": 'app = "shop"\n\n[env]\n  PORT = "8080"\n\n[http_service]\n  internal_port = 8080\n',
});
const MIGRATES = "database/build-migrates";

/** Public reports of which the audit said nothing. */
export const REPORTS: readonly JudgedCase[] = [
  {
    title: "an image's build that migrates, where there is no database",
    files: knexService(IMAGE("RUN npm run db:migrate")),
    told: [`warning ${MIGRATES} Dockerfile:5`],
  },
  {
    title: "Alembic in an image's build",
    files: {
      Dockerfile:
        'FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt && alembic upgrade head\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8080"]\n',
      "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\nalembic==1.15.0\nasyncpg==0.30.0\n",
      "main.py": `import os\n\n${FASTAPI}URL = os.environ["DATABASE_URL"]\n`,
    },
    told: [`warning ${MIGRATES} Dockerfile:3`],
  },
  {
    title: "Rails in an image's build",
    files: {
      Dockerfile:
        'FROM ruby:3.4\nCOPY . .\nRUN bundle install\nRUN bin/rails db:prepare\nCMD ["bin/rails", "server", "-b", "0.0.0.0"]\n',
      Gemfile: 'source "https://rubygems.org"\ngem "rails"\ngem "pg"\ngem "puma"\n',
    },
    told: [`warning ${MIGRATES} Dockerfile:4`],
  },
  {
    title: "a client that is generated, and assets that are built",
    files: knexService(IMAGE("RUN npx prisma generate && npm run build")),
    told: [],
    silent: [MIGRATES],
  },
  {
    title: "a build that is given its database",
    files: knexService(IMAGE("ARG DATABASE_URL", "RUN npm run db:migrate")),
    told: [],
    silent: [MIGRATES],
  },
  {
    title: "a build that makes a file of SQLite",
    files: {
      Dockerfile:
        'FROM python:3.13\nCOPY . .\nRUN pip install django gunicorn && python manage.py migrate\nCMD ["gunicorn", "shop.wsgi", "--bind", "0.0.0.0:8080"]\n',
      "requirements.txt": "django==5.2\ngunicorn==23.0.0\n",
      "manage.py": "import os\n",
      "shop/wsgi.py": "application = object()\n",
    },
    told: [],
    silent: [MIGRATES],
  },
  {
    title: "a migration when the container starts",
    files: knexService(
      IMAGE().replace('CMD ["node", "server.js"]', "CMD npm run db:migrate && node server.js"),
    ),
    told: [],
    silent: [MIGRATES],
  },
  {
    title: "a required setting that the compose file sets nowhere",
    files: {
      "compose.yaml":
        "services:\n  api:\n    build: .\n    ports:\n      - 8000:8000\n    environment:\n      DATABASE_URL: postgresql://shop:shop@db:5432/shop\n  db:\n    image: postgres:17\n",
      Dockerfile:
        'FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\npydantic-settings==2.8.0\n",
      "main.py": `from pydantic_settings import BaseSettings\n${FASTAPI}\n\nclass Settings(BaseSettings):\n    database_url: str\n    jwt_secret: str\n\n\nsettings = Settings()\n`,
    },
    told: ["note environment/missing-variable main.py:9"],
  },
  {
    title: "one that the compose file takes from an env file that git ignores",
    files: {
      "compose.yaml":
        "services:\n  api:\n    build: .\n    env_file: .env\n    ports:\n      - 8000:8000\n    environment:\n      DATABASE_URL: postgresql://shop:shop@db:5432/shop\n  db:\n    image: postgres:17\n",
      Dockerfile:
        'FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\npydantic-settings==2.8.0\n",
      "main.py": `from pydantic_settings import BaseSettings\n${FASTAPI}\n\nclass Settings(BaseSettings):\n    database_url: str\n    jwt_secret: str\n\n\nsettings = Settings()\n`,
    },
    told: [],
    silent: ["environment/missing-variable"],
  },
  {
    title: "an option of the server's at the transaction pooler, which keeps no session",
    files: {
      "render.yaml": `${blueprint("node", "node server.js")}    envVars:\n      - key: DATABASE_URL\n        value: postgresql://app.abcdefghijklmnopqrst@aws-0-eu-west-1.pooler.supabase.com:6543/postgres?options=-csearch_path%3Dshop\n`,
      "package.json": NODE("node server.js", { pg: "8.16.0" }),
      "server.js":
        'const { Pool } = require("pg");\nnew Pool({ connectionString: process.env.DATABASE_URL });\nrequire("http").createServer().listen(process.env.PORT);\n',
    },
    told: ["warning database/url-parameters render.yaml:9"],
  },
  {
    title: "the tenant in the options, which Supavisor reads",
    files: {
      "render.yaml": `${blueprint("node", "node server.js")}    envVars:\n      - key: DATABASE_URL\n        value: postgresql://postgres@aws-0-eu-west-1.pooler.supabase.com:6543/postgres?options=reference%3Dabcdefghijklmnopqrst\n`,
      "package.json": NODE("node server.js", { pg: "8.16.0" }),
      "server.js":
        'const { Pool } = require("pg");\nnew Pool({ connectionString: process.env.DATABASE_URL });\nrequire("http").createServer().listen(process.env.PORT);\n',
    },
    told: [],
    silent: ["database/url-parameters"],
  },
];
