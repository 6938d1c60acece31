import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { givenSecrets, readEnvFile, slipsOf } from "../../../../cli/rehearse/secrets/env-file";
import type { StackFile } from "../../../../cli/stacks/stack-file";

const STACK: StackFile = {
  stack: "staging",
  config: {},
  secretKeys: ["render:apiKey", "shop:stripeKey"],
  secretPlaces: ["render:apiKey", "shop:stripeKey", "portcullis:service.environment.OPENAI_API_KEY"],
};

describe("--env-file", () => {
  it("gives values to the secrets that a stack has, and to nothing else", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-env-"));
    const file = path.join(folder, ".env");
    writeFileSync(file, 'OPENAI_API_KEY="sk-1"\nstripeKey=sk-2 # test\napiKey=rnd_real\nPORT=9000\n');
    assert.deepEqual(
      [...givenSecrets(STACK, readEnvFile(file))],
      [
        ["shop:stripeKey", "sk-2"],
        ["portcullis:service.environment.OPENAI_API_KEY", "sk-1"],
      ],
    );
    rmSync(folder, { recursive: true });
  });

  it("names a slip, and not every other variable of the file", () => {
    const variables = new Map([
      ["OPENAI_APIKEY", "sk-1"],
      ["LOG_LEVEL", "info"],
      ["stripeKey", "sk-2"],
    ]);
    assert.deepEqual(slipsOf([STACK], variables), [
      "OPENAI_APIKEY is no secret of a stack. Did you mean OPENAI_API_KEY?",
    ]);
  });

  it("says of a file that cannot be read what is there instead, and what to type", () => {
    const said = (found: string): RegExp =>
      new RegExp(
        `^--env-file \\S+: expected a file that can be read, got ${found}\\. Name one .*leave --env-file out`,
      );
    assert.throws(() => readEnvFile("nowhere.env"), { message: said("ENOENT, no file of that name") });
    assert.throws(() => readEnvFile(tmpdir()), { message: said("EISDIR, a folder") });
  });
});
