import assert from "node:assert/strict";
import { type Audit, auditFolder, READERS } from "../../audit";
import { repeatAndRun } from "../saved-seeds";
import { READ_NAMES, READER_PROPERTIES } from "./readers-any-bytes";
import { inFolder } from "./written-folder";

/** What makes parsers recurse, expand or look far ahead. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ["is empty", ""],
  ["is one mark", "\uFEFF"],
  ["nests 50,000 deep", "[".repeat(50_000)],
  ["nests 50,000 calls deep", "f(".repeat(50_000)],
  ["nests 400 blocks deep", Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ["is a value of 800,000 letters", `API_KEY=your-api-key-${"X".repeat(800_000)}\nenv:\n`],
  ["is one line of half a megabyte", `PORT=${"$".repeat(500_000)}`],
  ["is a key of 100,000 parts", `${"a.".repeat(100_000)}a = 1\n[${"b.".repeat(30_000)}b]\n`],
  ["has a quote that never ends", `services: "${"\\".repeat(100_000)}`],
  [
    "has 2,000 aliases of 5,000 variables",
    [
      `x: &x { ${Array.from({ length: 5000 }, (_, at) => `A${at}: 1`).join(", ")} }`,
      "services:",
      ...Array.from({ length: 1000 }, (_, at) => `  s${at}: { environment: *x }`),
      "jobs:",
      ...Array.from({ length: 1000 }, (_, at) => `  j${at}: { env: *x }`),
    ].join("\n"),
  ],
  ["is a mapping of 20,000 keys", Array.from({ length: 20_000 }, (_, at) => `k${at}:\n`).join("")],
  [
    "has 10,000 aliases",
    `x: &x { env: { A: 1 } }\nservices:\n${Array.from({ length: 10_000 }, (_, at) => `  s${at}: *x\n`).join("")}`,
  ],
  [
    "has aliases that explode",
    [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefghi".split("").map((name, index) => {
        const before = "abcdefghi"[index];
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(",")}]`;
      }),
      "services: *i",
    ].join("\n"),
  ],
];

const readBy = (name: string, content: string | Buffer): Audit["files"] =>
  inFolder({ [name]: content }, (folder) => auditFolder(folder).files);

describe("a placeholder of half a megabyte", () => {
  it("is quoted by its beginning", () => {
    const line = `API_KEY=your-api-key-${"X".repeat(500_000)}\n`;
    const { findings } = inFolder({ ".env.production": line, Procfile: "web: node a.js\n" }, (folder) =>
      auditFolder(folder),
    );
    const [found] = findings.filter(({ rule }) => rule === "environment/placeholder");
    assert.match(found?.got ?? "", /^the placeholder `your-api-key-X+…`$/);
    assert.ok(JSON.stringify(found).length < 2_000);
  });
});

describe("any bytes in a file that the audit reads", function () {
  this.timeout(10 * 60_000);

  it("reach every reader", () => {
    const unread = READERS.filter((reader) => !READ_NAMES.some((name) => reader.accepts(name)));
    assert.deepEqual(
      unread.map(({ name }) => name),
      [],
    );
  });

  for (const one of READER_PROPERTIES) {
    const { name } = one;
    it(`make no reader fail: ${name}`, () => repeatAndRun(one));
  }

  for (const name of READ_NAMES) {
    it(`end in facts or a problem where the file is hostile: ${name}`, () => {
      for (const [title, content] of HOSTILE) assert.equal(readBy(name, content).length, 1, title);
    });
  }
});
