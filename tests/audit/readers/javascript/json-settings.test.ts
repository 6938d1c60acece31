import { itJudges, type JudgedCase } from "../../judged-case";
import type { Files } from "../../written-folder";

const NODE = (server: string, files: Files): Files => ({
  "render.yaml":
    "services:\n  - type: web\n    name: heron\n    runtime: node\n    startCommand: node server.js\n    envVars:\n      - key: PORT\n        value: 8000\n",
  "server.js": `const app = require("express")();\n${server}\n`,
  ...files,
});
const json = (value: object): string => JSON.stringify(value, undefined, 2);
const PORT = "error port/agreement server.js:3";
const BIND = "error service/loopback-bind server.js:3";
const REQUIRED = 'const config = require("./config.json");';
const OWN = 'const config = require("config");';

const FAULTY: readonly JudgedCase[] = [
  {
    title: "a port of a file",
    files: NODE(`${REQUIRED}\napp.listen(config.port);`, { "config.json": json({ port: 3000 }) }),
    told: [PORT],
  },
  {
    title: "a host of a file",
    files: NODE(`${REQUIRED}\napp.listen(process.env.PORT, config.host);`, {
      "config.json": json({ host: "127.0.0.1" }),
    }),
    told: [BIND],
  },
  {
    title: "a port within",
    files: NODE(`${REQUIRED}\napp.listen(config.server.port);`, {
      "config.json": json({ server: { port: 3000 } }),
    }),
    told: [PORT],
  },
  {
    title: "a name of a file",
    files: NODE(`const { port } = require("./config.json");\napp.listen(port);`, {
      "config.json": json({ port: 3000 }),
    }),
    told: [PORT],
  },
  {
    title: "an import",
    files: {
      ...NODE("", { "config.json": json({ port: 3000 }), "package.json": '{ "type": "module" }' }),
      "server.js":
        'import express from "express";\nimport config from "./config.json" with { type: "json" };\nexpress().listen(config.port);\n',
    },
    told: [PORT],
  },
  {
    title: "node-config's default",
    files: NODE(`${OWN}\napp.listen(config.get("port"));`, { "config/default.json": json({ port: 3000 }) }),
    told: [PORT],
  },
  {
    title: "node-config's host, within",
    files: NODE(`${OWN}\napp.listen(process.env.PORT, config.get("server.host"));`, {
      "config/default.json": json({ server: { host: "localhost" } }),
    }),
    told: [BIND],
  },
  {
    title: "node-config beside a developer's own file",
    files: NODE(`${OWN}\napp.listen(config.get("port"));`, {
      "config/default.json": json({ port: 3000 }),
      "config/development.json": json({ port: 4000 }),
    }),
    told: [PORT],
  },
];

const SOUND: readonly JudgedCase[] = [
  {
    title: "the same port",
    files: NODE(`${REQUIRED}\napp.listen(config.port);`, { "config.json": json({ port: 8000 }) }),
    told: [],
  },
  {
    title: "PORT before the file's",
    files: NODE(`${REQUIRED}\napp.listen(process.env.PORT || config.port);`, {
      "config.json": json({ port: 3000 }),
    }),
    told: [],
  },
  {
    title: "all interfaces",
    files: NODE(`${REQUIRED}\napp.listen(process.env.PORT, config.host);`, {
      "config.json": json({ host: "0.0.0.0" }),
    }),
    told: [],
  },
  {
    title: "another key",
    files: NODE(`${REQUIRED}\napp.listen(process.env.PORT, () => console.log(config.port));`, {
      "config.json": json({ port: 3000 }),
    }),
    told: [],
  },
  {
    title: "node-config with production's own file",
    files: NODE(`${OWN}\napp.listen(config.get("port"));`, {
      "config/default.json": json({ port: 3000 }),
      "config/production.json": json({ port: 8000 }),
    }),
    told: [],
    undecided: ["port/agreement server.js:3"],
  },
  {
    title: "node-config with variables of its own",
    files: NODE(`${OWN}\napp.listen(config.get("port"));`, {
      "config/default.json": json({ port: 3000 }),
      "config/custom-environment-variables.json": json({ port: "PORT" }),
    }),
    told: [],
    undecided: ["port/agreement server.js:3"],
  },
  {
    title: "node-config with code",
    files: NODE(`${OWN}\napp.listen(config.get("port"));`, {
      "config/default.json": json({ port: 3000 }),
      "config/local.js": "module.exports = { port: 8000 };",
    }),
    told: [],
    undecided: ["port/agreement server.js:3"],
  },
  {
    title: "a file that is no JSON",
    files: NODE(`${REQUIRED}\napp.listen(config.port);`, { "config.json": "{ port: " }),
    told: [],
  },
  { title: "a file that is not there", files: NODE(`${REQUIRED}\napp.listen(config.port);`, {}), told: [] },
].map((one) => ({ ...one, silent: ["port/agreement", "service/loopback-bind"] }));

describe("settings in a file of JSON", () => {
  itJudges(FAULTY, "are what the code listens on");
  itJudges(SOUND, "are left alone");
});
