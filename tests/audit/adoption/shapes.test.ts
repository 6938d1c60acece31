import assert from "node:assert/strict";
import path from "node:path";
import { adoptFolder, auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";
import { IMAGES } from "./shapes/images";
import { MANIFESTS } from "./shapes/manifests";

const ORIGIN = { repository: "https://github.com/acme/shop", remote: "origin", branch: "main", folder: "" };
const KEYS = [
  "rootDirectory",
  "runtime",
  "dockerfile",
  "dockerContext",
  "build",
  "preDeploy",
  "start",
  "port",
];

const adoptedIn = (folder: string): Readonly<Record<string, string>> => {
  const drafts = adoptFolder(folder).drafts(ORIGIN);
  const draft = drafts.find(({ environment }) => environment === "production");
  const lines = (draft?.services ?? []).map(({ key, kind, fields }) => {
    const values = KEYS.flatMap((name) => {
      const field = fields.find((each) => each.key === name);
      return field === undefined ? [] : [`${name}=${field.value}`];
    });
    return [key === path.basename(folder) ? "ROOT" : key, [kind, ...values].join(" ")];
  });
  return Object.fromEntries(lines);
};

// Written before adopt and audit were run on them: 8 of 12 were right in the first run (29 November 2026).
for (const [kind, shapes] of [
  ["images", IMAGES],
  ["manifests", MANIFESTS],
] as const) {
  describe(`a repository that ${kind} describe`, () => {
    for (const { what, files, adopted, errors } of shapes) {
      it(`is adopted and audited: ${what}`, () =>
        inFolder(files, (folder) => {
          const { findings } = auditFolder(folder);
          const found = findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
          assert.deepEqual({ adopted: adoptedIn(folder), errors: [...new Set(found)] }, { adopted, errors });
        }));
    }
  });
}
