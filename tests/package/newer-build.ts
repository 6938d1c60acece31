import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { version } from "../../package.json";
import { pageText } from "../docs/pages";
import type { Tarballs } from "./installed-folder";

/** A build of the same version as an installed one, in a project as `adopt` writes it. */
export function newerBuild(packed: () => Tarballs): void {
  let repository: string;
  let infra: string;

  before(() => {
    const { folder, portcullis, rehearsal } = packed();
    repository = path.join(folder, "newer-build");
    infra = path.join(repository, "infra");
    mkdirSync(infra, { recursive: true });
    for (const file of [portcullis, rehearsal]) cpSync(file, path.join(repository, path.basename(file)));
    const dependencies = Object.fromEntries(
      [portcullis, rehearsal].map((file) => {
        const name = path.basename(file).replace(`-${version}.tgz`, "");
        return [name, `file:../${path.basename(file)}`];
      }),
    );
    writeFileSync(path.join(infra, "package.json"), JSON.stringify({ private: true, dependencies }));
    typed("npm install");
    newerTarball(repository, portcullis);
  });

  /** As it is typed; quiet, and from npm's own cache where that has it. */
  function typed(command: string): void {
    const { status, stderr } = spawnSync("sh", ["-c", command], {
      cwd: infra,
      encoding: "utf8",
      env: { ...process.env, npm_config_prefer_offline: "true", npm_config_audit: "false" },
    });
    assert.equal(status, 0, stderr);
  }

  const isNewer = (): boolean => existsSync(path.join(infra, "node_modules/portcullis/docs/newer.md"));

  it("is not taken by `npm install` and `npm ci`, as the README says", () => {
    for (const command of ["npm install", "npm ci"]) {
      typed(command);
      assert.equal(isNewer(), false, command);
    }
  });

  it("is taken by what the README says to type, and kept in the lock file", () => {
    const command = `npm install ../portcullis-${version}.tgz ../portcullis-rehearsal-${version}.tgz`;
    const typedOnPage = (line: string): string => {
      assert.match(pageText("README.md"), new RegExp(`^ *${line.replaceAll(".", "\\.")}$`, "m"));
      return line;
    };
    const before = readFileSync(path.join(infra, "package-lock.json"), "utf8");
    typed(typedOnPage(command));
    assert.equal(isNewer(), true);
    assert.notEqual(readFileSync(path.join(infra, "package-lock.json"), "utf8"), before);
    typed("npm ci");
    assert.equal(isNewer(), true);
  });
}

/** The tarball with one more file in it. */
function newerTarball(repository: string, packed: string): void {
  const unpacked = path.join(repository, "unpacked");
  mkdirSync(unpacked);
  const tar = (...words: readonly string[]): void => {
    const { status, stderr } = spawnSync("tar", words, { cwd: unpacked, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  };
  tar("xzf", packed);
  writeFileSync(path.join(unpacked, "package/docs/newer.md"), "A newer build.\n");
  tar("czf", path.join(repository, path.basename(packed)), "package");
}
