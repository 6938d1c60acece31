import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { nonEmptyRows } from "../../../cli/audit/matrix";
import { inFolder } from "../written-folder";

type Files = Readonly<Record<string, string>>;

const answered = (files: Files): { readonly ports: readonly string[]; readonly errors: readonly string[] } =>
  inFolder(files, (folder) => {
    const { matrix, findings } = auditFolder(folder);
    return {
      ports: matrix.map(({ service, ports }) => `${service}: ${ports.map(({ port }) => port)}`).toSorted(),
      errors: findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
    };
  });

const service = (name: string, kind: string, runtime: string, root: string, more = ""): string =>
  `  - type: ${kind}\n    name: ${name}\n    runtime: ${runtime}\n    rootDir: ${root}\n${more}`;
const GO_COMMANDS = "    buildCommand: go build -o be .\n    startCommand: ./be\n";
const FE = service("fe", "web", "docker", "frontend");
const BE = service("be", "pserv", "go", "backend", GO_COMMANDS);
const blueprint = (...services: readonly string[]): string => `services:\n${services.join("")}`;

const IMAGE: Files = {
  "frontend/Dockerfile":
    "FROM nginx:1.27-alpine\nCOPY nginx.conf.template /etc/nginx/templates/default.conf.template\nENV PORT=10000\n",
  "frontend/nginx.conf.template": "server {\n  listen ${PORT};\n}\n",
};
const GO: Files = {
  "backend/go.mod": "module be\n\ngo 1.23\n",
  "backend/main.go":
    'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe("0.0.0.0:9000", nil)\n}\n',
};
const NODE: Files = {
  "frontend/package.json": '{"name":"fe","scripts":{"start":"node s.js"}}\n',
  "frontend/s.js": 'require("http").createServer().listen(process.env.PORT, "0.0.0.0");\n',
};

describe("a folder that a platform's manifest calls a service's root", () => {
  it("is that service's, also where no file of it is an entry", () => {
    const files = { "render.yaml": blueprint(FE, BE), ...IMAGE, ...GO };
    assert.deepEqual(answered(files), { ports: ["be: 9000", "fe: 10000,$PORT"], errors: [] });
  });

  it("is that service's beside one of a native runtime", () => {
    const fe = service("fe", "web", "node", "frontend", "    startCommand: node s.js\n");
    const files = { "render.yaml": blueprint(fe, BE), ...NODE, ...GO };
    assert.deepEqual(answered(files), { ports: ["be: 9000", "fe: $PORT"], errors: [] });
  });

  it("is that service's where the other folder's image is of no service", () => {
    const files = { "render.yaml": blueprint(BE), ...IMAGE, ...GO };
    const { ports, errors } = answered(files);
    assert.ok(ports.includes("be: 9000"), ports.join("; "));
    assert.deepEqual(errors, []);
  });

  it("is the one's that listens, where a worker shares it", () => {
    const worker = service("jobs", "worker", "go", "backend", GO_COMMANDS);
    const files = { "render.yaml": blueprint(FE, BE, worker), ...IMAGE, ...GO };
    const { ports, errors } = answered(files);
    assert.ok(ports.includes("be: 9000"), ports.join("; "));
    assert.deepEqual(errors, []);
  });

  it("makes no service of the folder around it", () => {
    const be = `${BE}    envVars:\n      - key: PORT\n        value: 9000\n`;
    const main = 'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n';
    const files = {
      ...{ "render.yaml": blueprint(FE, be), ...IMAGE, ...GO },
      "frontend/package.json": '{"name":"fe"}\n',
      "backend/main.go": `${main}\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n`,
    };
    assert.deepEqual(answered(files), { ports: ["be: 9000,$PORT", "fe: 10000,$PORT"], errors: [] });
  });

  it("keeps what an only service has beside it", () => {
    const files = { "render.yaml": blueprint(BE), ".env": "PORT=9000\n", ...GO };
    assert.deepEqual(new Set(answered(files).ports.map((row) => row.split(":")[0])), new Set(["be"]));
  });

  const AT_ROOT: Files = { "go.mod": GO["backend/go.mod"] ?? "", "main.go": GO["backend/main.go"] ?? "" };
  const be = `  - type: pserv\n    name: be\n    runtime: go\n${GO_COMMANDS}`;

  it("leaves the folder around it to the service that has no root of its own", () => {
    const files = { "render.yaml": blueprint(FE, be), ...IMAGE, ...AT_ROOT };
    assert.deepEqual(answered(files), { ports: ["be: 9000", "fe: 10000,$PORT"], errors: [] });
  });

  it("leaves the folder around it to a native service beside a native one", () => {
    const fe = service("fe", "web", "node", "frontend", "    startCommand: node s.js\n");
    const files = { "render.yaml": blueprint(fe, be), ...NODE, ...AT_ROOT };
    assert.deepEqual(answered(files), { ports: ["be: 9000", "fe: $PORT"], errors: [] });
  });

  it("leaves the folder around it to the service of a Dockerfile there", () => {
    const files = {
      "render.yaml": blueprint(FE, "  - type: web\n    name: be\n    runtime: docker\n"),
      Dockerfile: 'FROM golang:1.23\nWORKDIR /app\nCOPY . .\nRUN go build -o be .\nCMD ["./be"]\n',
      ...IMAGE,
      ...AT_ROOT,
    };
    assert.deepEqual(answered(files), { ports: ["be: 9000", "fe: 10000,$PORT"], errors: [] });
  });

  it("leaves no server's code to a site that is only published", () => {
    const site = "  - type: web\n    name: site\n    runtime: static\n    staticPublishPath: ./dist\n";
    const files = { "render.yaml": blueprint(BE, site), ".env": "LEVEL=info\n", ...GO };
    const { ports, errors } = answered(files);
    assert.ok(ports.includes("site: "), ports.join("; "));
    assert.ok(ports.includes("be: 9000"), ports.join("; "));
    assert.deepEqual(errors, []);
  });

  it("is no folder of a service whose code is in another repository", () => {
    const other = service("search", "pserv", "go", "backend", GO_COMMANDS).replace(
      "    runtime",
      "    repo: https://github.com/example/search\n    runtime",
    );
    const files = { "render.yaml": blueprint(FE, BE, other), ...IMAGE, ...GO };
    assert.deepEqual(answered(files), { ports: ["be: 9000", "fe: 10000,$PORT", "search: "], errors: [] });
  });

  it("leaves no service around it where the manifest has a database beside its services", () => {
    const database = "databases:\n  - name: app-db\n    plan: basic-256mb\n";
    const files = { "render.yaml": `${blueprint(FE, BE)}${database}`, ...IMAGE, ...GO };
    inFolder(files, (folder) => {
      const shown = nonEmptyRows(auditFolder(folder).matrix).map(({ service: name }) => name);
      assert.deepEqual(shown.toSorted(), ["be", "fe"]);
    });
  });
});
