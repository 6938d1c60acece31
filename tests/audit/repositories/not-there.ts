// Longer than 200 lines: one list of what commands name and the repository does not have, each beside its sound form.
import { BLUEPRINT, PACKAGE } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const EXPRESS = 'require("express")().listen(process.env.PORT);\n';
const LOCK = '{ "lockfileVersion": 3, "packages": { "": {} } }\n';
const image = (...lines: readonly string[]): string =>
  `FROM node:22-slim\nWORKDIR /app\n${lines.join("\n")}\n`;
const scripts = (of: Readonly<Record<string, string>>): string =>
  `${JSON.stringify({ name: "app", scripts: of }, null, 2)}\n`;

/** A script, a file or a lock file is named where a deploy runs it, and is not there. */
export const FAULTY_NOT_THERE: readonly FaultyRepository[] = [
  {
    name: "an image's CMD that runs a script which package.json has not",
    files: {
      Dockerfile: image(
        "COPY package*.json ./",
        "RUN npm ci",
        "COPY . .",
        'CMD ["npm", "run", "start:prod"]',
      ),
      "package.json": PACKAGE("node server.js"),
      "package-lock.json": LOCK,
      "server.js": EXPRESS,
    },
    finds: ["service/missing-script Dockerfile:6"],
  },
  {
    name: "an image's CMD in shell form whose script the copied package of a workspace has not",
    files: {
      Dockerfile: image("COPY . .", "RUN npm ci", "WORKDIR /app/apps/api", "CMD npm run serve"),
      "package.json": '{ "workspaces": ["apps/*"], "scripts": { "serve": "node x" } }\n',
      "package-lock.json": LOCK,
      "apps/api/package.json": scripts({ start: "node server.js" }),
      "apps/api/server.js": EXPRESS,
    },
    finds: ["service/missing-script Dockerfile:6"],
  },
  {
    name: "an image's ENTRYPOINT that goes to another folder first, and a stage that copies the package on",
    files: {
      Dockerfile:
        'FROM node:22 AS build\nWORKDIR /src\nCOPY web/ .\nRUN npm install\n\nFROM node:22-slim\nWORKDIR /srv\nCOPY --from=build /src /srv/web\nENTRYPOINT ["sh", "-c", "cd web && npm run prod"]\n',
      "web/package.json": scripts({ start: "node server.js" }),
      "web/server.js": EXPRESS,
    },
    finds: ["service/missing-script Dockerfile:9"],
  },
  {
    name: "an image that builds by a script which package.json has not",
    files: {
      Dockerfile: image("COPY . .", "RUN npm install && npm run compile", 'CMD ["node", "server.js"]'),
      "package.json": PACKAGE("node server.js"),
      "server.js": EXPRESS,
    },
    finds: ["service/missing-script Dockerfile:4"],
  },
  {
    name: "npm start without a start script",
    files: {
      "render.yaml": BLUEPRINT("npm start", "", "node").replace("make", "npm install"),
      "package.json": scripts({ dev: "node index.js" }),
      "index.js": EXPRESS,
    },
    finds: ["service/missing-script render.yaml:7"],
  },
  {
    name: "yarn and a script with a colon that is not there",
    files: {
      "render.yaml": BLUEPRINT("yarn start:prod", "", "node").replace("make", "yarn install"),
      "package.json": scripts({ start: "node index.js" }),
      "yarn.lock": "# yarn lockfile v1\n",
      "index.js": EXPRESS,
    },
    finds: ["service/missing-script render.yaml:7"],
  },
];

/** The same commands where what they name is there, or may be. */
export const SOUND_NOT_THERE: readonly SmallRepository[] = [
  {
    name: "an image whose script is in the package that it copies",
    files: {
      Dockerfile: image(
        "COPY api/package*.json ./",
        "RUN npm ci",
        "COPY api .",
        'CMD ["npm", "run", "serve"]',
      ),
      "package.json": scripts({ lint: "biome check" }),
      "package-lock.json": LOCK,
      "api/package.json": scripts({ serve: "node server.js" }),
      "api/package-lock.json": LOCK,
      "api/server.js": EXPRESS,
    },
  },
  {
    name: "an image of a folder that is built from the repository's root",
    files: {
      "api/Dockerfile": image("COPY api/ ./", "RUN npm install", 'CMD ["npm", "run", "serve"]'),
      "package.json": scripts({ lint: "biome check" }),
      "api/package.json": scripts({ serve: "node server.js" }),
      "api/server.js": EXPRESS,
    },
  },
  {
    name: "an image whose build writes the package's script",
    files: {
      Dockerfile: image(
        "COPY . .",
        'RUN npm install && npm pkg set scripts.serve="node server.js"',
        'CMD ["npm", "run", "serve"]',
      ),
      "package.json": PACKAGE("node server.js"),
      "server.js": EXPRESS,
    },
  },
  {
    name: "an image of which another stage brings the package from a folder that it prunes",
    files: {
      Dockerfile:
        'FROM node:22 AS prune\nWORKDIR /src\nCOPY . .\nRUN npx turbo prune api --docker\n\nFROM node:22-slim\nWORKDIR /srv\nCOPY --from=prune /src/out/full/ .\nCMD ["npm", "run", "serve"]\n',
      "package.json": scripts({ lint: "turbo lint" }),
      "turbo.json": "{}\n",
      "apps/api/package.json": scripts({ serve: "node server.js" }),
      "apps/api/server.js": EXPRESS,
    },
  },
  {
    name: "an image upon a team's own image, which may hold the package",
    files: {
      Dockerfile:
        'FROM registry.example.net/team/base:3\nWORKDIR /app\nCOPY src ./src\nCMD ["npm", "run", "serve"]\n',
      "package.json": PACKAGE("node src/server.js"),
      "src/server.js": EXPRESS,
    },
  },
  {
    name: "npm start without a start script, beside the server.js that npm starts then",
    files: {
      "render.yaml": BLUEPRINT("npm start", "", "node").replace("make", "npm install"),
      "package.json": scripts({ dev: "node --watch server.js" }),
      "server.js": EXPRESS,
    },
  },
  {
    name: "yarn and the name of a program that a package brings",
    files: {
      "render.yaml": BLUEPRINT("yarn next start", "", "node").replace("make", "yarn install"),
      "package.json": '{ "dependencies": { "next": "15.0.0" } }\n',
      "yarn.lock": '# yarn lockfile v1\n\nnext@15.0.0:\n  version "15.0.0"\n',
    },
  },
];
