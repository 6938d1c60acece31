import assert from "node:assert/strict";
import { CodeAtHand } from "../../../audit/code-at-hand";
import { Checkout } from "../../../audit/git/checkout";
import { inFolder } from "../../audit/written-folder";
import { AT_HAND_BROKEN_BUILDS } from "./at-hand-broken-builds";
import { AT_HAND_BROKEN_HEALTH } from "./at-hand-broken-health";
import { AT_HAND_BROKEN_STARTS } from "./at-hand-broken-starts";
import type { AtHandCase } from "./at-hand-form";
import { AT_HAND_BROKEN_ROUTES, AT_HAND_SOUND_ROUTES } from "./at-hand-routes";
import { AT_HAND_ALIKE_ROUTES } from "./at-hand-routes-alike";
import { AT_HAND_BROKEN_SITES, AT_HAND_SOUND_SITES } from "./at-hand-sites";
import { AT_HAND_SOUND_BUILDS } from "./at-hand-sound-builds";
import { AT_HAND_SOUND_HEALTH } from "./at-hand-sound-health";
import { AT_HAND_SOUND_STARTS } from "./at-hand-sound-starts";
import { AT_HAND_ALIKE_TOOLS } from "./at-hand-tools-alike";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";

const CONFIG = '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:acme/api.git\n';

const judged = (one: AtHandCase) =>
  inFolder({ ".git/config": CONFIG, ...one.files }, (folder) => {
    const code = new CodeAtHand(new Checkout(folder));
    const said = judgedProgram(resourcesOf("api", one), {}, undefined, (service, at) => code.of(service, at));
    return together(said);
  });

const BROKEN = [
  ...AT_HAND_BROKEN_SITES,
  ...AT_HAND_BROKEN_ROUTES,
  ...AT_HAND_BROKEN_STARTS,
  ...AT_HAND_BROKEN_BUILDS,
  ...AT_HAND_BROKEN_HEALTH,
];
const SOUND = [
  ...AT_HAND_ALIKE_ROUTES,
  ...AT_HAND_ALIKE_TOOLS,
  ...AT_HAND_SOUND_SITES,
  ...AT_HAND_SOUND_ROUTES,
  ...AT_HAND_SOUND_STARTS,
  ...AT_HAND_SOUND_BUILDS,
  ...AT_HAND_SOUND_HEALTH,
];

/** What no page of Render's decides. */
const OPEN = new Set(["a Dockerfile outside of the root directory"]);

describe("the gate, with a repository at hand as teams have it", () => {
  for (const one of BROKEN)
    it(`${OPEN.has(one.title) ? "leaves undecided" : "rejects"} ${one.title}`, () => {
      const { rejected, undecided } = judged(one);
      const [message = "", ...others] = rejected;
      if (OPEN.has(one.title)) {
        assert.deepEqual(rejected, []);
        assert.match(undecided, /outside of the root directory/);
        return;
      }
      assert.ok(message.includes(`(${one.rule})`), `${rejected.join("\n")}\n${undecided}`);
      assert.ok(message.includes(one.at ?? ""), message);
      assert.deepEqual(others, []);
    });

  for (const one of SOUND)
    it(`passes ${one.title}`, () => {
      const { rejected, advised, undecided } = judged(one);
      assert.deepEqual(rejected, []);
      assert.deepEqual(advised, []);
      if (one.undecided !== undefined) assert.match(undecided, one.undecided);
    });
});
