import assert from "node:assert/strict";
import { FIXES } from "./fixes";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import type { SealedCase } from "./sealed";

const judged = (one: SealedCase) => together(judgedProgram(resourcesOf("api", one)));

describe("what a finding says to do", () => {
  for (const { rule, broken, says, mended } of FIXES) {
    it(`makes the program pass once it is done: ${rule}, ${says.source}`, () => {
      const policy = `${rule.replace("/", "-")}:`;
      const { rejected } = judged(broken);
      const told = rejected.filter((message) => message.startsWith(policy) || message.includes(`(${rule})`));
      assert.notDeepEqual(told, [], rejected.join("\n"));
      assert.ok(
        told.some((message) => says.test(message)),
        told.join("\n"),
      );
      assert.deepEqual(judged(mended).rejected, []);
    });
  }
});
