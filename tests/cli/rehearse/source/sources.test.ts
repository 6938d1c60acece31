import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CommandError } from "../../../../cli/exit-code";
import { Phases } from "../../../../cli/rehearse/phases";
import { copiedSources, findSources, SAMPLE_REPOSITORY } from "../../../../cli/rehearse/source/sources";
import type { StackFile } from "../../../../cli/stacks/stack-file";
import { CheckedOut } from "./checked-out";

const SAMPLE = __dirname;
const stack = (repository: string, name = "staging"): StackFile => ({
  stack: name,
  config: { "portcullis:service": { repository } },
  secretKeys: [],
  secretPlaces: [],
});

describe("the sources of a rehearsal", () => {
  let checkout: CheckedOut;
  beforeEach(() => {
    checkout = new CheckedOut();
  });
  afterEach(() => checkout.remove());

  const find = (files: readonly StackFile[], sources: Readonly<Record<string, string>> = {}) =>
    findSources({
      ...{ files, sample: SAMPLE, sources: new Map(Object.entries(sources)) },
      project: checkout.folder,
    });

  const refusal = async (...asked: Parameters<typeof find>): Promise<string> => {
    try {
      await find(...asked);
    } catch (error) {
      assert.ok(error instanceof CommandError, String(error));
      return error.message;
    }
    return assert.fail("it was found");
  };

  it("are the checkout around the project, whose remote may have another form and name", async () => {
    checkout.git("remote", "add", "upstream", "git@github.com:acme/shop.git");
    const found = await find([stack("https://github.com/acme/shop")]);
    assert.deepEqual(
      [...found],
      [["https://github.com/acme/shop", { from: checkout.folder, sample: false }]],
    );
  });

  it("are the checkout for what git calls the remote by `insteadOf`", async () => {
    checkout.git("remote", "add", "origin", "gh:acme/shop");
    checkout.git("config", "url.https://github.com/.insteadOf", "gh:");
    assert.equal((await find([stack("https://github.com/acme/shop")])).size, 1);
  });

  it("are a given folder, and for a mapping of several services each its own", async () => {
    const other = mkdtempSync(path.join(tmpdir(), "portcullis-other-"));
    checkout.git("remote", "add", "origin", "https://github.com/acme/shop");
    const services = {
      api: stack("https://github.com/acme/shop"),
      jobs: stack("https://github.com/acme/jobs"),
    };
    const written = Object.entries(services).map(([name, { config }]) => [
      name,
      config["portcullis:service"],
    ]);
    const file = { ...stack(""), config: { "portcullis:services": Object.fromEntries(written) } };
    const found = await find([file], { "git@github.com:acme/jobs.git": other });
    assert.deepEqual(
      [...found].map(([address, { from }]) => [address, from]),
      [
        ["https://github.com/acme/shop", checkout.folder],
        ["https://github.com/acme/jobs", other],
      ],
    );
    rmSync(other, { recursive: true });
  });

  it("are the sample service for its own address alone", async () => {
    const found = await find([stack(`${SAMPLE_REPOSITORY}.git`)]);
    assert.deepEqual([...found.values()], [{ from: SAMPLE, sample: true }]);
  });

  it("are the checkout, and not the sample, where it has that very remote", async () => {
    checkout.git("remote", "add", "origin", SAMPLE_REPOSITORY);
    assert.deepEqual(
      [...(await find([stack(SAMPLE_REPOSITORY)])).values()],
      [{ from: checkout.folder, sample: false }],
    );
  });

  it("say what to name where there is no commit of the name given, without git's words", async () => {
    writeFileSync(path.join(checkout.folder, "main.py"), "");
    checkout.commit("Serve");
    checkout.git("remote", "add", "origin", "https://github.com/acme/shop");
    const found = await find([stack("https://github.com/acme/shop")]);
    const options = { commit: "nope", signal: new AbortController().signal };
    const scratch = mkdtempSync(path.join(tmpdir(), "portcullis-sources-"));
    await assert.rejects(copiedSources(found, options, { scratch, phases: new Phases(() => {}) }), {
      message:
        `--commit nope: git finds no such commit in ${checkout.folder}. ` +
        "Name a branch, a tag or a commit of it, or leave --commit out for the files as they are.",
    });
    rmSync(scratch, { recursive: true });
  });

  const SHOP = "https://github.com/acme/shop";
  it("are asked for where the checkout has no remote, with what to type", async () => {
    const message = await refusal([stack(SHOP), stack(SHOP, "production")]);
    assert.match(
      message,
      /^Pulumi\.staging\.yaml, Pulumi\.production\.yaml: no folder of this machine is known/,
    );
    assert.match(message, /has no remote\. Type `--source https:\/\/github\.com\/acme\/shop=FOLDER`/);
  });

  it("are asked for where the remote is another, which is named without its password", async () => {
    checkout.git("remote", "add", "origin", "https://me:c4nary@github.com/acme/other");
    const message = await refusal([stack(SHOP)]);
    assert.match(message, /has the remotes origin \(https:\/\/github\.com\/acme\/other\)\./);
    assert.ok(!message.includes("c4nary"), message);
  });

  it("are asked for where there is no git", async () => {
    rmSync(path.join(checkout.folder, ".git"), { recursive: true });
    assert.match(await refusal([stack(SHOP)]), /is in no git checkout\. Type `--source/);
  });

  it("are not taken from a folder that is not there, nor for a repository that no stack names", async () => {
    const missing = path.join(checkout.folder, "nowhere");
    const message = await refusal([stack(SHOP)], { [SHOP]: missing, "https://github.com/acme/shp": missing });
    assert.match(message, /--source https:\/\/github\.com\/acme\/shop=.*nowhere: expected a folder/);
    assert.match(
      message,
      /acme\/shp: no stack names this repository\. The stacks name https:\/\/github\.com\/acme\/shop/,
    );
  });
});
