import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { askedOfCorepack, corepackFolder } from "../../../../../rehearsal/render/runtime/toolchains/corepack";

describe("corepack in a build", () => {
  let cache: string;

  beforeEach(() => {
    cache = mkdtempSync(path.join(tmpdir(), "portcullis-corepack-"));
  });
  afterEach(() => rmSync(cache, { recursive: true, force: true }));

  it("links nothing into this machine's own folders, and starts the manager that is on the PATH", async () => {
    // Where a real corepack would write its links: beside the Node and the corepack that it finds.
    const machine = path.join(cache, "machine");
    mkdirSync(machine);
    for (const [name, text] of [
      ["corepack", 'touch "${0%/*}/pnpm-link"'],
      ["pnpm", 'echo "pnpm: $*"'],
    ] as const)
      writeFileSync(path.join(machine, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    const command = 'corepack enable && corepack prepare pnpm@9.1.0 --activate && corepack pnpm add "a b"';
    const folders = await corepackFolder(command, cache);
    const run = spawnSync("sh", ["-c", command], {
      encoding: "utf8",
      env: { PATH: [...folders, machine, "/usr/bin:/bin"].join(":") },
    });
    assert.equal(run.status, 0, run.stderr);
    assert.deepEqual(readdirSync(machine).sort(), ["corepack", "pnpm"]);
    const [enabled = "", prepared = "", ran] = run.stdout.trim().split("\n");
    assert.match(enabled, /\[embedded Render\] `corepack enable` changes nothing here/);
    assert.match(prepared, /`corepack prepare pnpm@9\.1\.0 --activate`/);
    assert.equal(ran, "pnpm: add a b");
  });

  it("is put before the machine's own only where a command names it", async () => {
    assert.deepEqual(await corepackFolder("pnpm install && pnpm build", cache), []);
  });

  for (const [command, manager, version] of [
    ["corepack enable && corepack prepare pnpm@9.1.0 --activate && pnpm i", "pnpm", "9.1.0"],
    ["corepack install -g yarn@4.5.1; yarn", "yarn", "4.5.1"],
    ["corepack enable && pnpm install", "pnpm", undefined],
    ["corepack prepare pnpm@latest --activate", "pnpm", undefined],
    ["corepack enable && npx pnpm@9 i", "pnpm", undefined],
  ] as const)
    it(`asks for ${manager} ${version ?? "of no version"} by \`${command}\``, () => {
      assert.equal(askedOfCorepack(command, manager), version);
    });
});
