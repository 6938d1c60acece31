import {
  type AdoptedRepository,
  EXPRESS_SERVER,
  manifest,
  npmLock,
  PROJECT_LOCK,
} from "./adopted-repository";

const EXPRESS = { express: "5.1.0" };
const NODE = {
  "package.json": manifest({ scripts: { start: "node server.js" }, dependencies: EXPRESS }),
  "package-lock.json": npmLock(EXPRESS),
  "server.js": EXPRESS_SERVER,
};
const DOCKERFILE = `FROM node:22-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
`;
const FLY =
  'app = "shop"\nprimary_region = "fra"\n\n[http_service]\n  internal_port = 8080\n  force_https = true\n';

/** Services that are built as images, and what a stack says of their start, their databases and their secrets. */
export const IMAGES: readonly AdoptedRepository[] = [
  {
    name: "a URL that an image sets for its build alone",
    files: {
      ...NODE,
      "fly.toml": FLY,
      Dockerfile: `${DOCKERFILE}ENV DATABASE_URL="postgresql://build:build@localhost:5432/build"\nENV PORT=8080\nRUN npx prisma generate\nCMD ["npm", "start"]\n`,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "the programs of a supervisor, of which none is what the image starts",
    files: {
      ...NODE,
      "fly.toml": FLY,
      Dockerfile: `${DOCKERFILE}RUN apt-get update && apt-get install -y nginx supervisor\nCOPY nginx.conf /etc/nginx/nginx.conf\nCMD ["supervisord", "-n", "-c", "/app/supervisord.conf"]\n`,
      "nginx.conf":
        "events {}\nhttp { server { listen 8080; location / { proxy_pass http://127.0.0.1:9000; } } }\n",
      "supervisord.conf":
        '[supervisord]\nnodaemon=true\n\n[program:front]\ncommand=nginx -g "daemon off;"\n\n[program:shop]\ncommand=npm start\nenvironment=PORT="9000"\n',
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "an image of an older Java than its project asks for, which stays too old",
    files: {
      Dockerfile:
        'FROM eclipse-temurin:21-jdk AS build\nWORKDIR /src\nCOPY . .\nRUN ./mvnw package\n\nFROM eclipse-temurin:17-jre\nWORKDIR /app\nCOPY --from=build /src/target/shop.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n',
      "pom.xml":
        "<project>\n  <properties>\n    <java.version>21</java.version>\n  </properties>\n  <build><finalName>shop</finalName></build>\n</project>\n",
      mvnw: "#!/bin/sh\n",
      "fly.toml": FLY,
    },
    afterwards: PROJECT_LOCK,
    finds: ["error service/runtime-version Dockerfile:6"],
  },
  {
    name: "migrations by a direct URL beside one of transaction mode",
    files: {
      ...NODE,
      "render.yaml":
        "services:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    buildCommand: npm ci\n    startCommand: npx prisma migrate deploy && node server.js\n    healthCheckPath: /health\n",
      ".env.production":
        "DATABASE_URL=postgresql://app.zxcvbnmlkjhgfdsaqwer@aws-0-us-west-1.pooler.supabase.com:6543/postgres?pgbouncer=true\nDIRECT_URL=postgresql://app.zxcvbnmlkjhgfdsaqwer@aws-0-us-west-1.pooler.supabase.com:5432/postgres\n",
      "prisma/schema.prisma":
        'datasource db {\n  provider  = "postgresql"\n  url       = env("DATABASE_URL")\n  directUrl = env("DIRECT_URL")\n}\n\ngenerator client {\n  provider = "prisma-client-js"\n}\n',
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Alembic's migrations of a service that a Procfile and the stack start",
    files: {
      "requirements.txt": "fastapi==0.116.1\nuvicorn==0.35.0\nalembic==1.16.4\n",
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
      "alembic.ini": "[alembic]\nscript_location = alembic\n",
      "alembic/versions/a.py": 'revision = "a"\ndown_revision = None\n',
      "alembic/versions/b.py": 'revision = "b"\ndown_revision = "a"\n',
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "a variable that has to be typed as a secret",
    files: {
      ...NODE,
      "app.json": '{ "name": "shop", "env": { "SESSION_KEY": { "required": true } } }\n',
      Procfile: "web: npm start\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "two images of a compose file with ports of their own",
    files: {
      ...Object.fromEntries(Object.entries(NODE).map(([file, text]) => [`front/${file}`, text])),
      "front/Dockerfile": `${DOCKERFILE}ENV PORT=3000\nCMD ["node", "server.js"]\n`,
      ...Object.fromEntries(Object.entries(NODE).map(([file, text]) => [`api/${file}`, text])),
      "api/Dockerfile": `${DOCKERFILE}ENV PORT=8000\nCMD ["node", "server.js"]\n`,
      "compose.yaml":
        "services:\n  front:\n    build: front\n    ports: [3000:3000]\n  api:\n    build: api\n    ports: [8000:8000]\n",
    },
    afterwards: PROJECT_LOCK,
    // A stack has one standard port, which adopt says beside the other.
    adds: [
      "error port/standard infra/Pulumi.production.yaml",
      "warning port/standard infra/Pulumi.local.yaml",
    ],
  },
];
