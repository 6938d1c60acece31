import assert from "node:assert/strict";
import { YamlTree } from "../../../../audit/readers/syntax/yaml";

const treeOf = (text: string) => YamlTree.parse({ path: "a.yml", text });

function merged(text: string): readonly string[] {
  const tree = treeOf(text);
  assert.ok(tree instanceof YamlTree);
  return tree.mergedEntries(tree.value(tree.root, "z")).map(({ key, value }) => `${key}=${tree.text(value)}`);
}

describe("the YAML tree", () => {
  for (const [what, text, expected] of [
    ["a mapping's own keys before merged ones", "a: &a { k: 1, l: 2 }\nz: { <<: *a, k: 3 }", ["k=3", "l=2"]],
    [
      "the first of a list of mappings",
      "a: &a { k: 1 }\nb: &b { k: 2, l: 2 }\nz: { <<: [*a, *b] }",
      ["k=1", "l=2"],
    ],
    ["merges of merges", "a: &a { k: 1 }\nb: &b { <<: *a }\nz: { <<: *b }", ["k=1"]],
    [
      "the last anchor of a name before its alias",
      "a: &a { k: 1 }\nb: &a { k: 2 }\nz: *a\nc: &a {}",
      ["k=2"],
    ],
    ["a mapping that merges itself", "z: &z { <<: *z, k: 1 }", ["k=1"]],
  ] as const) {
    it(`takes ${what}`, () => assert.deepEqual(merged(text), expected));
  }

  it("gives the line of a key that stands twice, but not of two merges", () => {
    assert.deepEqual(treeOf("a: 1\nb:\n  c: 1\n  c: 2\n"), {
      line: 4,
      reason:
        "the key `c` is there a second time, after line 3: some tools refuse the file, others take the last value; remove one of the two",
    });
    assert.ok(treeOf("a: &a {}\nb: { <<: *a, <<: *a }\n") instanceof YamlTree);
  });

  it("takes a mapping of 100,000 keys", () => {
    assert.ok(treeOf(Array.from({ length: 100_000 }, (_, at) => `k${at}:\n`).join("")) instanceof YamlTree);
  });

  it("follows aliases until they stand for too much, and says so", () => {
    const tree = treeOf(
      `a: &a "${"x".repeat(100_000)}"\nb: [${Array.from({ length: 200 }, () => "*a").join(", ")}]\n`,
    );
    assert.ok(tree instanceof YamlTree);
    assert.deepEqual(tree.problems, []);
    const texts = tree.items(tree.value(tree.root, "b")).map((item) => tree.text(item));
    assert.deepEqual([texts[0]?.length, texts.at(-1), tree.problems.length], [100_000, undefined, 1]);
  });
});
