import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { inFolder } from "../../audit/written-folder";

const root = path.join(__dirname, "../../..");
const REPOSITORIES = path.join(root, "tests/fixtures/repositories");

/** A path with all that a URI must encode. */
const STRANGE = "my service/%20 ü#1/Procfile";

/** Microsoft's validator holds a log against the SARIF schema and its own rules; undefined where no build of it is. */
function validator(): string | undefined {
  try {
    return require("@microsoft/sarif-multitool") as string;
  } catch {
    return undefined;
  }
}

interface Validated {
  readonly runs: readonly {
    readonly results?: readonly { level?: string; ruleId: string; message: object }[];
  }[];
}

/** What the validator says against a log, at level error or warning. */
function faultsOf(multitool: string, log: string): readonly string[] {
  const output = `${log}.validated`;
  const flags = ["--level", "Error;Warning", "--rule-kind", "Sarif;Gh;Ghas", "--log", "ForceOverwrite"];
  const { error } = spawnSync(multitool, ["validate", log, "--output", output, ...flags], {
    encoding: "utf8",
    env: {
      ...process.env,
      // .NET's ICU libraries are not everywhere, and nothing here is sorted by a language.
      DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1",
      // One of its rules asks every address whether it is there; a test uses no network.
      HTTP_PROXY: "http://127.0.0.1:9",
      HTTPS_PROXY: "http://127.0.0.1:9",
    },
  });
  assert.equal(error, undefined);
  const { runs } = JSON.parse(readFileSync(output, "utf8")) as Validated;
  return runs.flatMap(({ results = [] }) =>
    results.map(({ ruleId, level = "warning", message }) => `${level} ${ruleId} ${JSON.stringify(message)}`),
  );
}

const audited = (folder: string, log: string): void => {
  const command = [path.join(root, "bin/portcullis.js"), "audit", "--sarif", "--output", log];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
  assert.ok(status === 0 || status === 1, stderr);
};

describe("portcullis audit --sarif", function () {
  this.timeout(10 * 60_000);
  const multitool = validator();

  before(function () {
    if (multitool === undefined) {
      process.stderr.write("skipped: there is no build of sarif-multitool for this platform\n");
      this.skip();
    }
  });

  for (const name of ["sound", "incident", "monorepo"]) {
    it(`is a log that SARIF's own validator has nothing against: ${name}`, () => {
      inFolder({}, (folder) => {
        cpSync(path.join(REPOSITORIES, name), path.join(folder, "repository"), { recursive: true });
        const log = path.join(folder, "audit.sarif");
        audited(path.join(folder, "repository"), log);
        assert.deepEqual(faultsOf(multitool ?? "", log), []);
      });
    });
  }

  it("is one with names of all kinds, waivers, and files that cannot be read", () => {
    const at = `file: "${STRANGE}", line: 1`;
    const waiver = `  - { rule: service/loopback-bind, ${at}, until: 2999-12-31, reason: a proxy }`;
    const files = {
      [STRANGE]: "web: uvicorn main:app --host 127.0.0.1 --port 8000\n",
      Dockerfile: "FROM python:3.12\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
      ".env.production": "PORT=10000\n",
      "render.yaml": "services: [\n",
      "portcullis-waivers.yaml": `waivers:\n${waiver}\n`,
    };
    inFolder(files, (folder) => {
      const log = path.join(folder, "audit.sarif");
      audited(folder, log);
      const [run] = (
        JSON.parse(readFileSync(log, "utf8")) as { runs: { results: { suppressions?: object }[] }[] }
      ).runs;
      assert.ok(run?.results.some(({ suppressions }) => suppressions !== undefined));
      assert.deepEqual(faultsOf(multitool ?? "", log), []);
    });
  });

  it("is held against it by a validator that does find faults", () => {
    inFolder({ "broken.sarif": '{"version":"2.1.0","runs":[{"results":[]}]}' }, (folder) => {
      assert.notDeepEqual(faultsOf(multitool ?? "", path.join(folder, "broken.sarif")), []);
    });
  });
});
