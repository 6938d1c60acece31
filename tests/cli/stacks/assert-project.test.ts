import assert from "node:assert/strict";
import { assertProject } from "../../../cli/stacks/assert-project";
import { inFolder } from "../../audit/written-folder";

const PROJECT = {
  "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
  "package.json": "{}\n",
  ...Object.fromEntries(
    ["pulumi", "policy"].map((name) => [
      `node_modules/@pulumi/${name}/package.json`,
      `{ "name": "@pulumi/${name}", "version": "3.0.0" }\n`,
    ]),
  ),
};

describe("What a command on stacks asks of a project", () => {
  for (const [what, text] of [
    ["no stack has extensions", "config:\n  portcullis:database: { host: db.acme.com, role: app }\n"],
    ["a stack file cannot be read", "config: [\n"],
  ] as const)
    it(`is no package for extensions where ${what}`, () =>
      inFolder({ ...PROJECT, "Pulumi.production.yaml": text }, (folder) => assertProject(folder)));

  for (const [what, text] of [
    ["the stack's database", "portcullis:database: { extensions: [vector] }"],
    ["one of several databases", "portcullis:databases: { main: {}, search: { extensions: [vector] } }"],
  ] as const)
    it(`is the package for extensions where ${what} has some`, () =>
      inFolder({ ...PROJECT, "Pulumi.production.yaml": `config:\n  ${text}\n` }, (folder) =>
        assert.throws(
          () => assertProject(folder),
          /^CommandError: the project lacks @pulumi\/postgresql: type `npm install @pulumi\/postgresql@\^/,
        ),
      ));
});
