import assert from "node:assert/strict";
import { createRequire } from "node:module";

const { engineOf, isChecked, noteChecked } = createRequire(__filename)("../../bin/checked.js") as {
  engineOf(words: readonly string[]): string | undefined;
  isChecked(engine: string | undefined): boolean;
  noteChecked(engine: string | undefined): void;
};

describe("What one engine starts in a checkout", () => {
  it("knows its engine by its arguments, whether it is a program, a provider or a policy pack", () => {
    const program = ["node", "run", "--monitor", "127.0.0.1:1", "--engine", "127.0.0.1:2", "index.cjs"];
    assert.equal(engineOf(program), "127.0.0.1:2");
    assert.equal(engineOf(["node", "pulumi-resource-render", "127.0.0.1:2"]), "127.0.0.1:2");
    assert.equal(engineOf(["node", "run-policy-pack", "127.0.0.1:2", "policy"]), "127.0.0.1:2");
    assert.equal(engineOf(["node", "portcullis", "audit"]), undefined);
  });

  it("compares the sources once: not where a process of the same engine has just done so", () => {
    noteChecked("127.0.0.1:2");
    assert.equal(isChecked("127.0.0.1:2"), true);
    assert.equal(isChecked("127.0.0.1:3"), false);
    assert.equal(isChecked(undefined), false);
  });
});
