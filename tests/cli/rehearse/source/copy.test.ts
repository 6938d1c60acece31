import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { copyRepository } from "../../../../cli/rehearse/source/copy";
import { CheckedOut } from "./checked-out";

describe("the copy of a repository", () => {
  let checkout: CheckedOut;
  let to: string;
  const copied = (): string[] =>
    readdirSync(to, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(to, path.join(entry.parentPath, entry.name)))
      .sort();
  const text = (name: string): string => readFileSync(path.join(to, name), "utf8");

  beforeEach(() => {
    checkout = new CheckedOut({ ".gitignore": "node_modules/\n.env\n", "main.py": "one", "gone.py": "" });
    checkout.commit("Serve");
    to = mkdtempSync(path.join(tmpdir(), "portcullis-copy-"));
  });

  afterEach(() => {
    checkout.remove();
    rmSync(to, { recursive: true, force: true });
  });

  it("has what git tracks and does not ignore, as it is on disk, and says its commit", async () => {
    const id = checkout.git("rev-parse", "HEAD");
    checkout.write({ "main.py": "two", "new file.py": "", ".env": "KEY=1", "node_modules/a/index.js": "" });
    rmSync(path.join(checkout.folder, "gone.py"));
    const commit = await copyRepository(checkout.folder, to);
    assert.deepEqual(copied(), [".gitignore", "main.py", "new file.py"]);
    assert.equal(text("main.py"), "two");
    assert.deepEqual([commit?.id, commit?.message], [id, "Serve"]);
  });

  it("has a commit's files where one is named, and leaves the checkout and its index alone", async () => {
    const id = checkout.git("rev-parse", "HEAD");
    checkout.git("tag", "v1");
    checkout.write({ "main.py": "two", "later.py": "" });
    checkout.commit("Serve more");
    checkout.write({ "main.py": "three" });
    checkout.git("add", "main.py");
    const before = checkout.git("status", "--porcelain");
    assert.equal((await copyRepository(checkout.folder, to, { commit: "v1" }))?.id, id);
    assert.deepEqual(copied(), [".gitignore", "gone.py", "main.py"]);
    assert.equal(text("main.py"), "one");
    assert.equal(checkout.git("status", "--porcelain"), before);
  });

  it("names a commit that is not there", async () => {
    await assert.rejects(copyRepository(checkout.folder, to, { commit: "nowhere" }), /nowhere/);
    await assert.rejects(copyRepository(checkout.folder, to, { commit: "--output=/tmp/x" }), /output/);
  });

  it("keeps links, the right to execute, and the files of a repository inside", async () => {
    symlinkSync("main.py", path.join(checkout.folder, "link.py"));
    checkout.write({ "start.sh": "#!/bin/sh\n" });
    chmodSync(path.join(checkout.folder, "start.sh"), 0o755);
    const inner = new CheckedOut({ "inner.py": "" });
    inner.commit("Inside");
    checkout.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.folder, "inside");
    checkout.commit("With a submodule");
    await copyRepository(checkout.folder, to);
    assert.equal(readlinkSync(path.join(to, "link.py")), "main.py");
    assert.equal(statSync(path.join(to, "start.sh")).mode & 0o111, 0o111);
    assert.ok(copied().includes(path.join("inside", "inner.py")));
    inner.remove();
  });

  it("can be ended in the middle of a large file", async () => {
    checkout.write({ "large.bin": "" });
    truncateSync(path.join(checkout.folder, "large.bin"), 8 * 1024 ** 3);
    const interruption = new AbortController();
    const copying = copyRepository(checkout.folder, to, { signal: interruption.signal });
    const rejected = assert.rejects(copying, { name: "AbortError" });
    while (!existsSync(path.join(to, "large.bin"))) await setImmediate();
    interruption.abort();
    await rejected;
    assert.ok(statSync(path.join(to, "large.bin")).size < 8 * 1024 ** 3);
  });

  it("has a folder's files without what builds make, where git knows nothing of it", async () => {
    rmSync(path.join(checkout.folder, ".git"), { recursive: true });
    checkout.write({ "node_modules/a/index.js": "", ".env": "KEY=1" });
    assert.equal(await copyRepository(checkout.folder, to), undefined);
    assert.deepEqual(copied(), [".env", ".gitignore", "gone.py", "main.py"]);
  });
});
