import { blueprint } from "../field-trial/trial-case";
import type { FaultyRepository, SmallRepository } from "./repository";

const FLY = (port: number): string => `app = "shop"\n\n[http_service]\n  internal_port = ${port}\n`;
const NODE = (...packages: readonly string[]): string =>
  JSON.stringify({
    name: "shop",
    scripts: { start: "node server.js" },
    dependencies: Object.fromEntries(packages.map((name) => [name, "1.0.0"])),
  });
const POOLER = (port: number): string =>
  `DATABASE_URL=postgresql://postgres.hzqkwmtvbnxlpcrdyfgs:\${DB_PASSWORD}@aws-0-eu-central-1.pooler.supabase.com:${port}/postgres\n`;
const LOOPBACK = "service/loopback-bind";
const EXPRESS = 'require("express")().listen(process.env.PORT);\n';
const MIGRATION = (...parents: readonly string[]): string =>
  `from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    dependencies = [${parents
    .map((name) => `("books", "${name}")`)
    .join(", ")}]\n`;
const DJANGO = {
  "requirements.txt": "django\ngunicorn\n",
  "site/wsgi.py": "application = 1\n",
  "render.yaml": blueprint("python", "startCommand: gunicorn site.wsgi --bind 0.0.0.0:$PORT"),
};
const SITE = "FROM node:22\nCOPY site site\nCMD npx serve -l 3000 site\n";
const DEVELOPED = "FROM python:3.13\nCMD uvicorn main:app --host 127.0.0.1 --port 9000 --reload\n";
const DEPLOYED = "FROM python:3.13\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n";
const JAVA = {
  "pom.xml": "<project><dependency><groupId>org.postgresql</groupId></dependency></project>\n",
  Dockerfile: 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "/app.jar"]\n',
  "fly.toml": FLY(8080),
};
const PIPENV = (build: string): SmallRepository["files"] => ({
  Pipfile: '[packages]\nflask = "*"\ngunicorn = "*"\n\n[requires]\npython_version = "3.13"\n',
  "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
  Dockerfile: `FROM python:3.11\nRUN ${build}\nCMD gunicorn app:app --bind 0.0.0.0:8000\n`,
  "fly.toml": FLY(8000),
});

/** A program of Go that takes its port from PORT, on Heroku, which gives each process a PORT of its own. */
const GO_ON_HEROKU = (web: string, makefile = "run:\n\t./shop\n"): SmallRepository["files"] => ({
  "go.mod": "module shop\n\ngo 1.24\n",
  "main.go":
    'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
  Makefile: makefile,
  Procfile: `web: ${web}\n`,
  "app.json": "{}\n",
});

/** An engine of SQLAlchemy's over asyncpg, and a URL as platforms write it. */
const ASYNCPG = (code: string, settings = ""): SmallRepository["files"] => ({
  "requirements.txt": "fastapi\nuvicorn\nsqlalchemy\nasyncpg\n",
  "settings.py": settings,
  "main.py": `import os\n\nfrom fastapi import FastAPI\nfrom sqlalchemy.ext.asyncio import create_async_engine\n${code}\napp = FastAPI()\n`,
  ".env.production": `DATABASE_URL=postgresql://app:\${DB_PASSWORD}@db.shop.internal:5432/shop\n`,
  "render.yaml": blueprint("python", "startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT"),
});

/** What the templates of November 2026 showed was not followed. */
export const FAULTY_FOLLOWED: readonly FaultyRepository[] = [
  {
    name: "a scheme that is not asyncpg's, beside a URL to fall back on that has it",
    files: ASYNCPG(
      'engine = create_async_engine(os.getenv("DATABASE_URL", "postgresql+asyncpg://localhost/shop"))',
    ),
    finds: ["database/url-malformed .env.production:1"],
  },
  {
    name: "a Procfile that sets PORT for a program of Go",
    files: GO_ON_HEROKU("PORT=3000 bin/shop"),
    finds: ["port/hard-coded Procfile:1"],
  },
  ...["PORT = 3000", "export PORT := 3000"].map(
    (line): FaultyRepository => ({
      name: `a Makefile with \`${line}\`, which wins over the platform's`,
      files: GO_ON_HEROKU("make run", `${line}\nrun:\n\tcd . && ./shop\n`),
      finds: ["port/hard-coded Makefile:3"],
    }),
  ),
  {
    name: "a program of Rust that a Procfile gives a port of its own",
    files: {
      "Cargo.toml": '[package]\nname = "shop"\n',
      "src/main.rs":
        'fn main() {\n    let port = std::env::var("PORT").unwrap();\n    let all = std::net::TcpListener::bind(format!("0.0.0.0:{port}"));\n}\n',
      Procfile: "web: PORT=3000 ./target/release/shop\n",
      "app.json": "{}\n",
    },
    finds: ["port/hard-coded Procfile:1"],
  },
  {
    name: "the PORT of pm2's ecosystem file",
    files: {
      "package.json": NODE("express", "pm2"),
      "server.js": EXPRESS,
      "ecosystem.config.js":
        'module.exports = {\n  apps: [{ script: "server.js",\n    env: { PORT: 3000 } }],\n};\n',
      Dockerfile: 'FROM node:22\nCMD ["npx", "pm2-runtime", "ecosystem.config.js"]\n',
      "fly.toml": FLY(8080),
    },
    finds: ["port/agreement ecosystem.config.js:3"],
  },
  {
    name: "PORT in front of a start command whose code reads it",
    files: {
      "package.json": NODE("express"),
      "server.js": EXPRESS,
      Dockerfile: "FROM node:22\nCMD PORT=3000 node server.js\n",
      "fly.toml": FLY(8080),
    },
    finds: ["port/agreement Dockerfile:2"],
  },
  {
    name: "a port that compose publishes of an image that it runs as it is",
    files: {
      "compose.yaml": 'services:\n  site:\n    build: .\n    ports: ["80:8080"]\n',
      Dockerfile: SITE,
    },
    finds: ["port/agreement compose.yaml:4"],
  },
  {
    name: "the same of an image of its own name",
    files: {
      "compose.yaml":
        'services:\n  site:\n    build: { context: ., dockerfile: Dockerfile.site }\n    ports: ["80:8080"]\n  api:\n    build: { context: ., dockerfile: Dockerfile.api }\n    ports: ["81:3000"]\n',
      "Dockerfile.site": SITE,
      "Dockerfile.api": SITE,
    },
    finds: ["port/agreement compose.yaml:4"],
  },
  {
    name: "the stage that compose builds, and not the last one",
    files: {
      "compose.yaml": 'services:\n  site:\n    build: { context: ., target: dev }\n    ports: ["80:8080"]\n',
      Dockerfile: `FROM node:22 AS dev\nCMD npx serve -l 3000 site\n\n${SITE.replace("3000", "8080")}`,
    },
    finds: ["port/agreement compose.yaml:4"],
  },
  {
    name: "the stage that Fly builds, and not the last one",
    files: {
      "fly.toml": `${FLY(8080)}\n[build]\n  build-target = "web"\n`,
      Dockerfile: "FROM node:22 AS web\nCMD npx serve -l 3000 site\n\nFROM node:22\nCMD node worker.js\n",
    },
    finds: ["port/agreement Dockerfile:2"],
  },
  {
    name: "production's own Dockerfile, where no manifest names one",
    files: {
      Dockerfile: DEVELOPED,
      "Dockerfile.prod": "FROM python:3.13\nCMD uvicorn main:app --host 127.0.0.1\n",
    },
    finds: [`${LOOPBACK} Dockerfile.prod:2`],
    spares: ["port/agreement", "environment/debug-in-production"],
  },
  {
    name: "a host and a PORT that another file holds",
    files: {
      "package.json": NODE("express"),
      "config.js": 'exports.HOST = "localhost";\nexports.PORT = process.env.PORT;\n',
      "server.js": 'const { HOST, PORT } = require("./config");\nrequire("express")().listen(PORT, HOST);\n',
      "render.yaml": blueprint("node", "startCommand: npm start"),
    },
    finds: [`${LOOPBACK} server.js:2`],
  },
  {
    name: "Tornado's application that a function makes",
    files: {
      "requirements.txt": "tornado\n",
      "main.py":
        'import os\nimport tornado.web\n\n\ndef main():\n    site = tornado.web.Application([])\n    site.listen(int(os.environ["PORT"]), address="127.0.0.1")\n\n\nmain()\n',
      "render.yaml": blueprint("python", "startCommand: python main.py"),
    },
    finds: [`${LOOPBACK} main.py:7`],
  },
  {
    name: "Streamlit's address in its settings beside a port in the command",
    files: {
      "requirements.txt": "streamlit\n",
      "main.py": "import streamlit\n",
      ".streamlit/config.toml": '[server]\naddress = "localhost"\n',
      "render.yaml": blueprint("python", "startCommand: streamlit run main.py --server.port $PORT"),
    },
    finds: [`${LOOPBACK} .streamlit/config.toml:2`],
  },
  {
    name: "Puma's address with a port that Ruby fills in",
    files: {
      Gemfile: 'gem "puma"\n',
      "config/puma.rb": 'bind "tcp://127.0.0.1:#{ENV.fetch("PORT", 3000)}"\n',
      "render.yaml": blueprint("ruby", "startCommand: bundle exec puma -C config/puma.rb"),
    },
    finds: [`${LOOPBACK} config/puma.rb:1`],
  },
  {
    name: "JDBC's URL in the settings of Spring",
    files: {
      ...JAVA,
      "src/main/resources/application.yml":
        "spring:\n  datasource:\n    url: jdbc:postgresql://aws-0-eu-central-1.pooler.supabase.com:6543/postgres\n    username: postgres.hzqkwmtvbnxlpcrdyfgs\n    password: ${DB_PASSWORD}\n",
    },
    finds: ["database/transaction-mode-statements src/main/resources/application.yml:3"],
  },
  ...[
    ["Knex", "knex", 'require("knex")({ client: "pg", connection: { ssl: true } });\n'],
    [
      "TypeORM",
      "typeorm",
      'const { DataSource } = require("typeorm");\nnew DataSource({ type: "postgres", ssl: true });\n',
    ],
    [
      "Sequelize",
      "sequelize",
      'const { Sequelize } = require("sequelize");\nnew Sequelize(process.env.DATABASE_URL, { dialect: "postgres", dialectOptions: { ssl: true } });\n',
    ],
    [
      "postgres.js",
      "postgres",
      'const postgres = require("postgres");\npostgres(process.env.DATABASE_URL, { ssl: true, prepare: false });\n',
    ],
  ].map(
    ([called = "", name = "", code = ""]): FaultyRepository => ({
      name: `ssl: true of ${called} without Supabase's authority`,
      files: {
        "package.json": NODE("express", name, "pg"),
        "server.js": code + EXPRESS,
        ".env.production": POOLER(5432),
        "render.yaml": blueprint("node", "startCommand: npm start"),
      },
      finds: ["database/tls-untrusted .env.production:1"],
    }),
  ),
  {
    name: "psycopg 3 of SQLAlchemy 2.1, whose URL a variable holds",
    files: {
      "requirements.txt": "sqlalchemy==2.1.3\npsycopg[binary]==3.2.12\nuvicorn\n",
      "main.py":
        'import os\nfrom sqlalchemy import create_engine\n\nengine = create_engine(os.environ["DATABASE_URL"])\napp = 1\n',
      ".env.production": POOLER(6543),
      "render.yaml": blueprint("python", "startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT"),
    },
    finds: ["database/transaction-mode-statements .env.production:1"],
    spares: ["database/url-malformed"],
  },
  {
    name: "the only driver of an asynchronous engine, whose URL has another scheme",
    files: {
      "requirements.txt": "sqlalchemy==2.0.44\nasyncpg==0.30.0\nuvicorn\n",
      "main.py":
        'import os\nfrom sqlalchemy.ext.asyncio import create_async_engine\n\nengine = create_async_engine(os.environ["DATABASE_URL"])\napp = 1\n',
      ".env.production": POOLER(5432),
      "render.yaml": blueprint("python", "startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT"),
    },
    finds: ["database/url-malformed .env.production:1"],
  },
  ...[
    [
      "main.py",
      "python",
      "uvicorn main:app --host 0.0.0.0 --port $PORT",
      "import os\n\nfrom sqlalchemy import create_engine\n\nengine = create_engine(f\"postgresql://{os.environ['DB_USER']}:{os.environ['DB_PASSWORD']}@db.shop.internal/x\")\napp = 1\n",
      "5",
    ],
    [
      "server.js",
      "node",
      "node server.js",
      "const { DB_PASSWORD } = process.env;\nconst url = `postgresql://app:${DB_PASSWORD}@db.shop.internal/x`;\nmodule.exports = url;\n",
      "2",
    ],
  ].map(
    ([file = "", runtime = "", start = "", code = "", line]): FaultyRepository => ({
      name: `a raw password in a URL that ${file} builds`,
      files: {
        [file]: code,
        "requirements.txt": "uvicorn\nsqlalchemy\n",
        ".env.production": "DB_USER=app\nDB_PASSWORD='p@ss/word'\n",
        "render.yaml": blueprint(runtime, `startCommand: ${start}`),
      },
      finds: [`database/password-encoding ${file}:${line}`],
    }),
  ),
  {
    name: "a variable of a group that nobody is asked for",
    files: {
      "render.yaml": `${blueprint("node", "startCommand: node server.js", "envVars:", "  - fromGroup: shared")}envVarGroups:\n  - name: shared\n    envVars:\n      - key: TOKEN\n        sync: false\n`,
      "server.js": EXPRESS,
    },
    finds: ["blueprint/unknown-field render.yaml:13"],
  },
  {
    name: "an alias in another case than its file, in a page of Next.js",
    files: {
      "package.json": NODE("next").replace("node server.js", "next start"),
      "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }\n',
      "src/components/button.tsx": "export const Button = () => null;\n",
      "src/app/page.tsx": 'import { Button } from "@/components/Button";\n\nexport default Button;\n',
      "render.yaml": blueprint("node", "startCommand: npm start"),
    },
    finds: ["service/import-case src/app/page.tsx:1"],
  },
  {
    name: "Django's migration after one that is not there",
    files: {
      ...DJANGO,
      "books/migrations/0001_initial.py": MIGRATION(),
      "books/migrations/0003_title.py": MIGRATION("0002_author"),
    },
    finds: ["database/broken-migrations books/migrations/0003_title.py:5"],
  },
  {
    name: "the Python of a Pipfile that pipenv insists on",
    files: PIPENV("pipenv install --system --deploy"),
    finds: ["service/runtime-version Dockerfile:1"],
  },
];

/** The same beside what is in order. */
export const SOUND_FOLLOWED: readonly SmallRepository[] = [
  {
    name: "a scheme that the code replaces",
    files: ASYNCPG(
      'url = os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://", 1)\nengine = create_async_engine(url)',
    ),
  },
  {
    name: "a scheme that a module of settings replaces",
    files: ASYNCPG(
      "from settings import URL\n\nengine = create_async_engine(URL)",
      'import os\n\nfrom sqlalchemy import make_url\n\nURL = make_url(os.environ["DATABASE_URL"]).set(drivername="postgresql+asyncpg")\n',
    ),
  },
  {
    name: "a Makefile whose PORT is for where the platform gives none",
    files: GO_ON_HEROKU("make run", "PORT ?= 3000\nrun:\n\t./shop\n"),
  },
  ...Object.entries({
    "under a condition": "ifndef PORT\nPORT = 3000\nendif",
    "under a condition, indented": "ifeq ($(PORT),)\n  PORT := 3000\nendif",
    "of a developer's own": "PORT = 3000\nifdef CI\nPORT = $(GIVEN)\nendif",
    "in a text that is only printed": "define HELP\nPORT = 3000\nendef",
    "before a file that may say another": "PORT = 3000\n-include .env",
  }).map(([name, lines]) => ({
    name: `a Makefile whose PORT is ${name}`,
    files: GO_ON_HEROKU("make run", `${lines}\nrun:\n\t./shop\n`),
  })),
  ...["make run PORT=$PORT", "make -e run", "make --environment-overrides run"].map((command) => ({
    name: `a Makefile whose PORT is replaced by \`${command}\``,
    files: GO_ON_HEROKU(command, "PORT = 3000\nrun:\n\t./shop\n"),
  })),
  {
    name: "a command of Django's that serves by its name",
    files: {
      ...DJANGO,
      "render.yaml": blueprint("python", "startCommand: python manage.py run_gunicorn"),
    },
  },
  {
    name: "a bundler that serves",
    files: {
      "package.json": NODE("webpack"),
      "render.yaml": blueprint("node", "startCommand: npx webpack serve"),
    },
  },
  {
    name: "Django's migrations, of which one replaces others",
    files: {
      ...DJANGO,
      "books/migrations/0001_initial.py": MIGRATION(),
      "books/migrations/0002_author.py": MIGRATION("0001_initial"),
      "books/migrations/0001_squashed_0002_author.py": MIGRATION().replace(
        "    dependencies",
        '    replaces = [("books", "0001_initial"), ("books", "0002_author")]\n    dependencies',
      ),
      "books/migrations/0003_title.py": MIGRATION("0002_author"),
      "shop/migrations/0001_initial.py": MIGRATION("0009_of_another_application"),
    },
  },
  {
    name: "the Dockerfile that Fly's manifest names, beside a developer's",
    files: {
      Dockerfile: DEVELOPED,
      "Dockerfile.prod": DEPLOYED,
      "fly.toml": `${FLY(8000)}\n[build]\n  dockerfile = "Dockerfile.prod"\n`,
    },
  },
  {
    name: "a password that is encoded before it is put into a URL",
    files: {
      "server.js":
        "const password = encodeURIComponent(process.env.DB_PASSWORD);\nmodule.exports = [`postgresql://app:${password}@db.shop.internal/x`, `postgresql://app:${encodeURIComponent(process.env.DB_PASSWORD)}@db.shop.internal/x`];\n",
      ".env.production": "DB_PASSWORD='p@ss/word'\n",
      "render.yaml": blueprint("node", "startCommand: node server.js"),
    },
  },
  {
    name: "the Dockerfile that Railway's configuration names, beside a developer's",
    files: {
      Dockerfile: DEVELOPED,
      "Dockerfile.prod": DEPLOYED,
      "railway.json":
        '{ "build": { "dockerfilePath": "Dockerfile.prod" }, "deploy": { "healthcheckPath": "/" } }\n',
      ".env.production": "PORT=8000\n",
    },
  },
  {
    name: "the Dockerfile that a Blueprint names, beside a developer's",
    files: {
      Dockerfile: DEVELOPED,
      "Dockerfile.prod": DEPLOYED,
      "render.yaml": blueprint(
        "docker",
        "dockerfilePath: ./Dockerfile.prod",
        "envVars:",
        "  - key: PORT",
        "    value: 8000",
      ),
    },
  },
  {
    name: "the Dockerfile that Render takes without a name, beside one that it does not",
    files: {
      Dockerfile: DEPLOYED,
      "Dockerfile.prod": DEVELOPED,
      "render.yaml": blueprint("docker", "envVars:", "  - key: PORT", "    value: 8000"),
    },
  },
  { name: "the Python of a Pipfile that pip does not look at", files: PIPENV("pip install flask gunicorn") },
  {
    name: "a stage of an image that compose builds, and a command of its own",
    files: {
      "compose.yaml":
        'services:\n  site:\n    build: { context: ., target: dev }\n    ports: ["80:8080"]\n  other:\n    build: .\n    command: npx serve -l 8081 site\n    ports: ["81:8081"]\n',
      Dockerfile: `FROM node:22 AS dev\nCMD npx serve -l 8080 site\n\n${SITE}`,
    },
  },
  {
    name: "JDBC's URL in settings that a variable of the deployment replaces",
    files: {
      ...JAVA,
      "src/main/resources/application.properties":
        "spring.datasource.url=jdbc:postgresql://aws-0-eu-central-1.pooler.supabase.com:6543/postgres?user=postgres.hzqkwmtvbnxlpcrdyfgs\n",
      "fly.toml": `${FLY(8080)}\n[env]\n  SPRING_DATASOURCE_URL = "jdbc:postgresql://db.shop.internal:5432/shop"\n`,
    },
  },
];
