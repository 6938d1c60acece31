import assert from "node:assert/strict";
import { auditFolder } from "../../../../audit";
import { inFolder } from "../../written-folder";

const base = {
  "package.json": '{ "name": "shop", "dependencies": { "express": "5.1.0", "fastify": "5.3.2" } }\n',
  "render.yaml":
    "services:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    healthCheckPath: /\n    startCommand: node server.js\n",
};
const LISTENS = "app.listen({ port: process.env.PORT });\n";
const CLASS = (field: string, listens: string) =>
  `class Api {\n  ${field}\n  start() {\n    ${listens}\n  }\n}\nnew Api().start();\n`;

describe("a server that other code of the repository makes", () => {
  for (const [name, app, server, expected] of [
    [
      "an arrow function",
      'import Fastify from "fastify";\n\nexport const build = () => Fastify({ logger: true });\n',
      `import { build } from "./app.js";\n\nconst app = build();\n${LISTENS}`,
      ["service/loopback-bind 4"],
    ],
    [
      "an async function that is the default",
      'import Fastify from "fastify";\n\nexport default async function build(options) {\n  const app = Fastify(options);\n  await app.register(routes);\n  return app;\n}\n',
      `import build from "./app.js";\n\nconst app = await build();\n${LISTENS}`,
      ["service/loopback-bind 4"],
    ],
    [
      "a function of CommonJS that is called where it is loaded",
      'const fastify = require("fastify");\n\nfunction build(options = {}) {\n  const app = fastify(options);\n  app.get("/", async function () {\n    return "ok";\n  });\n  return app;\n}\n\nmodule.exports = build;\n',
      `const app = require("./app")({ logger: true });\n${LISTENS}`,
      ["service/loopback-bind 2"],
    ],
    [
      "a function among what a file exports",
      'const fastify = require("fastify");\n\nfunction build() {\n  return fastify();\n}\n\nmodule.exports = { build };\n',
      `const { build } = require("./app");\n\nconst app = build();\n${LISTENS}`,
      ["service/loopback-bind 4"],
    ],
    [
      "a host that is given",
      'import Fastify from "fastify";\n\nexport const build = () => Fastify();\n',
      'import { build } from "./app.js";\n\nbuild().listen({ port: process.env.PORT, host: "0.0.0.0" });\n',
      [],
    ],
    [
      "a server that binds all by itself",
      'import express from "express";\n\nexport function build() {\n  const app = express();\n  return app;\n}\n',
      'import { build } from "./app.js";\n\nbuild().listen(process.env.PORT);\n',
      [],
    ],
    [
      "a class's field",
      "",
      `const fastify = require("fastify");\n${CLASS("app = fastify();", "this.app.listen({ port: process.env.PORT });")}`,
      ["service/loopback-bind 5"],
    ],
    [
      "a field that a constructor sets",
      "",
      `const express = require("express");\n${CLASS("constructor() { this.app = express(); }", "this.app.listen(4000);")}`,
      ["port/hard-coded 5"],
    ],
    [
      "a field that is set twice",
      "",
      `const fastify = require("fastify");\n${CLASS("constructor(a) { this.app = fastify(); this.app = a; }", "this.app.listen({ port: process.env.PORT });")}`,
      [],
    ],
  ] as const)
    it(`is followed to where it is made: ${name}`, () =>
      inFolder({ ...base, "app.js": app, "server.js": server }, (folder) => {
        const found = auditFolder(folder).findings.map(
          ({ rule, place }) => `${rule} ${place.source === "file" ? place.line : ""}`,
        );
        assert.deepEqual(found, expected);
      }));
});
