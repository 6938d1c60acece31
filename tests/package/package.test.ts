import { rmSync } from "node:fs";
import { installedAlone } from "./alone";
import { pack, type Tarballs } from "./installed-folder";
import { libraryPage } from "./library-page";
import { newerBuild } from "./newer-build";
import { installedInProject } from "./program";

// One file, since two that pack at once would build the types at once.
describe("The packages, as npm packs them", function () {
  this.timeout(30 * 60_000);

  let tarballs: Tarballs;
  const packed = (): Tarballs => tarballs;

  before(() => {
    tarballs = pack();
  });

  after(() => rmSync(tarballs.folder, { recursive: true, force: true }));

  describe("installed by itself into an empty folder", () => installedAlone(packed));
  describe("made again, and of the same version", () => newerBuild(packed));
  describe("in a program of one's own, as the page says", () => libraryPage(packed));
  describe("installed into a project of somebody's own", () => installedInProject(packed));
});
