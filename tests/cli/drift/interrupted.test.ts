import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rulesOnState } from "../../../cli/drift/rules-on-state";
import type { Engine } from "../../../engine";
import { until } from "../../until";

const STACK_FILE = "config:\n  portcullis:service: { name: shop }\n";

/** Writes down what it is asked, and does not end at the command that STOP_AT names, but by SIGINT. */
const PULUMI = `#!/bin/sh
echo "$1 $2" >>"$ASKED"
case "$1 $2" in "$STOP_AT"*) echo waiting >>"$ASKED"; exec sleep 300 ;; esac
[ "$1 $2" != "stack import" ] || cat >/dev/null
echo '{"policyEvent":{"policyName":"port-agreement","message":"expected 8000","enforcementLevel":"advisory"}}'
`;

describe("The rules on what is really there, interrupted", () => {
  let folder: string;
  let asked: string;
  const { PORTCULLIS_CACHE, ASKED, STOP_AT } = process.env;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-test-"));
    asked = path.join(folder, "asked");
    writeFileSync(asked, "");
    writeFileSync(path.join(folder, "Pulumi.staging.yaml"), STACK_FILE);
    writeFileSync(path.join(folder, "pulumi"), PULUMI, { mode: 0o755 });
    Object.assign(process.env, { PORTCULLIS_CACHE: path.join(folder, "cache"), ASKED: asked });
  });
  afterEach(() => {
    for (const [name, value] of Object.entries({ PORTCULLIS_CACHE, ASKED, STOP_AT })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  async function judged(stopAt: string) {
    process.env.STOP_AT = stopAt;
    const stop = new AbortController();
    const engine = { pulumi: path.join(folder, "pulumi"), environment: {} } as Engine;
    const state = async () => ({ exitCode: 0, stdout: "{}", output: "{}" });
    const work = rulesOnState({ own: state, engine, project: folder, stack: "staging", signal: stop.signal });
    const ended = work.then(
      () => "done",
      (cause: Error) => cause.message,
    );
    let over = false;
    void ended.then(() => {
      over = true;
    });
    await until(() => over || readFileSync(asked, "utf8").includes("waiting"));
    stop.abort(new Error("interrupted"));
    return ended;
  }

  const copies = (): readonly string[] => {
    const parent = path.join(folder, "cache", "drifts");
    return existsSync(parent) ? readdirSync(parent) : [];
  };

  for (const point of ["stack init", "stack import", "refresh", "policy analyze"]) {
    it(`at \`pulumi ${point}\` leave no copy of the state and the stack's file as it was, and go through the next time`, async () => {
      assert.equal(await judged(point), "interrupted");
      assert.deepEqual(copies(), []);
      writeFileSync(asked, "");
      assert.equal(await judged("nothing"), "done");
      assert.deepEqual(copies(), []);
      assert.equal(readFileSync(path.join(folder, "Pulumi.staging.yaml"), "utf8"), STACK_FILE);
    });
  }
});
