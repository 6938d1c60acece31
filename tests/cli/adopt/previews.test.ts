import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Engine, findEngine } from "../../../engine";
import { BLOCK_COMMANDS } from "../../docs/command-table";
import { linkPackages } from "../../templates/linked-packages";

const root = path.join(__dirname, "../../..");
const INCIDENT = path.join(root, "tests/fixtures/repositories/incident");
const BIN = path.join(root, "bin/portcullis.js");

interface Adopted {
  readonly stacks: readonly { readonly stack: string; readonly commands: readonly string[] }[];
}

/** The variables of an env file as its own tool reads them. */
const variables = (environment: string): Record<string, string> =>
  (require("dotenv") as typeof import("dotenv")).parse(
    readFileSync(path.join(INCIDENT, `.env.${environment}`), "utf8"),
  );

describe("An adopted project, on the real engine", function () {
  this.timeout(30 * 60_000);

  let engine: Engine;
  let folder: string;
  let project: string;
  let adopted: Adopted;

  before(async () => {
    engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-adopted-"));
    const repository = path.join(folder, "navigator");
    cpSync(INCIDENT, repository, { recursive: true });
    project = path.join(repository, "infra");
    mkdirSync(path.join(folder, "state"));
    const { stdout } = spawnSync(process.execPath, [BIN, "adopt", "--json"], {
      cwd: repository,
      encoding: "utf8",
    });
    adopted = JSON.parse(stdout) as Adopted;
    linkPackages(project);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Types one line into a shell in the project, with what is piped into it. */
  const typed = (line: string, input = ""): Promise<{ status: number; output: string }> =>
    new Promise((resolve, reject) => {
      const child = spawn("sh", ["-c", line], {
        cwd: project,
        env: {
          ...process.env,
          ...engine.environment,
          PATH: `${path.dirname(engine.pulumi)}:${process.env.PATH}`,
          PULUMI_BACKEND_URL: `file://${folder}/state`,
          PULUMI_CONFIG_PASSPHRASE: "test",
          NO_COLOR: "1",
        },
      });
      child.stdin.end(input);
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          output += text;
        });
      }
      child.once("error", reject);
      child.once("close", (code) => resolve({ status: code ?? 1, output }));
    });

  const secretFor = (command: string, environment: string): string => {
    const url = variables(environment).DATABASE_URL ?? "";
    if (command.endsWith("databaseUrl")) return url;
    if (command.endsWith("databasePassword")) return new URL(url).password;
    return variables(environment)[/environment\.(\w+)/.exec(command)?.[1] ?? ""] ?? "";
  };

  const expected: readonly (readonly [string, readonly string[]])[] = [
    [
      "staging",
      ["database-project-reference", "database-transaction-mode-statements", "environment-placeholder"],
    ],
    ["production", ["port-agreement"]],
  ];
  for (const [environment, policies] of expected) {
    it(`previews ${environment} with the findings of the audit, after the commands that it prints`, async () => {
      const [init = "", ...secrets] =
        adopted.stacks.find(({ stack }) => stack === environment)?.commands ?? [];
      assert.equal((await typed(init)).status, 0);
      if (environment === "staging") {
        const early = await typed(`pulumi preview -s ${environment} --policy-pack policy --non-interactive`);
        assert.match(
          early.output.replaceAll(/\s+/g, " "),
          /portcullis:service\.environment\.JWT_SECRET: expected a secret, got none\. Type `pulumi config set/,
        );
      }
      for (const command of secrets) {
        const { status, output } = await typed(command, secretFor(command, environment));
        assert.equal(status, 0, `${command}: ${output}`);
      }
      const { status, output } = await typed(
        `pulumi preview -s ${environment} --policy-pack policy --non-interactive`,
      );
      assert.notEqual(status, 0, output);
      const rejecting = [...output.matchAll(/\[mandatory\]\s+([a-z-]+)/g)].map(([, name]) => name ?? "");
      assert.deepEqual([...new Set(rejecting)].sort(), policies);
      assert.doesNotMatch(output, /canary/i);
    });
  }

  it("takes each value that the pages show how to type", async () => {
    const shown = Object.keys(BLOCK_COMMANDS).map((key) => key.slice(key.indexOf(": ") + 2));
    const values = [
      ...new Set(shown.filter((command) => command.startsWith("pulumi config set -s staging "))),
    ];
    assert.ok(values.length >= 6, values.join("\n"));
    for (const command of values) {
      const { status, output } = await typed(command, "typed-canary");
      assert.equal(status, 0, `${command}: ${output}`);
    }
    const file = readFileSync(path.join(project, "Pulumi.staging.yaml"), "utf8");
    assert.doesNotMatch(file, /typed-canary/);
    const { output } = await typed("pulumi config -s staging --show-secrets --json");
    const kept = output.match(/typed-canary/g)?.length ?? 0;
    assert.ok(kept >= values.filter((each) => each.includes("--secret")).length, output);
  });
});
