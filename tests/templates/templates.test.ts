import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { linkPackages } from "./linked-packages";
import { rejectedBy } from "./reviewed";
import { TEMPLATES, Template } from "./template";

const BIN = path.join(__dirname, "../../bin/portcullis.js");

/** Reviewed on the real engine here; all are by `npm run test:templates`, from the packed packages. */
const REVIEWED: readonly string[] = ["django", "nextjs"];

describe("Repositories after the field's common templates", function () {
  this.timeout(30 * 60_000);

  for (const name of TEMPLATES) {
    describe(name, () => {
      let folder: string;
      let template: Template;
      let adopted: SpawnSyncReturns<string>;

      const portcullis = (...words: readonly string[]): SpawnSyncReturns<string> =>
        spawnSync(process.execPath, [BIN, ...words], {
          cwd: template.repository,
          encoding: "utf8",
          env: { ...process.env, NO_COLOR: "1" },
        });

      before(() => {
        folder = mkdtempSync(path.join(tmpdir(), "portcullis-template-"));
        template = new Template(name, folder);
        adopted = portcullis("adopt");
      });

      after(() => rmSync(folder, { recursive: true, force: true }));

      it("is adopted with all its services, values and stacks, and no secret", () => {
        assert.equal(adopted.status, 0, adopted.stderr);
        template.assertAdopted(adopted.stdout);
      });

      if (!REVIEWED.includes(name)) return;

      it("is rejected for its own fault, and passes once that is mended", () => {
        linkPackages(template.project);
        const rejected = (words: readonly string[]) => rejectedBy(portcullis("review", "--json", ...words));
        // One stack of it: a preview takes seconds, and rehearsed.ts reviews all.
        const [faulty] =
          Object.entries(template.expected.rejected).find(([, policies]) => policies.length > 0) ?? [];
        assert.ok(faulty !== undefined);
        assert.deepEqual(rejected([faulty]), { [faulty]: template.expected.rejected[faulty] });
        template.mend();
        assert.deepEqual(rejected([faulty]), { [faulty]: [] });
      });
    });
  }
});
