import assert from "node:assert/strict";
import fc from "fast-check";
import { parse, stringify } from "smol-toml";
import { TomlTree } from "../../../../audit/readers/syntax/toml";
import { nodeAt } from "../../../../audit/readers/syntax/tree";

const TEXT = `# a comment with = and [
title = "a = [b]" # more
"quoted.key" = 1
a . b = { c = 1, d = [2] }
list = [
  "x", # ]
  "y",
]
long = """
z = 1
\\""" """
raw = '''
q = 2'''

[table]
k = 1
  [table.inner]
  k = 2

[[many]]
k = 3
[[many.deep]]
k = 4
[many.one]
k = 5
[[many]]
k = 6
[[many.deep]]
k = 7
`;

/** The node at a path of keys and indices. */
function at(tree: TomlTree, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (typeof key === "number" ? tree.items(node)[key] : tree.value(node, key)),
    tree.root,
  );
}

function treeOf(text: string): TomlTree {
  const tree = TomlTree.parse({ path: "a.toml", text });
  assert.ok(tree instanceof TomlTree, text);
  return tree;
}

describe("the TOML tree", () => {
  const tree = treeOf(TEXT);
  for (const [path, line, column] of [
    [["title"], 2, 9],
    [["quoted.key"], 3, 16],
    [["a", "b"], 4, 9],
    [["list"], 5, 8],
    [["long"], 9, 8],
    [["raw"], 12, 7],
    [["table"], 15, 1],
    [["table", "k"], 16, 5],
    [["table", "inner", "k"], 18, 7],
    [["many", 0], 20, 1],
    [["many", 0, "deep", 0, "k"], 23, 5],
    [["many", 0, "one", "k"], 25, 5],
    [["many", 1, "k"], 27, 5],
    [["many", 1, "deep", 0, "k"], 29, 5],
  ] as const) {
    it(`finds ${path.join(".")}`, () =>
      assert.deepEqual(tree.place(at(tree, path)), { source: "file", file: "a.toml", line, column }));
  }

  it("takes nothing within a string for a key", () => {
    const keys = tree.entries(tree.root).map(({ key }) => key);
    assert.deepEqual(keys.toSorted(), Object.keys(parse(TEXT)).toSorted());
  });

  it("gives what stands in an inline table or a list its own place", () => {
    const node = nodeAt(tree, tree.root, "a", "b", "c");
    assert.deepEqual(
      [tree.text(node), tree.place(node)],
      ["1", { source: "file", file: "a.toml", line: 4, column: 15 }],
    );
    assert.deepEqual(tree.place(at(tree, ["list", 1])), {
      source: "file",
      file: "a.toml",
      line: 7,
      column: 3,
    });
  });

  it("says where a file is no TOML", () => {
    assert.deepEqual(TomlTree.parse({ path: "a.toml", text: "a = 1\nb = \n" }), { line: 2 });
  });

  it("finds every value that the parser does", () => {
    const key = fc.string({
      minLength: 1,
      maxLength: 4,
      unit: fc.constantFrom("a", "b", ".", " ", '"', "'", "#", "="),
    });
    const scalar = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", '"', "'", "\n", "\\", "#", "[", "=") }),
      fc.boolean(),
    );
    const table = fc.letrec((tie) => ({
      table: fc.dictionary(
        key,
        fc.oneof(
          { maxDepth: 3 },
          scalar,
          tie("table"),
          fc.array(tie("table"), { minLength: 1, maxLength: 2 }),
        ),
        {
          maxKeys: 3,
        },
      ),
    })).table;
    fc.assert(
      fc.property(table, (value) => {
        const text = stringify(value);
        const found = treeOf(text);
        const scalarsOf = (from: unknown, path: readonly (string | number)[]): void => {
          if (typeof from !== "object" || from === null) {
            const node = at(found, path);
            const place = found.place(node);
            const [line, column] = place.source === "file" ? [place.line ?? 0, place.column ?? 1] : [0, 1];
            const before = text.split("\n")[line - 1]?.slice(0, column - 1) ?? "";
            assert.match(before, /=\s*$/, `${path.join()} in\n${text}`);
            assert.equal(found.text(node), String(from));
            return;
          }
          for (const [name, part] of Object.entries(from)) {
            scalarsOf(part, [...path, Array.isArray(from) ? Number(name) : name]);
          }
        };
        scalarsOf(parse(text), []);
      }),
      { numRuns: 500 },
    );
  });

  it("ends for any text", () => {
    const piece = fc.constantFrom("[", "]", "a", "=", '"', "'", '"""', "\n", "#", ".", "\\", "{", "}");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const read = TomlTree.parse({ path: "a.toml", text: pieces.join("") });
        return read instanceof TomlTree || typeof read === "object";
      }),
      { numRuns: 2000 },
    );
  });
});
