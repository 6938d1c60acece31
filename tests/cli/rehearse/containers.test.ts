import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { leaveOut, unrehearsable } from "../../../cli/rehearse/containers";
import type { PrivateProject } from "../../../cli/stacks/private-project";
import type { StackFile } from "../../../cli/stacks/stack-file";

const stack = (config: Record<string, unknown>): StackFile => ({
  ...{ stack: "staging", secretKeys: [], secretPlaces: [] },
  config,
});

describe("a stack with a service that runs in a container", () => {
  for (const runtime of ["docker", "image"]) {
    it(`is not rehearsed where its one service is of ${runtime}, and says which`, () => {
      const found = unrehearsable(stack({ "portcullis:service": { name: "shop", runtime } }));
      assert.deepEqual([found?.keys, found?.othersLeft], [[], false]);
      assert.match(found?.sentence ?? "", new RegExp(`^Not rehearsed: shop \\(${runtime}\\)`));
    });

    it(`goes on without the one of ${runtime}, and says which`, () => {
      const services = { api: { name: "api", runtime: "node" }, jobs: { runtime } };
      const found = unrehearsable(stack({ "portcullis:services": services }));
      assert.deepEqual([found?.keys, found?.othersLeft], [["jobs"], true]);
      assert.match(found?.sentence ?? "", new RegExp(`^Not rehearsed: jobs \\(${runtime}\\)`));
    });
  }

  it("is told from every other", () => {
    const service = { name: "shop", runtime: "python" };
    assert.equal(unrehearsable(stack({ "portcullis:service": service })), undefined);
    assert.equal(unrehearsable(stack({})), undefined);
  });

  it("loses nothing but that service from its file", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "portcullis-containers-"));
    const file = path.join(folder, "Pulumi.staging.yaml");
    const project = {
      folder,
      writeStackFile: (_: string, text: string) => writeFile(file, text),
    } as unknown as PrivateProject;
    const kept = { api: { runtime: "node", environment: { KEY: { secure: "v1:x" } } } };
    await writeFile(
      file,
      JSON.stringify({
        encryptionsalt: "v1:y",
        config: { "portcullis:services": { ...kept, jobs: { runtime: "docker" } } },
      }),
    );
    await leaveOut(project, "staging", { keys: ["jobs"], othersLeft: true, sentence: "" });
    assert.deepEqual(parse(await readFile(file, "utf8")), {
      encryptionsalt: "v1:y",
      config: { "portcullis:services": kept },
    });
    await rm(folder, { recursive: true });
  });
});
