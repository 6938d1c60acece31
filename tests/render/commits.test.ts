import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { REPOSITORY } from "../rehearsal/render/called-render";
import { TypedProgram } from "./typed-program";

const answering = (words: string): string =>
  `require("node:http").createServer((_, r) => r.end(${JSON.stringify(words)})).listen(+process.env.PORT, "0.0.0.0");\n`;

/** Commits a server that answers these words, and gives the commit's id. */
function commit(repository: string, words: string): string {
  writeFileSync(path.join(repository, "server.js"), answering(words));
  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", repository, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  git("init");
  git("add", "--all");
  git("commit", "--message", words);
  return git("rev-parse", "HEAD");
}

describe("A service whose program names a commit", function () {
  this.timeout(5 * 60_000);
  let program: TypedProgram;
  let first: string;
  let second: string;

  before(async () => {
    program = await TypedProgram.open({ "render:waitForDeployCompletion": true });
    first = commit(program.called.source, "first");
    second = commit(program.called.source, "second");
    writeFileSync(path.join(program.called.source, "server.js"), answering("not committed"));
  });
  after(() => program.close());

  const answer = async (): Promise<string> => (await fetch((await program.state()).api.outputs.url)).text();
  const deploys = async () => {
    const [service] = (await program.atRender()).services;
    const listed = await program.called.ask("GET", `/services/${service.id}/deploys`);
    return listed.map(({ deploy }: { deploy: { status: string; commit: { id: string } } }) => deploy);
  };

  /** Only the first commit is built at once: the newest waits, and is cancelled meanwhile, until all are free. */
  const service = (wanted: string) => {
    const buildCommand = `test "$RENDER_GIT_COMMIT" = ${first} || until [ -e '${free()}' ]; do sleep 0.1; done`;
    const nativeRuntime = { repoUrl: REPOSITORY, branch: "main", runtime: "node", buildCommand };
    return program.service({ commit: wanted, runtimeSource: { nativeRuntime } });
  };
  const free = () => path.join(program.folder, "free");

  it("runs that commit from its first deploy on, and never the newest one", async () => {
    program.resources = [service(first)];
    const output = await program.up();
    assert.match(output, /is of another commit than [0-9a-f]{40}: it is cancelled/);
    assert.equal(await answer(), "first");
    const [wanted, withdrawn, ...others] = await deploys();
    assert.deepEqual([wanted.status, wanted.commit.id], ["live", first]);
    assert.deepEqual([withdrawn.status, others.length], ["canceled", 0]);
    await program.nothingToDo();
    writeFileSync(free(), "");
  });

  it("shows another commit in a preview, and deploys that one", async () => {
    program.resources = [service(second)];
    assert.deepEqual((await program.planned()).api?.diff, ["commit"]);
    await program.up();
    assert.equal(await answer(), "second");
  });

  it("shows a commit that somebody else has deployed as a difference", async () => {
    const [service] = (await program.atRender()).services;
    const { id } = await program.called.ask("POST", `/services/${service.id}/deploys`, { commitId: first });
    assert.equal(await program.called.ended(service.id, id), "live");
    const seen = await program.pulumi(["preview", "--refresh", "--diff", "--expect-no-changes"]);
    assert.notEqual(seen.status, 0, seen.output);
    assert.match(seen.output, new RegExp(`commit\\s*: "${first}"(.|\\n)*"${second}"`));
  });
});
