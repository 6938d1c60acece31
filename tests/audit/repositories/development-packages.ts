import type { FaultyRepository, SmallRepository } from "./repository";

const SERVER = (...imports: readonly string[]): string =>
  `${imports.join("\n")}\nrequire("express")().listen(process.env.PORT);\n`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const MANIFEST = (dev: Readonly<Record<string, string>>, more: object = {}): string =>
  json({ dependencies: { express: "5.1.0" }, devDependencies: dev, ...more });
const LOCK = (name: string, isDev: boolean): string =>
  json({
    lockfileVersion: 3,
    packages: {
      "": {},
      "node_modules/express": { version: "5.1.0" },
      [`node_modules/${name}`]: { version: "1.0.0", ...(isDev && { dev: true }) },
    },
  });
const image = (...lines: readonly string[]): string =>
  `FROM node:22-slim\nWORKDIR /app\nCOPY package*.json ./\n${lines.join("\n")}\nCOPY . .\nCMD ["node", "server.js"]\n`;
const repository = (
  install: string,
  imported = 'const pino = require("pino");',
  lock = LOCK("pino", true),
): Record<string, string> => ({
  Dockerfile: image(install),
  "package.json": MANIFEST({ pino: "1.0.0" }),
  "package-lock.json": lock,
  "server.js": SERVER(imported),
});
const faulty = (name: string, files: Readonly<Record<string, string>>): FaultyRepository => ({
  name: `development: ${name}`,
  files,
  finds: ["service/missing-requirement package.json:6"],
});
const sound = (name: string, files: Readonly<Record<string, string>>): SmallRepository => ({
  name: `development: ${name}`,
  files,
});

/** A program loads a package that its image does not install: it ends with `Cannot find module`. */
export const FAULTY_DEVELOPMENT: readonly FaultyRepository[] = [
  faulty("npm ci --omit=dev", repository("RUN npm ci --omit=dev")),
  faulty("npm ci --omit dev", repository("RUN npm ci --omit dev")),
  faulty("npm ci --production", repository("RUN npm ci --production")),
  faulty("npm ci --only=production", repository("RUN npm ci --only=production")),
  faulty("npm install --omit=dev", repository("RUN npm install --omit=dev && npm cache clean --force")),
  faulty("a production environment of the image", repository("ENV NODE_ENV=production\nRUN npm ci")),
  faulty("a production environment of the command", repository("RUN NODE_ENV=production npm ci")),
  faulty("an import", {
    ...repository("RUN npm ci --omit=dev"),
    "package.json": MANIFEST({ pino: "1.0.0" }, { type: "module" }),
    "server.js":
      'import pino from "pino";\nimport express from "express";\n\nexpress().listen(process.env.PORT);\n',
  }),
  faulty("a file that the program loads", {
    ...repository("RUN npm ci --omit=dev"),
    "server.js": SERVER('const log = require("./log");'),
    "log.js": 'const pino = require("pino");\n\nmodule.exports = pino();\n',
  }),
  faulty("a part of a package", repository("RUN npm ci --omit=dev", 'const file = require("pino/file");')),
];

/** Packages of development that are not loaded, or are there. */
export const SOUND_DEVELOPMENT: readonly SmallRepository[] = [
  sound("an install of all", repository("RUN npm ci")),
  sound(
    "a package that another one brings too",
    repository("RUN npm ci --omit=dev", undefined, LOCK("pino", false)),
  ),
  sound(
    "a package that only a condition loads",
    repository(
      "RUN npm ci --omit=dev",
      'if (process.env.NODE_ENV !== "production") {\n  require("pino");\n}',
    ),
  ),
  sound(
    "a package that may be missing",
    repository("RUN npm ci --omit=dev", 'try {\n  require("pino");\n} catch {}'),
  ),
  sound("a package that a comment names", repository("RUN npm ci --omit=dev", '// require("pino")')),
  sound("a production environment behind the install", repository("RUN npm ci\nENV NODE_ENV=production")),
  sound(
    "an install of the package by its name",
    repository("RUN npm ci --omit=dev && npm install --no-save pino"),
  ),
  sound(
    "an environment and an option that wins",
    repository("ENV NODE_ENV=production\nRUN npm ci --include=dev"),
  ),
  sound("a package of a file that nothing loads", {
    ...repository("RUN npm ci --omit=dev", ""),
    "scripts/seed.js": 'const pino = require("pino");\n',
  }),
  sound("a package that is in both lists", {
    ...repository("RUN npm ci --omit=dev"),
    "package.json": json({
      dependencies: { express: "5.1.0", pino: "1.0.0" },
      devDependencies: { pino: "1.0.0" },
    }),
  }),
  sound("types of a package alone", {
    ...repository("RUN npm ci --omit=dev", ""),
    "server.ts":
      'import type { Logger } from "pino";\nimport express from "express";\n\nexpress().listen(Number(process.env.PORT));\nexport type Log = Logger;\n',
  }),
];
