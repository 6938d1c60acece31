import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { linkPackages } from "./linked-packages";
import { REPOSITORIES, writeRepository } from "./written-repositories";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");

interface Rehearsed {
  readonly environments: readonly {
    readonly stack: string;
    readonly result: string;
    readonly detail: string;
    readonly checks: readonly unknown[];
    readonly logs?: readonly unknown[];
  }[];
}

/** By what a repository installs its packages with, and what it consists of: minutes, so not among the tests of `npm test`. */
describe("Templates, written small,", function () {
  this.timeout(15 * 60_000);

  for (const [name, repository] of Object.entries(REPOSITORIES)) {
    it(`${name} is adopted and rehearsed`, () => {
      const parent = mkdtempSync(path.join(tmpdir(), "portcullis-repository-"));
      try {
        const folder = path.join(parent, "shop");
        writeRepository(repository, folder);
        const portcullis = (...words: readonly string[]): SpawnSyncReturns<string> =>
          spawnSync(process.execPath, [ENTRY, ...words], {
            cwd: folder,
            encoding: "utf8",
            env: { ...process.env, NO_COLOR: "1" },
          });
        const adopted = portcullis("adopt");
        assert.equal(adopted.status, 0, adopted.stdout + adopted.stderr);
        linkPackages(path.join(folder, "infra"));
        const { stdout, stderr } = portcullis("rehearse", "--json");
        assert.ok(stdout.startsWith("{"), stderr);
        const { environments } = JSON.parse(stdout) as Rehearsed;
        assert.ok(environments.length > 0);
        for (const environment of environments)
          assert.equal(environment.result, repository.result, JSON.stringify(environment, null, 2));
      } finally {
        rmSync(parent, { recursive: true, force: true });
      }
    });
  }
});
