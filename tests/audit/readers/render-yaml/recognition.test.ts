import assert from "node:assert/strict";
import { adoptable } from "../../../../audit/adoption/adopted-services";
import { auditFolder } from "../../../../audit/audit";
import { readFolder } from "../../../../audit/read-folder";
import { isBlueprint } from "../../../../audit/readers/render-yaml/recognition";
import { repositoryOf } from "../../../../audit/walk/repository";
import { inFolder } from "../../written-folder";

const BLUEPRINT = `services:
  - type: web
    name: shop
    runtime: python
    startCommand: uvicorn main:app --host 0.0.0.0 --port 8000
    healthCheckPath: /health
    envVars:
      - { key: PORT, value: 10000 }
      - { key: API_KEY, value: sk_live_9f8e7d6c5b4a39281706f5e4 }
`;

/** Files by what they are, with whether each is a Blueprint. */
const CONTENTS: readonly (readonly [string, boolean, string, string?])[] = [
  ["a Blueprint", true, BLUEPRINT],
  ["one with the older `env`", true, BLUEPRINT.replace("runtime:", "env:")],
  ["one with quoted keys", true, '"services": [{"type": "web", "name": "a", "runtime": "node"}]'],
  [
    "one of databases and services",
    true,
    "databases:\n  - name: db\nservices:\n  - { type: web, name: a }\n",
  ],
  [
    "one of projects",
    true,
    "projects:\n  - name: a\n    environments:\n      - name: b\n        services:\n          - { type: web, name: a, runtime: go }\n",
  ],
  ["compose", false, "services:\n  web:\n    image: a\n    environment: { type: web, runtime: node }\n"],
  ["a compose file's name", false, BLUEPRINT, "compose.prod.yaml"],
  ["a workflow", false, BLUEPRINT, ".github/workflows/deploy.yml"],
  ["a stack file", false, BLUEPRINT, "Pulumi.production.yaml"],
  ["Kubernetes", false, `apiVersion: v1\nkind: List\n${BLUEPRINT}`],
  ["OpenAPI", false, `openapi: 3.1.0\n${BLUEPRINT}`],
  [
    "DigitalOcean's app spec",
    false,
    "name: a\ndatabases:\n  - name: db\nservices:\n  - name: web\n    run_command: node a.js\n    envs: [{ key: A, type: SECRET }]\n",
  ],
  [
    "services of a type that Render does not have",
    false,
    "services:\n  - { type: web, name: a, runtime: node }\n  - { type: lambda, name: b }\n",
  ],
  ["services without a runtime", false, "services:\n  - { type: web, name: a }\nenv: production\n"],
  ["a template that is no YAML", false, `${BLUEPRINT}{{ if }}\n  - [`],
];

describe("a Blueprint's content", () => {
  for (const [what, expected, text, path = "deploy/platform.yml"] of CONTENTS)
    it(`${expected ? "is" : "is not"} that of ${what}`, () => {
      assert.equal(isBlueprint(path, text), expected);
    });

  it("needs no sign under a Blueprint's name", () => {
    assert.equal(isBlueprint("render.yaml", ""), true);
  });

  it("is judged as render.yaml is, and a file of other content is not listed", () => {
    const told = (name: string) =>
      inFolder({ [name]: BLUEPRINT, "values.yml": "a: 1\n", "main.py": "app = 1\n" }, (folder) => {
        const { findings, files, matrix } = auditFolder(folder);
        assert.ok(files.every(({ path }) => path !== "values.yml"));
        return {
          findings: findings.map(({ rule, place, severity }) => [
            rule,
            severity,
            place.source === "file" && place.file === name ? place.line : place,
          ]),
          ports: matrix.map(({ service, environment, ports }) => [service, environment, ports.length]),
        };
      });
    const named = told("render.yaml");
    assert.ok(named.findings.some(([rule]) => rule === "port/agreement"));
    assert.ok(named.findings.some(([rule]) => rule === "secret/in-blueprint"));
    assert.deepEqual(told("deploy/platform.yml"), named);
  });

  it("names the services that are adopted", () => {
    const names = inFolder({ "deploy/platform.yml": BLUEPRINT, "main.py": "app = 1\n" }, (folder) => {
      const read = readFolder(folder);
      return adoptable(read, repositoryOf(read.root, read.walked.files)).names;
    });
    assert.deepEqual(names, ["shop"]);
  });
});
