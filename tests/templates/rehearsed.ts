import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { InstalledFolder, pack, type Tarballs } from "../package/installed-folder";
import { rejectedBy } from "./reviewed";
import { TEMPLATES, Template } from "./template";

interface Rehearsed {
  readonly environments: readonly { readonly stack: string; readonly result: string }[];
}

/** As a user has it, in minutes a template: not among the tests of `npm test`. */
describe("Templates, from the packed packages,", function () {
  this.timeout(30 * 60_000);

  let tarballs: Tarballs;

  before(() => {
    tarballs = pack();
  });

  after(() => rmSync(tarballs.folder, { recursive: true, force: true }));

  for (const name of TEMPLATES) {
    describe(name, () => {
      let folder: string;
      let template: Template;
      let installed: InstalledFolder;

      before(() => {
        folder = mkdtempSync(path.join(tmpdir(), "portcullis-rehearsed-"));
        template = new Template(name, folder);
        const git = (...words: readonly string[]): void => {
          const run = spawnSync("git", words, { cwd: template.repository, encoding: "utf8" });
          assert.equal(run.status, 0, run.stderr);
        };
        git("init", "--quiet");
        git("add", "--all");
        for (const file of [tarballs.portcullis, tarballs.rehearsal])
          copyFileSync(file, path.join(template.repository, path.basename(file)));
        installed = new InstalledFolder(template.project);
      });

      after(() => rmSync(folder, { recursive: true, force: true }));

      /** As the README has it. */
      const adopt = (): SpawnSyncReturns<string> => {
        const packages = [tarballs.portcullis, tarballs.rehearsal].flatMap((file) => [
          "--package",
          `./${path.basename(file)}`,
        ]);
        return spawnSync("npx", ["--yes", ...packages, "portcullis", "adopt", "."], {
          cwd: template.repository,
          encoding: "utf8",
          env: { ...process.env, NO_COLOR: "1", npm_config_cache: path.join(tarballs.folder, "npm") },
        });
      };
      const succeeded = ({ status, stdout, stderr }: SpawnSyncReturns<string>): string => {
        assert.equal(status, 0, `${stdout}\n${stderr}`);
        return stdout;
      };

      it("is adopted, rejected for its own fault, mended, and verified in every environment", () => {
        template.assertAdopted(succeeded(adopt()));
        assert.ok(!existsSync(path.join(template.repository, "node_modules")));
        installed.install();
        assert.deepEqual(rejectedBy(installed.portcullis(["review", "--json"])), template.expected.rejected);
        template.mend();
        template.doAsAsked();
        const { environments } = JSON.parse(
          succeeded(installed.portcullis(["rehearse", "--json"])),
        ) as Rehearsed;
        assert.deepEqual(
          Object.fromEntries(environments.map(({ stack, result }) => [stack, result])),
          Object.fromEntries(Object.keys(template.expected.stacks).map((stack) => [stack, "verified"])),
        );
      });
    });
  }
});
