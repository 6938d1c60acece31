import assert from "node:assert/strict";
import { notesOf } from "../../../cli/adopt/notes";
import { inFolder } from "../../audit/written-folder";

const PACKAGES = ["portcullis", "portcullis-rehearsal"];
const MANIFEST = JSON.stringify({
  devDependencies: Object.fromEntries(PACKAGES.map((name) => [name, `file:${name}-0.1.0.tgz`])),
});
const whole = PACKAGES.map((name) => `  ${name}@file:${name}-0.1.0.tgz: {}\n`).join("");

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
          const notes = notesOf({
            ...{ folder, output: `${folder}/infra`, others: [] },
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
