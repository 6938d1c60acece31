// Longer than 200 lines: one list of what images copy that is there, or may be.
import { compose, EXPRESS, lines, NODE, node, PYTHON, python, render, under } from "./copied-parts";
import type { OpenRepository, SmallRepository } from "./repository";

const OWN_IMAGE = python("COPY requirements.txt .", "RUN pip install -r requirements.txt", "COPY main.py .");

/** Images whose sources are there, or may be. */
export const SOUND_COPIED: readonly SmallRepository[] = [
  {
    name: "lock files that need not be there",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json yarn.lock* pnpm-lock.yam[l] ./", "RUN npm install", "COPY . ."),
      ...NODE,
    },
  },
  {
    name: "what another stage or another image made",
    files: {
      "render.yaml": render(),
      Dockerfile: lines(
        ...["FROM node:22 AS build", "WORKDIR /app", "COPY . .", "RUN npm install && npm run build"],
        ...["FROM node:22-slim", "WORKDIR /app", "COPY --from=build /app/dist ./dist"],
        ...[
          "COPY --from=ghcr.io/astral-sh/uv:0.7 /uv /bin/uv",
          "COPY --from=0 /app/node_modules node_modules",
        ],
        'CMD ["node", "dist/server.js"]',
      ),
      "package.json": '{ "scripts": { "build": "esbuild server.js --outdir=dist" } }\n',
      "server.js": EXPRESS,
    },
  },
  {
    name: "an image of a folder with the folder as its context",
    files: {
      "render.yaml": render("dockerfilePath: ./api/Dockerfile", "dockerContext: ./api"),
      "api/Dockerfile": OWN_IMAGE,
      ...under("api", PYTHON),
    },
  },
  {
    name: "an image of Render's root directory",
    files: { "render.yaml": render("rootDir: api"), "api/Dockerfile": OWN_IMAGE, ...under("api", PYTHON) },
  },
  {
    name: "a .dockerignore whose names are those of other folders",
    files: {
      "render.yaml": render(),
      Dockerfile: node(
        "COPY package.json ./",
        "RUN npm install",
        "COPY src/config ./config",
        "COPY server.js .",
      ),
      ".dockerignore": "node_modules\nconfig\n*.json5\n**/*.md\n.git\n\n# src\n",
      ...NODE,
      "src/config/index.js": "module.exports = {};\n",
    },
  },
  {
    name: "a .dockerignore that lets in what it needs",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json ./", "RUN npm install", "COPY src ./", "COPY public/site ./public"),
      ".dockerignore": "**\n!/src/**\n!package.json\n!public/site/index.html\n",
      "package.json": NODE["package.json"],
      "src/server.js": EXPRESS,
      "public/site/index.html": "<p>\n",
    },
  },
  {
    name: "a .dockerignore of the image's own in place of the folder's",
    files: {
      "compose.yaml": compose("build:", "  context: .", "  dockerfile: docker/api.Dockerfile"),
      "docker/api.Dockerfile": node("COPY package.json server.js ./", "RUN npm install"),
      "docker/api.Dockerfile.dockerignore": "node_modules\n",
      ".dockerignore": "*\n!web\n",
      ...NODE,
    },
  },
  {
    name: "a built folder that a workflow makes before Fly builds the image",
    files: {
      "fly.toml": 'app = "shop"\n\n[http_service]\n  internal_port = 8080\n\n[env]\n  PORT = "8080"\n',
      Dockerfile: node("COPY package.json ./", "RUN npm install", "COPY dist ./dist", "COPY server.js ."),
      ".gitignore": "dist/\n",
      ".github/workflows/deploy.yml":
        "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm run build\n      - run: flyctl deploy --remote-only\n",
      ...NODE,
    },
  },
  {
    name: "a folder that an argument names",
    files: {
      "render.yaml": render(),
      Dockerfile: node(
        "ARG APP_DIR=service",
        "COPY ${APP_DIR}/package.json ./",
        "RUN npm install",
        "COPY . .",
      ),
      ...NODE,
    },
  },
  {
    name: "a list of sources, an address, and a file of the Dockerfile's own",
    files: {
      "render.yaml": render(),
      Dockerfile: node(
        'COPY ["package.json", "server.js", "./"]',
        "ADD https://example.net/ca.pem /etc/ssl/ca.pem",
        "RUN npm install",
      ),
      ...NODE,
    },
  },
  {
    name: "a text that the Dockerfile holds itself",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY <<EOF /app/settings.json", "{}", "EOF", "COPY . .", "RUN npm install"),
      ...NODE,
    },
  },
  {
    name: "an image in a folder that is built from the root, without a manifest",
    files: {
      "api/Dockerfile": python(
        "COPY api/requirements.txt .",
        "RUN pip install -r requirements.txt",
        "COPY api/ .",
      ),
      ...under("api", PYTHON),
      "web/package.json": '{ "name": "web" }\n',
    },
  },
  {
    name: "a stage that nothing builds",
    files: {
      "render.yaml": render(),
      Dockerfile: lines(
        ...["FROM node:22 AS debug", "COPY debug.sh /", "FROM node:22-slim", "WORKDIR /app", "COPY . ."],
        ...["RUN npm install", 'CMD ["node", "server.js"]'],
      ),
      ...NODE,
    },
  },
  {
    name: "a folder of a submodule",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json ./", "RUN npm install", "COPY lib ./lib", "COPY . ."),
      ".gitmodules": '[submodule "lib"]\n\tpath = lib\n\turl = https://github.com/example/lib.git\n',
      ...NODE,
    },
  },
  {
    name: "folders that are there and hold no code that counts",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json ./", "RUN npm install", "COPY vendor docs ./", "COPY server.js ."),
      "vendor/lib.js": "\n",
      "docs/index.md": "# Shop\n",
      ...NODE,
    },
  },
  {
    name: "a Blueprint's image of another repository",
    files: {
      "render.yaml": render("repo: https://github.com/example/other", "dockerfilePath: ./Dockerfile"),
      Dockerfile: node("COPY package.json ./", "RUN npm install", "COPY . ."),
      ...NODE,
    },
  },
];

/** A step before the image's build may make the source. */
export const OPEN_COPIED: readonly OpenRepository[] = [
  {
    name: "a jar that no step of the image makes, and no manifest says who builds it",
    files: {
      Dockerfile: lines(
        ...["FROM eclipse-temurin:21-jre", "COPY target/shop.jar app.jar", 'CMD ["java", "-jar", "app.jar"]'],
      ),
      "pom.xml": "<project>\n  <artifactId>shop</artifactId>\n</project>\n",
      "src/main/java/App.java": "class App {}\n",
    },
    undecidedAt: "Dockerfile:2",
  },
];
