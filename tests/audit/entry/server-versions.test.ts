import { itJudges, type JudgedCase } from "../judged-case";

type Files = JudgedCase["files"];

const manifest = (next: string, start = "next start", more = ""): string =>
  `{\n  "name": "heron",\n  "scripts": { "build": "next build", "start": "${start}" },${more}\n  "dependencies": { "next": "${next}", "react": "^16.8.1", "react-dom": "^16.8.1" }\n}\n`;
const heroku = (files: Files): Files => ({
  "heroku.yml": "build:\n  docker:\n    web: Dockerfile\n",
  Dockerfile:
    'FROM node:12\nWORKDIR /app\nCOPY . .\nRUN npm install\nRUN npm run build\nCMD ["npm", "start"]\n',
  "pages/index.js": "export default () => null;\n",
  ...files,
});
const npmLock = (version: string): string =>
  JSON.stringify({
    name: "heron",
    lockfileVersion: 2,
    packages: {
      "": { name: "heron", dependencies: { next: "*", react: "^16.8.1", "react-dom": "^16.8.1" } },
      "node_modules/next": { version },
      "node_modules/react": { version: "16.14.0" },
      "node_modules/react-dom": { version: "16.14.0" },
    },
  });
const HARD = ["warning port/hard-coded package.json:3"];

/** Next reads PORT since 11.0.0. Written before the audit asked for its version. */
const FAULTY: readonly JudgedCase[] = [
  { title: "a range below 11", files: heroku({ "package.json": manifest("^9.0.2") }), told: HARD },
  { title: "a version below 11", files: heroku({ "package.json": manifest("10.2.3") }), told: HARD },
  {
    title: "two ranges below 11",
    files: heroku({ "package.json": manifest("^9.0.0 || ^10.0.0") }),
    told: HARD,
  },
  {
    title: "npm's lock with a version below 11",
    files: heroku({ "package.json": manifest("*"), "package-lock.json": npmLock("10.0.9") }),
    told: HARD,
  },
  {
    title: "npm's older lock with a version below 11",
    files: heroku({
      "package.json": manifest("*"),
      "package-lock.json": '{ "lockfileVersion": 1, "dependencies": { "next": { "version": "9.5.5" } } }',
    }),
    told: HARD,
  },
  {
    title: "Yarn's lock with a version below 11",
    files: heroku({
      "package.json": manifest("*"),
      "yarn.lock": '# yarn lockfile v1\n\n\nnext@*:\n  version "9.5.5"\n',
    }),
    told: HARD,
  },
  {
    title: "pnpm's lock with a version below 11",
    files: heroku({
      "package.json": manifest("*"),
      "pnpm-lock.yaml":
        "lockfileVersion: 5.3\n\nspecifiers:\n  next: '*'\n\ndependencies:\n  next: 10.2.3\n\npackages:\n\n  /next/10.2.3:\n    resolution: {integrity: sha512-a}\n",
    }),
    told: HARD,
  },
  {
    title: "an image in a folder of its own, beside another one",
    files: {
      "heroku.yml": "build:\n  docker:\n    web: ./front/Dockerfile\n    api: Dockerfile\n",
      Dockerfile: 'FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go build -o /api .\nCMD ["/api"]\n',
      "go.mod": "module heron\n\ngo 1.25\n",
      "main.go": "package main\n\nfunc main() {\n\tselect {}\n}\n",
      "front/Dockerfile":
        'FROM node:12\nWORKDIR /app\nCOPY . .\nRUN npm install\nRUN npm run build\nCMD ["npm", "start"]\n',
      "front/package.json": manifest("^9.0.2"),
      "front/pages/index.js": "export default () => null;\n",
    },
    told: ["warning port/hard-coded front/package.json:3"],
  },
  {
    title: "a PORT of the image, which Heroku replaces",
    files: heroku({
      "package.json": manifest("^9.0.2"),
      Dockerfile:
        'FROM node:12\nWORKDIR /app\nENV PORT=3000\nCOPY . .\nRUN npm install\nRUN npm run build\nCMD ["npm", "start"]\n',
    }),
    told: HARD,
  },
  {
    title: "a PORT of the image that the image does not know",
    files: heroku({
      "package.json": manifest("^9.0.2"),
      Dockerfile:
        'FROM node:12\nWORKDIR /app\nENV PORT=${PORT}\nCOPY . .\nRUN npm install\nRUN npm run build\nCMD ["npm", "start"]\n',
    }),
    told: HARD,
  },
  {
    title: "a command of the manifest",
    files: {
      "render.yaml":
        "services:\n  - type: web\n    name: heron\n    runtime: node\n    buildCommand: npm install\n    startCommand: npx next start\n",
      "package.json": manifest("^9.0.2"),
      "pages/index.js": "export default () => null;\n",
    },
    told: ["warning port/hard-coded render.yaml:6"],
  },
];

const SOUND: readonly JudgedCase[] = [
  { title: "a range from 11", files: heroku({ "package.json": manifest("^11.0.0") }) },
  { title: "a range on both sides", files: heroku({ "package.json": manifest(">=9.0.0") }) },
  { title: "a tag", files: heroku({ "package.json": manifest("latest") }) },
  {
    title: "a port that is given",
    files: heroku({ "package.json": manifest("^9.0.2", "next start -p $PORT") }),
  },
  {
    title: "a port that is given by its long name",
    files: heroku({ "package.json": manifest("^9.0.2", "next start --port=$PORT") }),
  },
  {
    title: "npm's lock with a version from 11",
    files: heroku({ "package.json": manifest(">=9.0.0"), "package-lock.json": npmLock("11.1.4") }),
  },
  {
    title: "Yarn's lock with versions on both sides",
    files: heroku({
      "package.json": manifest("*"),
      "yarn.lock": '# yarn lockfile v1\n\n\nnext@*:\n  version "11.1.4"\n\nnext@^9.0.0:\n  version "9.5.5"\n',
    }),
  },
  {
    title: "a resolution that says another version",
    files: heroku({
      "package.json": manifest("^9.0.2", "next start", '\n  "resolutions": { "next": "11.1.4" },'),
    }),
  },
  {
    title: "a PORT of the image with a server that reads it",
    files: heroku({
      "package.json": manifest("^12.0.0"),
      Dockerfile:
        'FROM node:12\nWORKDIR /app\nENV PORT=3000\nCOPY . .\nRUN npm install\nRUN npm run build\nCMD ["npm", "start"]\n',
    }),
  },
  {
    title: "a server of its own",
    files: heroku({
      "package.json": manifest("^9.0.2", "node server.js"),
      "server.js": 'require("http").createServer((q, r) => r.end("ok")).listen(process.env.PORT || 3000);\n',
    }),
  },
].map((one) => ({ ...one, told: [], silent: ["port/hard-coded", "port/agreement"] }));

describe("a server whose version decides whether it reads PORT", () => {
  itJudges(SOUND);
  itJudges(FAULTY);
});
