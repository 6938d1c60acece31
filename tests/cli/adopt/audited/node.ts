import {
  type AdoptedRepository,
  EXPRESS_SERVER,
  manifest,
  npmLock,
  PROJECT_LOCK,
} from "./adopted-repository";

const EXPRESS = { express: "5.1.0" };
const YARN_LOCK = `# yarn lockfile v1


express@5.1.0:
  version "5.1.0"
  resolved "https://registry.yarnpkg.com/express/-/express-5.1.0.tgz"
`;
const PNPM_LOCK = `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      fastify:
        specifier: 5.6.0
        version: 5.6.0

packages:

  fastify@5.6.0:
    resolution: {integrity: sha512-AAAA}
`;

export const NODE_REPOSITORIES: readonly AdoptedRepository[] = [
  {
    name: "npm, and nothing but a start script",
    files: {
      "package.json": manifest({
        scripts: { start: "node server.js" },
        engines: { node: "22.x" },
        dependencies: EXPRESS,
      }),
      "package-lock.json": npmLock(EXPRESS),
      "server.js": EXPRESS_SERVER,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "npm and TypeScript, whose build writes what the start script names",
    files: {
      "package.json": manifest({
        scripts: { build: "tsc", start: "node dist/server.js" },
        dependencies: EXPRESS,
        devDependencies: { typescript: "5.9.2" },
      }),
      "package-lock.json": npmLock({ ...EXPRESS, typescript: "5.9.2" }),
      "tsconfig.json":
        '{ "compilerOptions": { "outDir": "dist", "rootDir": "src", "module": "node16" }, "include": ["src"] }\n',
      "src/server.ts":
        'import express from "express";\n\nconst app = express();\napp.listen(Number(process.env.PORT), "0.0.0.0");\n',
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "yarn, a Procfile, and a script that migrates",
    files: {
      "package.json": manifest({
        scripts: { start: "node server.js", migrate: "node migrate.js" },
        dependencies: EXPRESS,
      }),
      "yarn.lock": YARN_LOCK,
      Procfile: "release: yarn migrate\nweb: yarn start\n",
      "server.js": EXPRESS_SERVER,
      "migrate.js": "process.exit(0);\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "pnpm, with the manager and Node pinned",
    files: {
      "package.json": manifest({
        packageManager: "pnpm@10.15.0",
        engines: { node: "22.x" },
        scripts: { start: "node server.mjs" },
        dependencies: { fastify: "5.6.0" },
      }),
      "pnpm-lock.yaml": PNPM_LOCK,
      ".nvmrc": "22\n",
      "server.mjs":
        'import Fastify from "fastify";\n\nconst app = Fastify();\nawait app.listen({ port: Number(process.env.PORT), host: "0.0.0.0" });\n',
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "a Blueprint whose commands run scripts of the package",
    files: {
      "package.json": manifest({
        scripts: { build: "node build.js", migrate: "node migrate.js", serve: "node server.js" },
        dependencies: EXPRESS,
      }),
      "package-lock.json": npmLock(EXPRESS),
      "render.yaml": `services:
  - type: web
    name: shop
    runtime: node
    plan: starter
    region: frankfurt
    buildCommand: npm ci && npm run build
    preDeployCommand: npm run migrate
    startCommand: npm run serve
    healthCheckPath: /health
    envVars:
      - key: LOG_LEVEL
        value: info
`,
      "server.js": EXPRESS_SERVER,
      "build.js": "process.exit(0);\n",
      "migrate.js": "process.exit(0);\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Next.js",
    files: {
      "package.json": manifest({
        scripts: { build: "next build", start: "next start -H 0.0.0.0" },
        dependencies: { next: "15.5.0", react: "19.1.0", "react-dom": "19.1.0" },
      }),
      "package-lock.json": npmLock({ next: "15.5.0", react: "19.1.0", "react-dom": "19.1.0" }),
      "app/page.js": "export default function Page() {\n  return null;\n}\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "two environments with a pooler's address and a password that is not written",
    files: {
      "package.json": manifest({
        scripts: { start: "node server.js" },
        dependencies: { ...EXPRESS, pg: "8.16.3" },
      }),
      "package-lock.json": npmLock({ ...EXPRESS, pg: "8.16.3" }),
      "server.js": `const { Pool } = require("pg");\nconst pool = new Pool({ connectionString: process.env.DATABASE_URL });\n${EXPRESS_SERVER}`,
      ".env.production":
        "DATABASE_URL=postgresql://app.zxcvbnmlkjhgfdsaqwer@aws-0-us-west-1.pooler.supabase.com:5432/postgres?sslmode=no-verify\n",
      ".env.staging":
        "DATABASE_URL=postgresql://app.abcdefghijklmnopqrst@aws-0-us-west-1.pooler.supabase.com:5432/postgres?sslmode=no-verify\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "a Dockerfile and no manifest of a platform",
    files: {
      "package.json": manifest({ scripts: { start: "node server.js" }, dependencies: EXPRESS }),
      "package-lock.json": npmLock(EXPRESS),
      Dockerfile:
        'FROM node:22-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev\nCOPY . .\nCMD ["npm", "start"]\n',
      ".dockerignore": "node_modules\n",
      "server.js": EXPRESS_SERVER,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Prisma, whose client the build makes",
    files: {
      "package.json": manifest({
        scripts: {
          build: "prisma generate",
          start: "node server.js",
          "migrate:deploy": "prisma migrate deploy",
        },
        dependencies: { ...EXPRESS, "@prisma/client": "6.16.0", prisma: "6.16.0" },
      }),
      "package-lock.json": npmLock({ ...EXPRESS, "@prisma/client": "6.16.0", prisma: "6.16.0" }),
      "prisma/schema.prisma":
        'generator client {\n  provider = "prisma-client-js"\n}\n\ndatasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}\n',
      "server.js": `const { PrismaClient } = require("@prisma/client");\nconst client = new PrismaClient();\n${EXPRESS_SERVER}`,
      Procfile: "web: npm start\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "a script that is missing, which stays missing in the repository's own package",
    files: {
      "package.json": manifest({ scripts: { serve: "node server.js" }, dependencies: EXPRESS }),
      "package-lock.json": npmLock(EXPRESS),
      Procfile: "web: npm run sreve\n",
      "server.js": EXPRESS_SERVER,
    },
    afterwards: PROJECT_LOCK,
    finds: ["error service/missing-script Procfile:1"],
    // The stack's start is the Procfile's, as it was found.
    adds: ["error service/missing-script infra/Pulumi.production.yaml"],
  },
];
