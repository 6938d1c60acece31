import assert from "node:assert/strict";
import { CodeAtHand } from "../../../audit/code-at-hand";
import { Checkout } from "../../../audit/git/checkout";
import { inFolder } from "../../audit/written-folder";
import { FRONTED_BROKEN, FRONTED_SOUND } from "./fronted";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import { CODE_BROKEN, CODE_SOUND, type CodeCase } from "./repositories";

const CONFIG = '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:acme/api.git\n';

const judged = (one: CodeCase) =>
  inFolder({ ...one.files, ".git/config": CONFIG }, (folder) => {
    const code = new CodeAtHand(new Checkout(folder));
    const said = judgedProgram(resourcesOf("api", one), {}, undefined, (service, at) => code.of(service, at));
    return together(said);
  });

describe("the gate, with the service's code at hand", () => {
  for (const one of [...CODE_BROKEN, ...FRONTED_BROKEN])
    it(`rejects ${one.title}`, () => {
      const { rejected, undecided } = judged(one);
      const [message = "", ...others] = rejected;
      assert.ok(message.includes(`(${one.rule})`), `${rejected.join("\n")}\n${undecided}`);
      assert.ok(message.includes(one.at ?? ""), message);
      assert.deepEqual(others, []);
    });

  for (const one of [...CODE_SOUND, ...FRONTED_SOUND])
    it(`${one.rule === "unknown" ? "does not decide" : "passes"} ${one.title}`, () => {
      const { rejected, undecided } = judged(one);
      assert.deepEqual(rejected, []);
      assert.equal(
        /port\/agreement|service\/loopback-bind/.test(undecided),
        one.rule === "unknown",
        undecided,
      );
    });
});
