import assert from "node:assert/strict";
import { adoptFolder } from "../../../audit";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

const service = (name: string, more = ""): string =>
  `  - { type: web, name: ${name}, runtime: node, startCommand: node ${name}.js, healthCheckPath: /h${more} }\n`;

const branches = (manifest: string) =>
  inFolder({ "render.yaml": `services:\n${manifest}` }, (folder) => {
    const [draft] = adoptFolder(folder).drafts({ ...ORIGIN, branch: "work" });
    return draft?.services.map(({ fields }) => {
      const { value, assumed } = fields.find(({ key }) => key === "branch") ?? {};
      return [value, assumed];
    });
  });

describe("The branch of an adopted service that names none", () => {
  it("is that of the other services of its manifest, and not the one that is checked out", () =>
    assert.deepEqual(branches(service("one", ", branch: main") + service("two")), [
      ["main", false],
      ["main", true],
    ]));

  it("is the one that is checked out, where they differ or are of another repository", () => {
    assert.deepEqual(
      branches(service("one", ", branch: main") + service("two", ", branch: next") + service("three"))?.[2],
      ["work", true],
    );
    assert.deepEqual(
      branches(service("one", ", branch: main, repo: https://github.com/acme/other") + service("two"))?.[1],
      ["work", true],
    );
  });
});
