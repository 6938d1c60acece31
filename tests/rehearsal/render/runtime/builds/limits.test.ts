import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { removeBeyond } from "../../../../../rehearsal/render/runtime/builds/limits";

describe("The builds that are kept", () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(path.join(tmpdir(), "portcullis-test-tools-"));
    for (const [index, name] of ALL.entries()) add(name, 1_000_000 - index);
  });
  afterEach(() => rmSync(cache, { recursive: true, force: true }));

  const add = (name: string, usedAt: number): void => {
    const place = path.join(cache, "installs", name);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, "made"), Buffer.alloc(1024 * 1024, "x"));
    utimesSync(place, usedAt, usedAt);
  };
  const names = (): string[] => readdirSync(path.join(cache, "installs")).sort();
  const ALL = ["build-aa-01", "build-aa-02", "build-aa-03", "build-bb-01", "npm-01"];

  it("are those of each service that were used last", async () => {
    await removeBeyond(cache, { bytes: 1024 ** 3, buildsOfService: 2 });
    assert.deepEqual(names(), ["build-aa-01", "build-aa-02", "build-bb-01", "npm-01"]);
  });

  it("take no more than a size together, and leave what installers keep", async () => {
    await removeBeyond(cache, { bytes: 2.5 * 1024 ** 2, buildsOfService: 20 });
    assert.deepEqual(names(), ["build-aa-01", "build-aa-02", "npm-01"]);
  });

  it("are all kept within the limits", async () => {
    await removeBeyond(cache);
    assert.deepEqual(names(), ALL);
  });
});
