import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { diagnoseEngine } from "../../engine/diagnose";
import { downloadEngine } from "../../engine/download";
import { findEngine, withDefaults } from "../../engine/find";
import { holdLock } from "../../engine/lock";

describe("finding the engine", () => {
  let folder: string;
  const originalPath = process.env.PATH;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "portcullis-engine-"));
  });

  afterEach(async () => {
    process.env.PATH = originalPath;
    await rm(folder, { recursive: true, force: true });
  });

  async function putOnPath(version: string): Promise<void> {
    const file = path.join(folder, "pulumi");
    await writeFile(file, `#!/bin/sh\necho ${version}\n`);
    await chmod(file, 0o755);
    process.env.PATH = folder;
  }

  it("takes the pulumi on PATH when it is as new as the SDK", async () => {
    await putOnPath("v9.0.0");
    const engine = await findEngine({ cache: path.join(folder, "cache") });
    assert.equal(engine.source, "path");
    assert.equal(engine.version, "9.0.0");
  });

  it("passes over an older one, and says so with every other reason when nothing is left", async () => {
    await putOnPath("v3.1.0");
    // PATH holds nothing else, so there is neither a shell for an installer nor a Go.
    await assert.rejects(
      findEngine({ cache: path.join(folder, "cache"), downloadTimeout: 1_000 }),
      (error: Error) => {
        assert.match(error.message, /path: pulumi on PATH is 3\.1\.0, expected/);
        assert.match(error.message, /download: the official download failed/);
        assert.match(error.message, /build: no go on PATH: install Go/);
        return true;
      },
    );
  });

  it("is no success of the doctor where nothing is left", async () => {
    await putOnPath("v3.1.0");
    const missing = await diagnoseEngine({ cache: path.join(folder, "cache"), downloadTimeout: 1_000 });
    assert.equal(missing.found, false);
    assert.match(missing.words, /path: pulumi on PATH is 3\.1\.0, expected/);
    await putOnPath("v9.0.0");
    const found = await diagnoseEngine({ cache: path.join(folder, "cache") });
    assert.equal(found.found, true);
    assert.match(found.words, /^pulumi {4}9\.0\.0, pulumi$/m);
  });

  it("gives up a download that gets no answer, and remembers that for a while", async () => {
    const silent = await listenInSilence();
    const cache = path.join(folder, "cache");
    const options = withDefaults({ cache, downloadTimeout: 200 });
    let tries = 0;
    const install = async (_: string, signal: AbortSignal): Promise<void> => {
      tries += 1;
      await fetch(`http://127.0.0.1:${port(silent)}/`, { signal });
    };
    assert.match((await downloadEngine(options, install)).why, /failed/);
    assert.match((await downloadEngine(options, install)).why, /less than an hour ago/);
    assert.equal(tries, 1);
    silent.close();
  });

  it("waits for another run that holds the lock, and says that it does", async () => {
    const lines: string[] = [];
    const release = await holdLock(path.join(folder, "builds"), withDefaults({}));
    const second = holdLock(
      path.join(folder, "builds"),
      withDefaults({
        report: (line) => {
          lines.push(line);
          void release();
        },
      }),
    );
    await (await second)();
    assert.deepEqual(lines, ["engine: another run is at work on it; waiting for that one"]);
  });
});

async function listenInSilence(): Promise<Server> {
  const server = createServer((socket) => socket.unref()).unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function port(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
