import { PACKAGE } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

type Files = SmallRepository["files"];

const IMAGE = 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nRUN npm install\nCMD ["node", "server.js"]\n';
const SERVER: Files = {
  "package.json": PACKAGE("node server.js"),
  "server.js": 'require("express")().listen(process.env.PORT || 8080, "0.0.0.0");\n',
};
const RENDER = (fields: string): string =>
  `services:\n  - type: web\n    name: app\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n${fields}`;
const COMPOSE = (fields: string): Files => ({
  ...SERVER,
  Dockerfile: IMAGE,
  "compose.yaml": `services:\n  web:\n    build: .\n    ports: ["8080:8080"]\n${fields}`,
});

const TYPESCRIPT = (build: string, out: string, image = ""): Files => ({
  "package.json": `{\n  "name": "app",\n  "scripts": {\n    "build": "${build}",\n    "start": "node dist/server.js"\n  }\n}\n`,
  "tsconfig.json": `{\n  // Where it is written\n  "compilerOptions": { "rootDir": "src", "outDir": "${out}" }\n}\n`,
  "src/server.ts":
    'import { createServer } from "node:http";\ncreateServer().listen(Number(process.env.PORT ?? 8080), "0.0.0.0");\n',
  Dockerfile: `FROM node:22-slim\nWORKDIR /app\nCOPY . .\nRUN npm install && npm run build\n${image}CMD ["npm", "start"]\n`,
  "fly.toml": 'app = "app"\n\n[http_service]\ninternal_port = 8080\n',
});

/** What a manifest names by its path is not there. */
export const FAULTY_BY_MANIFESTS: readonly FaultyRepository[] = [
  {
    name: "a Blueprint's Dockerfile that is in another folder",
    files: {
      ...SERVER,
      "ops/Dockerfile": IMAGE,
      "render.yaml": RENDER("    dockerfilePath: ./docker/Dockerfile\n    dockerContext: .\n"),
    },
    finds: ["service/missing-file render.yaml:7"],
  },
  {
    name: "a Dockerfile of fly.toml of another name",
    files: {
      ...SERVER,
      Dockerfile: IMAGE,
      "fly.toml":
        'app = "app"\n\n[build]\ndockerfile = "Dockerfile.fly"\n\n[http_service]\ninternal_port = 8080\n',
    },
    finds: ["service/missing-file fly.toml:4"],
  },
  {
    name: "a Dockerfile of railway.json that is nowhere",
    files: {
      ...SERVER,
      "ops/Dockerfile": IMAGE,
      "railway.json":
        '{\n  "build": { "builder": "DOCKERFILE", "dockerfilePath": "docker/web.Dockerfile" }\n}\n',
    },
    finds: ["service/missing-file railway.json:2"],
  },
  {
    name: "a Dockerfile of heroku.yml that is nowhere",
    files: { ...SERVER, Dockerfile: IMAGE, "heroku.yml": "build:\n  docker:\n    web: docker/Dockerfile\n" },
    finds: ["service/missing-file heroku.yml:3"],
  },
  {
    name: "a Dockerfile of a compose service that is in another folder",
    files: {
      ...SERVER,
      Dockerfile: IMAGE,
      "compose.yaml":
        'services:\n  web:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n    ports: ["8080:8080"]\n',
    },
    finds: ["service/missing-file compose.yaml:5"],
  },
  ...["ON_CRASH", "UNLESS_STOPPED"].map((policy) => ({
    name: `a restart policy that Railway does not have: ${policy}`,
    files: {
      ...SERVER,
      Dockerfile: IMAGE,
      "railway.json": `{\n  "deploy": { "restartPolicyType": "${policy}" }\n}\n`,
    },
    finds: ["service/railway-field railway.json:2"],
  })),
  ...["tsc", "tsc -p tsconfig.json"].map((build) => ({
    name: `a start in another folder than the compiler's: ${build}`,
    files: TYPESCRIPT(build, "./build"),
    finds: ["service/missing-file package.json:5"],
  })),
  {
    name: "an env file of compose in another folder",
    files: { ...COMPOSE("    env_file: config/web.env\n"), "conf/web.env": "GREETING=a\n" },
    finds: ["environment/missing-file compose.yaml:5"],
  },
  {
    name: "one of compose's env files that is nowhere",
    files: {
      ...COMPOSE("    env_file:\n      - path: conf/web.env\n      - path: conf/more.env\n"),
      "conf/web.env": "GREETING=a\n",
    },
    finds: ["environment/missing-file compose.yaml:7"],
  },
];

export const SOUND_BY_MANIFESTS: readonly SmallRepository[] = [
  { name: "a start in the compiler's folder", files: TYPESCRIPT("tsc", "./dist") },
  { name: "a start in a folder that the command names", files: TYPESCRIPT("tsc --outDir dist", "build") },
  { name: "a start in a folder that a bundler writes", files: TYPESCRIPT("tsc && tsup src", "build") },
  {
    name: "a start in a folder that the image moves the compiler's to",
    files: TYPESCRIPT("tsc", "build", "RUN mv build dist\n"),
  },
  {
    name: "a restart policy of Railway's in small letters",
    files: { ...SERVER, Dockerfile: IMAGE, "railway.toml": '[deploy]\nrestartPolicyType = "on_failure"\n' },
  },
  {
    name: "a Blueprint's Dockerfile below its root folder",
    files: {
      "api/package.json": PACKAGE("node server.js"),
      "api/server.js": SERVER["server.js"] ?? "",
      "api/docker/Dockerfile": IMAGE,
      "render.yaml": RENDER("    rootDir: api\n    dockerfilePath: ./docker/Dockerfile\n"),
    },
  },
  {
    name: "a Blueprint's Dockerfile of another repository",
    files: {
      "render.yaml": RENDER(
        "    repo: https://github.com/acme/other\n    dockerfilePath: ./docker/Dockerfile\n",
      ),
    },
  },
  {
    name: "a Dockerfile of Railway's below a root folder that is set there",
    files: {
      "api/package.json": PACKAGE("node server.js"),
      "api/server.js": SERVER["server.js"] ?? "",
      "api/docker/Dockerfile": IMAGE,
      "railway.json": '{\n  "build": { "dockerfilePath": "docker/Dockerfile" }\n}\n',
    },
  },
  {
    name: "an env file of compose that git ignores",
    files: { ...COMPOSE("    env_file: config/web.env\n"), ".gitignore": "config/*.env\n" },
  },
  {
    name: "an env file of compose in a folder that git ignores",
    files: { ...COMPOSE("    env_file: ./run/web.env\n"), ".gitignore": "/run/\n" },
  },
  {
    name: "an env file that compose does without",
    files: COMPOSE("    env_file:\n      - path: config/web.env\n        required: false\n"),
  },
  {
    name: "an env file of compose that each developer writes",
    files: COMPOSE("    env_file: .env\n"),
  },
  {
    name: "an env file of compose of which a sample is there",
    files: { ...COMPOSE("    env_file: config/web.env\n"), "config/web.env.example": "GREETING=\n" },
  },
  {
    name: "an env file from the folder of the first of several compose files",
    files: {
      ...COMPOSE(""),
      "conf/web.env": "GREETING=a\n",
      "deploy/compose.production.yaml": "services:\n  web:\n    env_file: conf/web.env\n",
    },
  },
];
