import assert from "node:assert/strict";
import fc from "fast-check";
import { type Audit, auditFolder, READERS } from "../../audit";
import { inFolder } from "./written-folder";

/** One name for each format; those that no reader takes yet are walked past. */
const NAMES = [
  ".env.production",
  "Dockerfile",
  "render.yaml",
  "docker-compose.yml",
  "Procfile",
  "main.py",
  "server.js",
  "server.ts",
  "package.json",
  "fly.toml",
  "railway.json",
  "app.json",
  "Pulumi.staging.yaml",
  "schema.prisma",
  ".github/workflows/deploy.yml",
];

/** What makes parsers recurse, expand or look far ahead. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ["is empty", ""],
  ["is one mark", "\uFEFF"],
  ["nests 50,000 deep", "[".repeat(50_000)],
  ["nests 50,000 calls deep", "f(".repeat(50_000)],
  ["nests 400 blocks deep", Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ["is one line of half a megabyte", `PORT=${"$".repeat(500_000)}`],
  ["has a quote that never ends", `services: "${"\\".repeat(100_000)}`],
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

describe("any bytes in a file that the audit reads", function () {
  this.timeout(60_000);

  for (const name of NAMES.filter((candidate) => READERS.some((reader) => reader.accepts(candidate)))) {
    it(`make no reader fail: ${name}`, () => {
      const content = fc.oneof(
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
        fc.string({ unit: "binary" }),
      );
      fc.assert(
        fc.property(content, (bytes) => {
          const problems = readBy(name, bytes).flatMap((file) => file.problems);
          const failed = problems.filter(({ reason }) => /^the reader .* failed/.test(reason));
          assert.deepEqual(failed, []);
        }),
        { numRuns: 60 },
      );
    });

    it(`end in facts or a problem where the file is hostile: ${name}`, () => {
      for (const [title, content] of HOSTILE) assert.equal(readBy(name, content).length, 1, title);
    });
  }
});
