import assert from "node:assert/strict";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { RenderOptions } from "../../../../../rehearsal/render/options";
import { event, messages, Rehearsed } from "../rehearsed";

describe("The embedded Render's build", () => {
  let rehearsed: Rehearsed;
  const open = async (options: Partial<RenderOptions> = {}): Promise<void> => {
    rehearsed = await Rehearsed.open(options);
  };
  afterEach(() => rehearsed.close());

  it("runs in a copy of the repository, at the service's root directory, with its secret files", async () => {
    await open();
    await mkdir(path.join(rehearsed.source, "api", "node_modules"), { recursive: true });
    await writeFile(path.join(rehearsed.source, "api", "here"), "");
    const service = await rehearsed.service({
      buildCommand: 'ls && cat .env.secret && echo made > made && echo "for $NODE_ENV."',
      startCommand: `cd .. && ${rehearsed.serve()}`,
    });
    service.rootDir = "api";
    service.secretFiles.set(".env.secret", "KEY=1\n");
    const deploy = await rehearsed.deploy(service);
    assert.equal(deploy.status, "live");
    const said = messages(service);
    assert.ok(said.includes("here") && said.includes("KEY=1") && !said.includes("node_modules"));
    assert.ok(said.includes("for ."), "a build installs development dependencies, as on Render");
    const folder = path.join(deploy.folder ?? "", "api");
    assert.equal(await readFile(path.join(folder, "made"), "utf8"), "made\n");
    assert.equal((await stat(path.join(folder, ".env.secret"))).mode & 0o777, 0o600);
    await assert.rejects(stat(path.join(rehearsed.source, "api", "made")));
  });

  it("leaves the command out when told so, and says so", async () => {
    await open({ skipBuild: true });
    const service = await rehearsed.service({ buildCommand: "exit 1" });
    assert.equal((await rehearsed.deploy(service)).status, "live");
    assert.ok(messages(service).some((line) => line.includes("'exit 1' is left out")));
  });

  it("runs another command in place of the service's own when told so, and says so", async () => {
    await open({ buildCommand: "echo instead" });
    const service = await rehearsed.service({ buildCommand: "exit 1" });
    assert.equal((await rehearsed.deploy(service)).status, "live");
    assert.ok(messages(service).includes("instead"));
    assert.ok(messages(service).some((line) => line.includes("in place of the service's own 'exit 1'")));
  });

  it("names a program that this machine lacks", async () => {
    await open();
    const service = await rehearsed.service({ buildCommand: "no-such-site-generator --minify" });
    assert.equal((await rehearsed.deploy(service)).status, "build_failed");
    assert.ok(
      messages(service).some((line) => line.includes("This machine has no `no-such-site-generator`, which")),
      messages(service).join("\n"),
    );
  });

  it("is ended when it fills the disk, and says so", async () => {
    await open({ leastFreeBytes: Number.MAX_SAFE_INTEGER });
    const service = await rehearsed.service({ buildCommand: "sleep 600" });
    assert.equal((await rehearsed.deploy(service)).status, "build_failed");
    assert.ok(
      messages(service).some((line) =>
        /The build was ended: the disk of .* has only \d+ MiB left/.test(line),
      ),
      messages(service).join("\n"),
    );
  });

  it("says where room is made when its own command says that a disk is full", async () => {
    await open();
    const said = "cp: error writing 'made': No space left on device";
    const service = await rehearsed.service({ buildCommand: `echo "${said}" >&2; exit 1` });
    assert.equal((await rehearsed.deploy(service)).status, "build_failed");
    assert.match(messages(service).join("\n"), /The build could not write: .*\. Make room there, .*TMPDIR/);
  });

  it("may write into its own source: the repository's stays as it is", async () => {
    await open();
    const service = await rehearsed.service({
      buildCommand: "echo changed >> server.js.bak && rm -f README && mkdir made",
      startCommand: `touch written && ${rehearsed.serve()}`,
    });
    assert.equal((await rehearsed.deploy(service)).status, "live");
    assert.deepEqual(await readdir(rehearsed.source), ["server.js"]);
  });

  const IMPOSSIBLE = [
    {
      title: "a docker runtime on a machine without a container engine",
      details: { runtime: "docker" },
      service: {},
      path: "/nowhere",
      said: "No container engine is on this machine",
    },
    {
      title: "a repository that stands nowhere",
      details: {},
      service: { repo: "https://github.com/acme/other" },
      said: "No directory on this machine stands for the repository https://github.com/acme/other",
    },
    {
      title: "a root directory outside the repository",
      details: {},
      service: { rootDir: "../.." },
      said: "The root directory ../.. leads out of the repository",
    },
    {
      title: "a root directory that is not there",
      details: {},
      service: { rootDir: "nowhere" },
      said: "The root directory nowhere does not exist",
    },
  ];
  for (const { title, details, service: changes, path: only = process.env.PATH, said } of IMPOSSIBLE) {
    it(`fails for ${title} with a note of what is wrong`, async () => {
      await open();
      const service = Object.assign(await rehearsed.service(details), changes);
      const { PATH = "" } = process.env;
      process.env.PATH = only;
      const { status } = await rehearsed.deploy(service).finally(() => {
        process.env.PATH = PATH;
      });
      assert.equal(status, "build_failed");
      assert.ok(
        messages(service).some((line) => line.startsWith(`==> [embedded Render] ${said}`)),
        messages(service).join("\n"),
      );
      assert.equal(event(service, "build_ended")?.details.buildStatus, "failed");
    });
  }
});
