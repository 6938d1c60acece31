import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { secondPackageAdvice } from "../../engine/second-package";
import { version } from "../../package.json";

const SECOND = `portcullis-rehearsal-${version}.tgz`;

/** What is said where the files are there, in their folder's words. */
interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string | object>>;
  /** Where the package is. @default infra/node_modules/portcullis */
  readonly own?: string;
  /** Where the command is typed. @default infra */
  readonly folder?: string;
  readonly typed?: readonly string[];
  /** `%` is the folder around all. */
  readonly said: string;
}

const OWN = "infra/node_modules/portcullis";
const named = (specifier: string, more: Readonly<Record<string, string>> = {}) => ({
  [`${OWN}/package.json`]: { name: "portcullis", version },
  "infra/package.json": { dependencies: { portcullis: specifier, ...more } },
});
const TARBALL = named(`file:../portcullis-${version}.tgz`);

const CASES: readonly Case[] = [
  {
    title: "of a tarball, with the second beside it",
    files: { ...TARBALL, [SECOND]: "" },
    said: `type \`npm install --save-dev ../${SECOND}\`.`,
  },
  {
    title: "of a tarball, typed in another folder",
    files: { ...TARBALL, [SECOND]: "" },
    folder: ".",
    said: `type \`cd infra && npm install --save-dev ../${SECOND}\`.`,
  },
  {
    title: "of a tarball that is there alone",
    files: TARBALL,
    said:
      `make its tarball in a checkout of portcullis by \`npm pack --workspace rehearsal --pack-destination %\`, ` +
      `then type \`npm install --save-dev ../${SECOND}\`.`,
  },
  {
    title: "of a tarball that has another name",
    files: { ...named("file:../gate.tgz"), [SECOND]: "" },
    said: `type \`npm install --save-dev ../${SECOND}\`.`,
  },
  {
    title: "of a tarball in a folder whose name a shell would split",
    files: { ...named(`file:../my packages/portcullis-${version}.tgz`), [`my packages/${SECOND}`]: "" },
    said: `type \`npm install --save-dev '../my packages/${SECOND}'\`.`,
  },
  {
    title: "of a tarball of an address",
    files: named(`https://files.acme.test/portcullis-${version}.tgz`),
    said: `type \`npm install --save-dev https://files.acme.test/${SECOND}\`.`,
  },
  {
    title: "of a registry",
    files: named("^0.1.0"),
    said: `type \`npm install --save-dev portcullis-rehearsal@${version}\`.`,
  },
  {
    title: "of git, whose folders no package manager installs",
    files: named("github:acme/portcullis"),
    said:
      "make its tarball in a checkout of portcullis by `npm pack --workspace rehearsal --pack-destination %/infra`, " +
      `then type \`npm install --save-dev ./${SECOND}\`.`,
  },
  {
    title: "that package.json names, and that is not installed",
    files: named(`file:../portcullis-${version}.tgz`, { "portcullis-rehearsal": `file:../${SECOND}` }),
    said: "type `npm install --include=dev`: package.json names it.",
  },
  {
    title: "that package.json names beside pnpm's lock file",
    files: {
      ...named(`file:../portcullis-${version}.tgz`, { "portcullis-rehearsal": `file:../${SECOND}` }),
      "infra/pnpm-lock.yaml": "",
    },
    said: "type `pnpm install --dev`: package.json names it.",
  },
  {
    title: "of a package of the whole machine",
    files: { "lib/node_modules/portcullis/package.json": { name: "portcullis", version }, [SECOND]: "" },
    own: "lib/node_modules/portcullis",
    folder: ".",
    said: `type \`npm install --global ./${SECOND}\`.`,
  },
  ...(
    [
      ["pnpm-lock.yaml", `pnpm add --save-dev ../${SECOND}`],
      ["yarn.lock", `yarn add --dev portcullis-rehearsal@file:../${SECOND}`],
      ["bun.lock", `bun add --dev ../${SECOND}`],
    ] as const
  ).map(([lock, command]) => ({
    title: `of a project with ${lock}`,
    files: { ...TARBALL, [SECOND]: "", [`infra/${lock}`]: "" },
    said: `type \`${command}\`.`,
  })),
  {
    title: "of a tarball that npx was given",
    files: {
      "npx/_npx/06e2/node_modules/portcullis/package.json": { name: "portcullis", version },
      "npx/_npx/06e2/package.json": {
        dependencies: { portcullis: `file:../../../portcullis-${version}.tgz` },
      },
      [SECOND]: "",
    },
    own: "npx/_npx/06e2/node_modules/portcullis",
    folder: ".",
    typed: ["engine", "--doctor"],
    said: `type \`npx --yes --package ./portcullis-${version}.tgz --package ./${SECOND} portcullis engine --doctor\`.`,
  },
  {
    title: "of a registry, by npx",
    files: {
      "npx/_npx/06e2/node_modules/portcullis/package.json": { name: "portcullis", version },
      "npx/_npx/06e2/package.json": { dependencies: { portcullis: "^0.1.0" } },
    },
    own: "npx/_npx/06e2/node_modules/portcullis",
    folder: ".",
    typed: ["review", "it's"],
    said: `type \`npx --yes --package portcullis@${version} --package portcullis-rehearsal@${version} portcullis review 'it'\\''s'\`.`,
  },
  {
    title: "of a checkout",
    files: { "checkout/package.json": { name: "portcullis", version } },
    own: "checkout",
    folder: ".",
    said: "type `cd checkout && npm install`.",
  },
];

describe("What is typed for the second package", () => {
  let root: string;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), "portcullis-second-")));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  for (const { title, files, own = OWN, folder = "infra", typed = ["rehearse"], said } of CASES) {
    it(`is said ${title}`, () => {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), typeof text === "string" ? text : JSON.stringify(text));
      }
      const place = { own: path.join(root, own), folder: path.join(root, folder), typed };
      assert.equal(secondPackageAdvice(place), said.replaceAll("%", root));
    });
  }
});
