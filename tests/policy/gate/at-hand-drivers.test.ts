import assert from "node:assert/strict";
import { CodeAtHand } from "../../../audit/code-at-hand";
import { Checkout } from "../../../audit/git/checkout";
import { inFolder } from "../../audit/written-folder";
import { DECLARED_BROKEN, DRIVERS_BROKEN, DRIVERS_SOUND } from "./at-hand-drivers";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import type { CodeCase } from "./repositories";

const CONFIG = '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:acme/api.git\n';

const judged = (one: CodeCase, more: Readonly<Record<string, string>> = {}) =>
  inFolder({ ...one.files, ".git/config": CONFIG, ...more }, (folder) => {
    const code = new CodeAtHand(new Checkout(folder));
    return together(
      judgedProgram(resourcesOf("api", one), {}, undefined, (service, at) => code.of(service, at)),
    );
  });

describe("the gate, with the driver in the code at hand", () => {
  for (const one of [...DRIVERS_BROKEN, ...DECLARED_BROKEN])
    it(`${one.undecided === true ? "leaves undecided" : "rejects"} ${one.title}`, () => {
      const { rejected, undecided } = judged(one);
      const stopping = one.undecided === true ? undecided.split("\n") : rejected;
      assert.ok(
        stopping.some((message) => message.includes(one.rule ?? "")),
        `${rejected.join("\n")}\n${undecided}`,
      );
    });

  it("decides nothing by the code of another branch", () => {
    for (const one of DRIVERS_BROKEN) {
      const { rejected } = judged(one, { ".git/HEAD": "ref: refs/heads/feature\n" });
      assert.deepEqual(
        rejected.filter((message) => message.includes("transaction-mode")),
        [],
      );
    }
  });

  for (const one of DRIVERS_SOUND)
    it(`passes ${one.title}`, () => {
      const { rejected, undecided } = judged(one);
      assert.deepEqual(rejected, []);
      assert.doesNotMatch(undecided, /transaction-mode/);
    });
});
