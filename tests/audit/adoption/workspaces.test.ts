import assert from "node:assert/strict";
import { adoptFolder } from "../../../audit";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

const application = (name: string): string =>
  JSON.stringify({ name, scripts: { start: "node index.js" }, dependencies: { fastify: "5.6.1" } });

const FILES = {
  "package.json": JSON.stringify({ name: "shop", workspaces: ["apps/*"] }),
  "package-lock.json": "{}",
  Procfile:
    "web: npm start --workspace @shop/api\nworker: npm start --workspace @shop/worker\nmail: npm start --workspace @shop/post\nsync: cd apps/calendar && node index.js\n",
  "apps/post/package.json": application("@shop/post"),
  "apps/post/index.js": "setInterval(() => {}, 1000);\n",
  "apps/calendar/package.json": application("@shop/calendar"),
  "apps/calendar/index.js": "setInterval(() => {}, 1000);\n",
  "apps/api/package.json": application("@shop/api"),
  "apps/api/index.js":
    'const app = require("fastify")();\napp.get("/livez", async () => ({}));\napp.listen({ port: process.env.PORT, host: "0.0.0.0" });\n',
  "apps/worker/package.json": application("@shop/worker"),
  "apps/worker/index.js": "setInterval(() => {}, 1000);\n",
  "apps/site/package.json": application("@shop/site"),
  "apps/site/index.js": 'require("http").createServer().listen(process.env.PORT);\n',
};

describe("A repository of workspaces whose Procfile starts some of them", () => {
  it("has each process once, with the routes of the workspace that it starts, and what nothing starts beside them", () =>
    inFolder(FILES, (folder) => {
      const [draft] = adoptFolder(folder).drafts(ORIGIN);
      assert.ok(draft);
      const [web, ...others] = draft.services;
      assert.deepEqual(
        others.map(({ key, kind }) => [key, kind]),
        [
          ["worker", "worker"],
          ["mail", "worker"],
          ["sync", "worker"],
          ["site", "web"],
        ],
      );
      const check = web?.fields.find(({ key }) => key === "healthCheckPath");
      assert.deepEqual([check?.value, check?.note], ["/livez", "apps/api/index.js:2:1"]);
    }));
});
