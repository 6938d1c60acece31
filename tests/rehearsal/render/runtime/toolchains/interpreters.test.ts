import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(__dirname, "../../../../..");

describe("An interpreter of this machine", () => {
  it("is known by its folder's version, asked once it is chosen, and left where it does not answer", () => {
    const pyenv = mkdtempSync(path.join(tmpdir(), "portcullis-pyenv-"));
    try {
      for (const [version, script] of [
        ["3.97.0", `touch "${pyenv}/asked-3.97"; echo 3.97.0`],
        ["3.98.0", `touch "${pyenv}/asked-3.98"; echo 3.98.0`],
        ["3.99.0", "exit 1"],
      ] as const) {
        const folder = path.join(pyenv, "versions", version, "bin");
        mkdirSync(folder, { recursive: true });
        writeFileSync(path.join(folder, "python3"), `#!/bin/sh\n${script}\n`);
        chmodSync(path.join(folder, "python3"), 0o755);
      }
      const shims = path.join(pyenv, "shims");
      mkdirSync(shims);
      writeFileSync(path.join(shims, "python3"), `#!/bin/sh\ntouch "${pyenv}/asked-shim"; echo 3.98.0\n`);
      chmodSync(path.join(shims, "python3"), 0o755);
      const program = `
        const { python } = require("./rehearsal/render/runtime/toolchains/interpreters");
        const newest = (found) => [...found].sort((one, other) => one.version < other.version ? 1 : -1)[0];
        python(newest).then(({ version }) => console.log(version, require("node:fs").readdirSync(process.env.PYENV_ROOT)));`;
      const { stdout, stderr } = spawnSync(process.execPath, ["--require", "tsx/cjs", "-e", program], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, PYENV_ROOT: pyenv, PATH: `${shims}${path.delimiter}${process.env.PATH}` },
      });
      assert.equal(stdout, "3.98.0 [ 'asked-3.98', 'shims', 'versions' ]\n", stderr);
    } finally {
      rmSync(pyenv, { recursive: true });
    }
  });
});
