import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { environmentsOf } from "../../../audit/environments/environments";
import { groupByService } from "../../../audit/services/services";
import { monitorWorkflow } from "../../../cli/adopt/monitor";
import { workflowText } from "../../../cli/adopt/workflow";
import { type Fact, known } from "../../../domain";
import { inFolder } from "../written-folder";

type Named = { readonly service?: string; readonly environment?: string };

const variable = (file: string, value: string, named: Named = {}, name = "PORT"): Fact => ({
  kind: "variable",
  name,
  value: known(value),
  secret: false,
  place: { source: "file", file, line: 1, column: 1 },
  ...named,
});
const command = (file: string, named: Named = {}): Fact => ({
  kind: "start-command",
  command: known("uvicorn main:app --port 8000"),
  place: { source: "file", file, line: 1, column: 1 },
  ...named,
});

const platform = (service: string, rootDirectory: string): Fact => ({
  kind: "platform",
  platform: "render",
  service,
  rootDirectory,
  place: { source: "file", file: "render.yaml", line: 1, column: 1 },
});

const namesOf = (facts: readonly Fact[], paths: readonly string[] = []): readonly string[] =>
  groupByService(facts, paths, "shop").map(({ name, facts: own }) => `${name}: ${own.length}`);

describe("the services of a repository", () => {
  const CASES: readonly (readonly [string, readonly Fact[], readonly string[], readonly string[]])[] = [
    ["is one, the root", [variable(".env", "1"), variable("config/.env", "2")], ["Dockerfile"], ["shop: 2"]],
    [
      "is one where its only entry stands below",
      [variable(".env", "1"), variable("api/.env", "2")],
      ["api/Dockerfile"],
      ["shop: 2"],
    ],
    [
      "are the folders with an entry of their own",
      [variable("a/.env", "1"), variable("b/x/.env", "2")],
      ["a/Procfile", "b/requirements.txt"],
      ["a: 1", "b: 1"],
    ],
    [
      "take a start command as an entry",
      [command("a/package.json"), command("b/package.json")],
      [],
      ["a: 1", "b: 1"],
    ],
    [
      "keep a folder of requirements below an entry with it",
      [variable("app/main.py", "2"), variable(".env", "1")],
      ["Dockerfile", "app/requirements.txt"],
      ["shop: 2"],
    ],
    [
      "are no folder that only says how one is built",
      [variable(".env", "1")],
      ["docker/Dockerfile", "requirements.txt"],
      ["shop: 1"],
    ],
    [
      "are merged with the one that a platform's manifest names",
      [variable("render.yaml", "1", { service: "web-shop" }), variable(".env", "2")],
      [],
      ["web-shop: 2"],
    ],
    [
      "are one in two environments of a manifest",
      [
        variable("render.yaml", "1", { service: "api-staging", environment: "staging" }),
        variable("render.yaml", "2", { service: "api-production", environment: "production" }),
      ],
      [],
      ["api: 2"],
    ],
    [
      "are merged with the one that a platform builds in their folder, whatever its name",
      [
        platform("acme-api", "backend"),
        platform("acme-site", "frontend"),
        command("backend/package.json"),
        command("frontend/package.json"),
      ],
      [],
      ["acme-api: 2", "acme-site: 2"],
    ],
    [
      "leave a worker apart that is built in the same folder",
      [
        platform("acme-api", "backend"),
        platform("acme-jobs", "backend"),
        variable("render.yaml", "1", { service: "acme-api" }),
        command("backend/package.json"),
        command("frontend/package.json"),
      ],
      [],
      ["acme-api: 3", "frontend: 1", "acme-jobs: 1"],
    ],
    [
      "leave a worker apart",
      [
        variable("render.yaml", "1", { service: "api" }),
        variable("render.yaml", "2", { service: "jobs" }, "QUEUE"),
        variable(".env", "3"),
      ],
      [],
      ["api: 2", "jobs: 1"],
    ],
    [
      "are one with what a compose file calls so, also where it states an env file's variables",
      [variable(".env", "1", { service: "web" }), variable(".env", "2")],
      ["Dockerfile"],
      ["web: 2"],
    ],
    [
      "are one with the only service of a compose file that runs something, whatever its name",
      [command("compose.yaml", { service: "navigator" }), variable(".env", "2")],
      ["Dockerfile"],
      ["navigator: 2"],
    ],
    [
      "leave workers apart where a compose file runs several under names of their own",
      [
        command("compose.yaml", { service: "one" }),
        command("compose.yaml", { service: "two" }),
        command("a.py"),
      ],
      ["Dockerfile"],
      ["shop: 1", "one: 1", "two: 1"],
    ],
    [
      "leave a compose file's database apart",
      [variable("compose.yaml", "5432", { service: "db" }), variable(".env", "3")],
      [],
      ["shop: 1", "db: 1"],
    ],
  ];
  for (const [title, facts, paths, expected] of CASES) {
    it(title, () => assert.deepEqual(namesOf(facts, paths), expected));
  }
});

describe("the environments of a service", () => {
  const rows = (facts: readonly Fact[]): readonly string[] =>
    environmentsOf({ name: "shop", folder: "", facts }).map(({ environment, facts: own }) => {
      const values = own.flatMap((fact) => {
        if (fact.kind === "variable" && fact.value.known) return [fact.value.value];
        return fact.kind === "start-command" ? ["start"] : [];
      });
      return `${environment ?? "-"}: ${values.join(" ")}`;
    });
  const staging = { environment: "staging" };
  const local = { environment: "local" };

  const CASES: readonly (readonly [string, readonly Fact[], readonly string[]])[] = [
    ["are none named where no file names one", [variable(".env", "1")], ["-: 1"]],
    [
      "have what names none in each",
      [variable(".env.staging", "1", staging), command("Procfile")],
      ["staging: 1 start"],
    ],
    [
      "win over what is there for all",
      [variable(".env.staging", "1", staging), variable(".env", "2")],
      ["staging: 1"],
    ],
    [
      "leave a deployment beside a developer's machine",
      [variable(".env.local", "1", local), command("Procfile")],
      ["local: 1", "-: start"],
    ],
    [
      "take no example",
      [variable(".env.example", "1"), variable(".env.staging", "2", staging)],
      ["staging: 2"],
    ],
  ];
  for (const [title, facts, expected] of CASES) it(title, () => assert.deepEqual(rows(facts), expected));

  it("are told to the rules, with service and environment on every fact", () => {
    const [judged] = environmentsOf({
      name: "shop",
      folder: "",
      facts: [variable("a", "1", staging), command("b")],
    });
    assert.ok(judged?.facts.some((fact) => fact.kind === "environment" && fact.name === "staging"));
    for (const fact of judged?.facts ?? [])
      assert.deepEqual([fact.service, fact.environment], ["shop", "staging"]);
  });
});

describe("the workflow that adopt writes", () => {
  it("adds no environment to the next audit, and nothing that could not be decided", () => {
    const files = { Dockerfile: 'FROM node:22\nENV PORT=8000\nCMD ["node", "main.js"]\n', "main.js": "" };
    const before = inFolder(files, (folder) => auditFolder(folder));
    const workflow = workflowText({ folder: "infra", branch: "main", stacks: ["staging", "production"] });
    const monitor = monitorWorkflow({ stack: "production", folder: "infra" });
    const written = {
      ...files,
      ".github/workflows/environments.yaml": workflow,
      ".github/workflows/monitor.yaml": monitor,
    };
    const after = inFolder(written, (folder) => auditFolder(folder));
    assert.deepEqual(
      after.matrix.map(({ environment }) => environment),
      before.matrix.map(({ environment }) => environment),
    );
    assert.deepEqual(after.services[0]?.environments, before.services[0]?.environments);
    assert.equal(after.undecided.length, before.undecided.length);
  });

  it("takes nothing from a workflow that tests with values of its own", () => {
    const test = "jobs:\n  test:\n    env: { PORT: 8001, KEY: '${{ secrets.KEY }}' }\n";
    const files = { Procfile: "web: node main.js\n", "main.js": "", ".github/workflows/test.yaml": test };
    const { services } = inFolder(files, (folder) => auditFolder(folder));
    assert.deepEqual(services[0]?.environments, ["test"]);
  });
});
