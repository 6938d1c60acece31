import assert from "node:assert/strict";
import type { Field, Fields, Problem } from "../../render/fields";
import { KINDS } from "../../render/resources";
import { OFFICIAL } from "./official-names";

/** As the bridge names it; sets and lists are in the plural. */
const bridged = (path: string): readonly string[] =>
  path
    .replaceAll(/(ip_allow_list|event_filter)/g, "$1s")
    .split(".")
    .map((part) => part.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));

/** The field at a path, through lists, maps and objects. */
function fieldAt(fields: Fields, [name = "", ...rest]: readonly string[]): Field | undefined {
  const found = fields[name];
  if (found === undefined || rest.length === 0) return found;
  let { shape } = found;
  while (shape.holds === "list" || shape.holds === "map") ({ shape } = shape.each);
  return shape.holds === "object" ? fieldAt(shape.fields, rest) : undefined;
}

const kinds = new Map(KINDS.map((kind) => [kind.token.replace(/.*:/, ""), kind]));

describe("The names of Render's own provider", () => {
  for (const [name, { inputs, outputs, values }] of Object.entries(OFFICIAL)) {
    it(`are all there: ${name}`, () => {
      const kind = kinds.get(name) ?? assert.fail(`there is no ${name}`);
      const missing = inputs.filter((path) => fieldAt(kind.fields, bridged(path)) === undefined);
      assert.deepEqual(missing, []);
      const all = { ...kind.fields, ...kind.outputs };
      assert.deepEqual(
        outputs.filter((path) => fieldAt(all, bridged(path)) === undefined && !(path in kind.computed)),
        [],
      );
      for (const [path, each] of Object.entries(values))
        for (const value of each) {
          const problems: Problem[] = [];
          fieldAt(kind.fields, bridged(path))?.accept(value, path, (problem) => problems.push(problem));
          assert.deepEqual(problems, [], `${path}: ${value}`);
        }
    });
  }

  it("are of every kind but the one that is ours alone", () => {
    assert.deepEqual(
      [...kinds.keys()].filter((name) => !(name in OFFICIAL)),
      // Environments apart from their project (#48).
      ["Environment"],
    );
  });
});
