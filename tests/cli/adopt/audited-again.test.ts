import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inFolder } from "../../audit/written-folder";
import { typedIn } from "../typed-here";
import type { AdoptedRepository } from "./audited/adopted-repository";
import { IMAGES } from "./audited/images";
import { MONOREPOS } from "./audited/monorepos";
import { NODE_REPOSITORIES } from "./audited/node";
import { OTHER_REPOSITORIES } from "./audited/others";
import { PYTHON_REPOSITORIES } from "./audited/python";

interface Audited {
  readonly findings: readonly {
    readonly severity: string;
    readonly rule: string;
    readonly file: string | null;
    readonly line: number | null;
    readonly message: string;
  }[];
  readonly services: readonly { readonly name: string; readonly folder: string }[];
}

async function audited(folder: string, within: string): Promise<Audited> {
  const { stdout, stderr } = await typedIn(folder, "audit", within, "--json");
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout) as Audited;
}

/** A line of a stack file is whatever adopt writes: its number says nothing. */
const told = ({ findings }: Audited): readonly string[] =>
  findings
    .map(({ severity, rule, file, line }) => {
      const isStack = /(?:^|\/)Pulumi\.[^/]+\.yaml$/.test(file ?? "");
      return `${severity} ${rule} ${file}${line === null || isStack ? "" : `:${line}`}`;
    })
    .sort();

const messagesOf = ({ findings }: Audited): string =>
  findings.map(({ rule, file, line, message }) => `${rule} ${file}:${line}: ${message}`).join("\n");

function write(folder: string, files: AdoptedRepository["files"]): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

const CHECKOUT = {
  ".git/HEAD": "ref: refs/heads/main\n",
  ".git/config": '[remote "origin"]\n\turl = https://github.com/acme/shop.git\n',
};

/** Two audits of one repository, between them `adopt`. */
function beforeAndAfter(
  { files, folder: within = ".", options = [], afterwards = {} }: AdoptedRepository,
  checkout: AdoptedRepository["files"],
) {
  return inFolder({ ...files, ...checkout }, async (folder) => {
    const before = await audited(folder, within);
    const { status, stderr } = await typedIn(folder, "adopt", within, ...options);
    assert.equal(status, 0, stderr);
    write(folder, afterwards);
    return { before, after: await audited(folder, within) };
  });
}

const ALL = [
  ["Node", NODE_REPOSITORIES],
  ["Python", PYTHON_REPOSITORIES],
  ["Another language", OTHER_REPOSITORIES],
  ["A monorepo", MONOREPOS],
  ["An image", IMAGES],
] as const;

describe("An audit after adopt finds what it found before", function () {
  this.timeout(60_000);

  for (const [what, repositories] of ALL)
    for (const repository of repositories)
      for (const [where, checkout] of [
        ["", CHECKOUT],
        [", without a remote", {}],
      ] as const)
        it(`${what}: ${repository.name}${where}`, async () => {
          const { before, after } = await beforeAndAfter(repository, checkout);
          const { finds = [], adds = [], moves = {}, declares = [] } = repository;
          assert.deepEqual(told(before), [...finds].sort(), messagesOf(before));
          const moved = finds.map((line) =>
            Object.entries(moves).reduce((text, [from, to]) => text.replace(from, to), line),
          );
          const expected = [...moved, ...adds].sort();
          assert.deepEqual(told(after), expected, messagesOf(after));
          const named = ({ services }: Audited) => services.map(({ name, folder }) => `${name} ${folder}`);
          assert.deepEqual(named(after), [...named(before), ...declares]);
        });
});
