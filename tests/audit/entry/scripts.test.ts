import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { type Files, inFolder } from "../written-folder";

const blueprint = (start: string): string =>
  `services:\n  - { type: web, name: shop, runtime: node, healthCheckPath: /health, startCommand: ${start}, envVars: [{ key: PORT, value: 8000 }] }\n`;

const scripts = (of: Readonly<Record<string, string>>): string => JSON.stringify({ scripts: of }, null, 2);

const ports = (files: Files): readonly string[] =>
  inFolder(files, (folder) =>
    auditFolder(folder).findings.map(({ rule, place, got }) =>
      [rule, place.source === "file" ? `${place.file}:${place.line}` : "", got].join(" "),
    ),
  );

describe("a start command that runs a script of package.json", () => {
  it("opens what that script opens, and not what the start script would", () => {
    const files = { start: "next start -p 3000", serve: "next start -p 9000" };
    assert.deepEqual(ports({ "render.yaml": blueprint("npm run serve"), "package.json": scripts(files) }), [
      "port/agreement package.json:4 9000",
    ]);
  });

  it("is followed through scripts that run others", () => {
    const files = { serve: "npm run really", really: "cross-env PORT=9000 next start" };
    assert.deepEqual(ports({ "render.yaml": blueprint("npm run serve"), "package.json": scripts(files) }), [
      "port/agreement package.json:4 9000",
    ]);
  });

  it("leaves the start script where another start command runs that", () => {
    const files = { start: "next start -p 3000", serve: "next start -p 9000" };
    const found = ports({
      "render.yaml": blueprint("npm run serve"),
      Procfile: "web: npm start\n",
      "package.json": scripts(files),
    });
    assert.deepEqual(found, ["port/agreement package.json:3 3000", "port/agreement package.json:4 9000"]);
  });

  it("ends in a circle of them, and opens nothing where there is no such script", () => {
    const circle = { one: "npm run two", two: "npm run one" };
    assert.deepEqual(ports({ "render.yaml": blueprint("npm run one"), "package.json": scripts(circle) }), []);
    assert.deepEqual(ports({ "render.yaml": blueprint("npm run none"), "package.json": scripts(circle) }), [
      "service/missing-script render.yaml:2 none",
    ]);
  });

  it("starts the file that the script starts", () => {
    const files = {
      "render.yaml": blueprint("npm run serve"),
      "package.json": scripts({ serve: "node api/server.js" }),
      "api/server.js": 'const app = require("express")();\napp.listen(9000, "0.0.0.0");\n',
    };
    assert.deepEqual(ports(files), ["port/agreement api/server.js:2 9000"]);
  });
});
