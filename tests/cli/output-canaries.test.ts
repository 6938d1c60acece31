import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { auditFolder } from "../../audit";
import { patchOf, planFixes } from "../../audit/fixes";
import { FORMATS, printed } from "../../cli/audit/output";
import { diagnosisJson } from "../../cli/diagnose/json";
import { diagnosisText } from "../../cli/diagnose/terminal";
import { stackDifferences } from "../../cli/promote/differences";
import { planText } from "../../cli/promote/report";
import { diagnose, readLogLines } from "../../diagnosis";
import { recordFailure } from "../../records";
import { CANARY, holdsCanary, SECRET_SHAPES } from "../domain/secret-shapes";

/** Shapes of one line: a Procfile's line, and a log's, has one. */
const SHAPES = SECRET_SHAPES.filter((shape) => !/[\n\0]/.test(shape));

/** The lines of a text that hold the canary, to be read in a failure. */
const leaks = (text: string): readonly string[] => text.split("\n").filter((line) => holdsCanary(line));

describe("What the audit prints", function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-canaries-"));
    for (const [index, shape] of SHAPES.entries()) {
      const service = path.join(folder, `s${index}`);
      mkdirSync(service);
      writeFileSync(
        path.join(service, "Procfile"),
        `web: uvicorn main:app --host 127.0.0.1 --port $PORT # ${shape}\n`,
      );
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("holds no secret of a line that it shows, in any format and in the diff", () => {
    const result = auditFolder(folder, {});
    assert.ok(result.findings.length >= SHAPES.length, `only ${result.findings.length} findings`);
    for (const format of FORMATS)
      assert.deepEqual(leaks(printed(result, format, { verbose: true } as never)), [], format);
    const small = path.join(folder, "s0");
    writeFileSync(
      path.join(small, ".env.production"),
      `# once ${CANARY}\nSTRIPE=${CANARY}\nINNOCENT=${CANARY}-2\nUVICORN_HOST=127.0.0.1\nLINES="a\n${CANARY}"\n`,
    );
    writeFileSync(path.join(small, "Procfile"), "web: uvicorn main:app --port $PORT\n");
    const plan = planFixes(small, {});
    const patch = patchOf(plan);
    assert.match(patch, /\+UVICORN_HOST=0\.0\.0\.0/);
    assert.match(patch, / STRIPE=\*\*\*/);
    assert.deepEqual(leaks(patch), []);
  });
});

describe("What a diagnosis prints and files", () => {
  it("holds no secret of the line that it quotes, on the terminal, in JSON and in the record", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-canaries-"));
    try {
      const quoting = [
        (shape: string) =>
          `sqlalchemy.exc.ArgumentError: Could not parse SQLAlchemy URL from string '${shape}'`,
        (shape: string) => `ModuleNotFoundError: No module named 'acme' ${shape}`,
      ];
      let quoted = 0;
      for (const [index, shape] of SHAPES.entries()) {
        const line = quoting[index % quoting.length]?.(shape) ?? "";
        const diagnosis = diagnose(readLogLines([line]));
        const source = { name: "deploy.log" } as never;
        const shown = [diagnosisText(diagnosis, source, undefined), diagnosisJson(diagnosis, undefined)];
        assert.deepEqual(leaks(shown.join("\n")), [], shape);
        if (diagnosis.failureMode === "none" || diagnosis.failureMode === "unknown") continue;
        quoted += 1;
        const { file } = await recordFailure(path.join(folder, String(index)), diagnosis, {
          service: "api",
          environment: "production",
        } as never);
        assert.deepEqual(
          leaks(readFileSync(path.resolve(folder, String(index), path.basename(file)), "utf8")),
          [],
          shape,
        );
      }
      assert.ok(quoted > SHAPES.length / 2, `only ${quoted} logs had a cause`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("What a promotion prints", () => {
  it("holds no secret of a plain value, nor of a reason, in any shape", () => {
    for (const shape of SHAPES) {
      const stack = (name: string, value: string) => ({
        stack: name,
        values: { "portcullis:service": { environment: { PLAIN: value, LIST: [value] } } },
        secretPlaces: [],
      });
      const differences = stackDifferences(stack("staging", shape), stack("production", "none"), {
        service: shape,
      });
      assert.equal(differences.length, 2);
      const plan = { version: 1, from: "staging", to: "production", services: [], differences } as const;
      const shown = planText({ ...plan, idleReasons: [], notRolledBack: [] });
      assert.deepEqual(leaks(`${shown}${JSON.stringify(differences)}`), [], shape);
    }
  });
});
