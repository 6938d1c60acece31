import assert from "node:assert/strict";
import { CodeAtHand } from "../../../audit/code-at-hand";
import { Checkout } from "../../../audit/git/checkout";
import { inFolder } from "../../audit/written-folder";
import { BESIDE_BROKEN } from "./beside-broken";
import { BESIDE_SOUND } from "./beside-sound";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import type { CodeCase } from "./repositories";

const CONFIG = '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:acme/api.git\n';

const judged = (one: CodeCase) =>
  inFolder({ ".git/config": CONFIG, ...one.files }, (folder) => {
    const code = new CodeAtHand(new Checkout(folder));
    const said = judgedProgram(resourcesOf("api", one), {}, undefined, (service, at) => code.of(service, at));
    return together(said);
  });

describe("the gate, with the services' repository beside the stack", () => {
  for (const one of BESIDE_BROKEN)
    it(`rejects ${one.title}`, () => {
      const { rejected, undecided } = judged(one);
      const [message = "", ...others] = rejected;
      assert.ok(message.includes(`(${one.rule})`), `${rejected.join("\n")}\n${undecided}`);
      assert.ok(message.includes(one.at ?? ""), message);
      assert.deepEqual(others, []);
    });

  for (const one of BESIDE_SOUND)
    it(`passes ${one.title}`, () => {
      const { rejected, advised, undecided } = judged(one);
      assert.deepEqual(rejected, []);
      assert.deepEqual(advised, []);
      if (one.undecided !== undefined) assert.match(undecided, one.undecided);
    });
});
