import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { commitThere } from "../../../cli/promote/commit-there";

const NO_COMMIT = "a".repeat(40);

describe("Whether a repository has a commit", () => {
  let folder: string;
  let repository: string;
  const { TMPDIR } = process.env;

  const git = (...words: string[]): string =>
    execFileSync("git", ["-C", repository, "-c", "user.name=a", "-c", "user.email=a@b.example", ...words], {
      encoding: "utf8",
    }).trim();
  const asked = (commit: string, of = repository, signal = new AbortController().signal) =>
    commitThere(of, commit, signal);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-test-"));
    process.env.TMPDIR = folder;
    repository = path.join(folder, "shop");
    execFileSync("git", ["init", "--quiet", repository]);
    git("commit", "--quiet", "--allow-empty", "--message", "one");
    git("commit", "--quiet", "--allow-empty", "--message", "two");
  });
  after(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => assert.deepEqual(readdirSync(folder), ["shop"]));

  it("is yes of the newest one, and of one before it", async () => {
    for (const name of ["HEAD", "HEAD~1"]) {
      assert.deepEqual(await asked(git("rev-parse", name)), { is: "there" });
    }
  });

  it("is no of one that was never pushed, and of what is no commit", async () => {
    assert.deepEqual(await asked(NO_COMMIT), { is: "absent" });
    assert.deepEqual(await asked(git("rev-parse", "HEAD^{tree}")), { is: "absent" });
  });

  it("is not known where there is no such repository", async () => {
    const answer = await asked(NO_COMMIT, path.join(folder, "none"));
    assert.equal(answer.is, "unknown");
    assert.match(answer.is === "unknown" ? answer.why : "", /does not appear to be a git repository/);
  });

  it("takes no repository for an option or a program", async () => {
    for (const name of ["--upload-pack=touch run", "ext::touch run"]) {
      assert.equal((await asked(NO_COMMIT, name)).is, "unknown");
    }
  });

  it("is ended with what asks it", async () => {
    const stop = new AbortController();
    // A server that takes the connection, and never answers.
    const server = createServer(() => stop.abort(new Error("interrupted")));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { readonly port: number };
    await assert.rejects(asked(NO_COMMIT, `git://127.0.0.1:${port}/shop`, stop.signal), /interrupted/);
    server.close();
  });
});
