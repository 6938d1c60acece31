import assert from "node:assert/strict";
import fc from "fast-check";
import { parse, stringify } from "smol-toml";
import { TomlTree } from "../../../../audit/readers/syntax/toml";
import { pathKey, tomlPositions } from "../../../../audit/readers/syntax/toml-positions";
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

describe("the TOML tree", () => {
  const positions = tomlPositions(TEXT);
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
    it(`finds ${path.join(".")}`, () => assert.deepEqual(positions.get(pathKey(path)), { line, column }));
  }

  it("takes nothing within a string for a key", () => {
    const value = parse(TEXT);
    const keys = [...positions.keys()].map((key) => (JSON.parse(key) as unknown[])[0]);
    assert.deepEqual([...new Set(keys)].toSorted(), Object.keys(value).toSorted());
  });

  it("gives what stands in an inline table the place of that table", () => {
    const tree = TomlTree.parse({ path: "a.toml", text: TEXT });
    assert.ok(tree instanceof TomlTree);
    const node = nodeAt(tree, tree.root, "a", "b", "c");
    assert.deepEqual(
      [tree.text(node), tree.place(node)],
      ["1", { source: "file", file: "a.toml", line: 4, column: 9 }],
    );
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
        const found = tomlPositions(text);
        const scalarsOf = (from: unknown, path: readonly (string | number)[]): void => {
          if (typeof from !== "object" || from === null) {
            const at = found.get(pathKey(path));
            const line = text.split("\n")[(at?.line ?? 0) - 1] ?? "";
            assert.match(line.slice(0, (at?.column ?? 1) - 1), /=\s*$/, `${pathKey(path)} in\n${text}`);
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
        TomlTree.parse({ path: "a.toml", text: pieces.join("") });
        return tomlPositions(pieces.join("")) instanceof Map;
      }),
      { numRuns: 2000 },
    );
  });
});
