import assert from "node:assert/strict";
import path from "node:path";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";
import { adoptedServices } from "./adopted-services";
import { IMAGES } from "./shapes/images";
import { MANIFESTS } from "./shapes/manifests";

/** A service with the folder's own name, which is another one each time, is `ROOT`. */
const adoptedIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(adoptedServices(folder)).map(([key, line]) => [
      key === path.basename(folder) ? "ROOT" : key,
      line,
    ]),
  );

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
