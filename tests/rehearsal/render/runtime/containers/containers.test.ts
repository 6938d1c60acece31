import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ContainerEngine } from "../../../../../rehearsal/render/runtime/containers/container-engine";
import { findContainerEngine } from "../../../../../rehearsal/render/runtime/containers/find-engine";
import type { Details, Service } from "../../../../../rehearsal/render/store";
import { ownerEnded } from "../../../../../system";
import { messages, Rehearsed, textAt, until } from "../rehearsed";
import { hasGo, writeStaticProgram } from "./static-program";

/** Nothing of a machine but what belongs to it: no variable, no container, no mount, no process. */
const leftOf = (words: string): string[] => {
  const lines = readFileSync("/proc/self/mounts", "utf8").split("\n");
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const texts = processes.map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      // It has ended since.
      return "";
    }
  });
  return [...lines, ...texts].filter((line) => line.includes(words));
};

describe("A service that runs in a container", () => {
  let rehearsed: Rehearsed;
  let engine: ContainerEngine | undefined;
  let checkouts: string;

  before(async function () {
    engine = await findContainerEngine();
    if (engine === undefined || !hasGo()) {
      const lacks = engine === undefined ? "no Docker, Podman or buildah (as root) answers" : "no Go is here";
      for (const test of this.test?.parent?.tests ?? []) test.title += ` (skipped: ${lacks})`;
      this.skip();
    }
    checkouts = await mkdtemp(path.join(tmpdir(), "portcullis-test-containers-"));
    rehearsed = await Rehearsed.open({ checkoutFolder: checkouts });
    writeStaticProgram(rehearsed.source, "ARG GREETING", "ENV BUILT_WITH=$GREETING");
  });

  after(async () => {
    await rehearsed?.close();
    if (checkouts !== undefined) await rm(checkouts, { recursive: true });
  });

  const serviceOf = (details: Partial<Details> = {}): Promise<Service> =>
    rehearsed.service({
      ...{ runtime: "docker", buildCommand: "", startCommand: "" },
      docker: { dockerCommand: "", dockerContext: ".", dockerfilePath: "./Dockerfile" },
      ...details,
    });

  it("is built, gets its variables, port and secret files, and ends with all that it was", async () => {
    const service = await serviceOf({
      docker: { dockerCommand: "--fast now", dockerContext: ".", dockerfilePath: "Dockerfile" },
      preDeployCommand: "/bin/shop x migrate",
    });
    const secret = "two\nlines of \"$HOME\" and 'quotes' 4711";
    service.variables
      .set("GREETING", "hello")
      .set("TOKEN", secret)
      .set("HOME", "/own")
      .set("TMPDIR", "/tmp/own");
    service.secretFiles.set("key.pem", "-- key --");
    assert.equal((await rehearsed.deploy(service)).status, "live", messages(service).join("\n"));
    const environment = JSON.parse(await textAt(service, "/environment")) as Record<string, string>;
    const { TOKEN, PORT, RENDER, BUILT_WITH, HOME, TMPDIR } = environment;
    assert.deepEqual([TOKEN, PORT, RENDER, BUILT_WITH], [secret, String(rehearsed.port), "true", "hello"]);
    assert.deepEqual([HOME, TMPDIR], ["/own", "/tmp/own"]);
    const foreign = Object.keys(environment).filter((name) => name in process.env);
    assert.deepEqual(
      foreign.filter((name) => environment[name] === process.env[name] && name !== "PATH"),
      [],
    );
    assert.deepEqual(JSON.parse(await textAt(service, "/words")), ["/bin/shop", "serve", "--fast", "now"]);
    assert.equal(await textAt(service, "/secret"), "-- key --");
    assert.deepEqual(leftOf("4711"), []);
    await rehearsed.deployments.suspend(service);
    const said = messages(service);
    assert.ok(said.includes("goodbye"), said.join("\n"));
    assert.ok(said.some((line) => line.startsWith("migrated [")));
    await rehearsed.deployments.remove(service);
    assert.deepEqual([leftOf(service.id.slice(-8)), leftOf("/bin/shop")], [[], []]);
    assert.deepEqual(readdirSync(checkouts), []);
  });

  it("is ended where it uses more memory than its plan has", async function () {
    if (engine?.name !== "buildah") this.skip();
    const service = await serviceOf();
    await rehearsed.deploy(service);
    await fetch(`${service.url}/fill`).catch(() => undefined);
    await until(() => messages(service).some((line) => line.includes("Out of memory (used over 512Mi)")));
    await rehearsed.deployments.remove(service);
  });

  it("says which file is not there, and which leads out of the repository", async () => {
    const docker = { dockerCommand: "", dockerContext: ".", dockerfilePath: "docker/Dockerfile" };
    for (const [details, words] of [
      [
        docker,
        "The Dockerfile docker/Dockerfile does not exist in the repository. Its folder has Dockerfile.",
      ],
      [
        { ...docker, dockerfilePath: "../Dockerfile" },
        "The Dockerfile ../Dockerfile leads out of the repository.",
      ],
      [
        { ...docker, dockerfilePath: "Dockerfile", dockerContext: "api" },
        "The Docker context api does not exist",
      ],
    ] as const) {
      const service = await serviceOf({ docker: details });
      assert.equal((await rehearsed.deploy(service)).status, "build_failed");
      assert.ok(
        messages(service).some((line) => line.includes(words)),
        messages(service).join("\n"),
      );
      await rehearsed.deployments.remove(service);
    }
  });

  it("ends with its owner even when that is killed", async () => {
    const program = `
      const { Rehearsed, messages } = require(${JSON.stringify(path.join(__dirname, "..", "rehearsed.ts"))});
      const { writeStaticProgram } = require(${JSON.stringify(path.join(__dirname, "static-program.ts"))});
      (async () => {
        const own = await Rehearsed.open({ checkoutFolder: ${JSON.stringify(path.join(checkouts, "killed"))} });
        writeStaticProgram(own.source);
        const docker = { dockerCommand: "", dockerContext: ".", dockerfilePath: "Dockerfile" };
        const service = await own.service({ runtime: "docker", docker });
        const deploy = await own.deploy(service);
        console.log(deploy.status + " " + service.deploys[0].image.store + " " + own.source);
      })();`;
    const owner = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(owner.stdout, "data");
    const [status, store = "", source = ""] = String(said).trim().split(" ");
    assert.equal(status, "live");
    assert.notDeepEqual(leftOf("/bin/shop"), []);
    owner.kill("SIGKILL");
    await until(() => leftOf("/bin/shop").length + leftOf(store).length === 0);
    await engine?.sweep(ownerEnded);
    await rm(source, { recursive: true });
    await rm(path.join(checkouts, "killed"), { recursive: true });
  });
});
