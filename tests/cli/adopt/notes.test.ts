import assert from "node:assert/strict";
import path from "node:path";
import { notesOf } from "../../../cli/adopt/notes";
import { inFolder } from "../../audit/written-folder";

const PACKAGES = ["portcullis", "portcullis-rehearsal"];
const MANIFEST = JSON.stringify({
  devDependencies: Object.fromEntries(PACKAGES.map((name) => [name, `file:${name}-0.1.0.tgz`])),
});
const whole = PACKAGES.map((name) => `  ${name}@file:${name}-0.1.0.tgz: {}\n`).join("");

/** What adopt says of a checkout besides its values. */
function notesIn(folder: string): string {
  return notesOf({
    ...{ folder, output: path.join(folder, "infra"), others: [], drafts: [] },
    checkout: {
      isThere: true,
      remote: "origin",
      repository: "https://git.test/acme/shop",
      root: folder,
      branch: "main",
      folder: "",
    },
    installed: PACKAGES.map((name) => ({ name, specifier: "0.1.0" })),
  }).join("\n");
}

describe("A lock file of another package manager than the one that installed portcullis", () => {
  for (const [file, lock, asked] of [
    ["pnpm-lock.yaml", "importers:\n  .:\n    devDependencies: {}\n", "pnpm install"],
    ["pnpm-lock.yaml", "packages:\n  portcullis@file:portcullis-0.1.0.tgz: {}\n", "pnpm install"],
    ["yarn.lock", "# yarn lockfile v1\n", "yarn install"],
    ["bun.lock", "{}", "bun install"],
    ["pnpm-lock.yaml", whole, undefined],
    ["package-lock.json", "{}", undefined],
  ] as const) {
    const what = `${file} of ${lock.length} letters`;
    it(
      asked === undefined ? `has nothing to add: ${what}` : `is brought up to date by \`${asked}\`: ${what}`,
      () =>
        inFolder({ "package.json": MANIFEST, [file]: lock }, (folder) => {
          const notes = notesIn(folder);
          if (asked === undefined) assert.equal(notes, "");
          else
            assert.match(
              notes,
              new RegExp(`portcullis-rehearsal, and ${file} does not, .* type \`${asked}\``),
            );
        }),
    );
  }
});

describe("Packages that are installed into a repository of another language", () => {
  const INSTALLED = { "node_modules/portcullis/package.json": "{}" };
  for (const [what, files, asked] of [
    ["no .gitignore", {}, "echo node_modules/ >> "],
    [
      "a .gitignore of other names",
      { ".gitignore": "*.pyc\n/old/node_modules/\n" },
      "echo node_modules/ >> ",
    ],
    ["a last line without an end", { ".gitignore": "*.pyc" }, "printf '\\nnode_modules/\\n' >> "],
    [
      "a .gitignore that takes them again",
      { ".gitignore": "node_modules/\n!node_modules/\n" },
      "echo node_modules/ >> ",
    ],
    ["their name", { ".gitignore": "node_modules\n" }, undefined],
    ["their path", { ".gitignore": "/node_modules/\n" }, undefined],
    ["the clone's own list", { ".git/info/exclude": "node_modules/\n" }, undefined],
    ["a list in the folder itself", { "node_modules/.gitignore": "*\n" }, undefined],
  ] as const)
    it(`${asked === undefined ? "are left out by git" : "are named, with what to type"}: ${what}`, () =>
      inFolder({ ...INSTALLED, ...files }, (folder) => {
        const notes = notesIn(folder);
        if (asked === undefined) assert.equal(notes, "");
        else {
          const list = path.relative(process.cwd(), path.join(folder, ".gitignore"));
          assert.ok(notes.includes(`type \`${asked}${list}\``), notes);
        }
      }));

  it("are nothing to say where none are installed", () =>
    inFolder({ "main.py": "" }, (folder) => assert.equal(notesIn(folder), "")));
});
