import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { virtualEnvironment } from "../../rehearsal/virtual-environment";

const MODULE = join(__dirname, "..", "..", "rehearsal", "virtual-environment");
const MAKING = /^Making a virtual environment/;

describe("The service's virtual environment", () => {
  let folder: string;
  let options: { requirements: string; cacheDirectory: string; staleMilliseconds: number };
  // Far longer than a slow machine needs to renew a lock.
  const stale = 60_000;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "portcullis-venv-"));
    const requirements = join(folder, "requirements.txt");
    // Nothing to install: what is tested here is the building, not pip.
    writeFileSync(requirements, "# none\n");
    options = { requirements, cacheDirectory: join(folder, "cache"), staleMilliseconds: stale };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it("is built once by the two runs that come after a killed one, and found by the next", async () => {
    const name = await killedBuild();
    const place = join(options.cacheDirectory, name);
    assert.equal(existsSync(join(place, "whole")), false);
    const progress: string[] = [];
    const run = () => virtualEnvironment({ ...options, onProgress: (sentence) => progress.push(sentence) });
    const both = await Promise.all([run(), run()]);
    assert.deepEqual(both.map(({ installed }) => installed).sort(), [false, true]);
    assert.equal(both[0].python, both[1].python);
    assert.ok(both[0].python.startsWith(place));
    assert.equal(progress.filter((sentence) => MAKING.test(sentence)).length, 1);
    assert.equal((await run()).installed, false);
    const script = "import sys; print(sys.prefix != sys.base_prefix)";
    assert.equal(execFileSync(both[0].python, ["-c", script], { encoding: "utf8" }), "True\n");
    assert.deepEqual(readdirSync(options.cacheDirectory), [name], "no lock is left");
  }).timeout(10 * 60_000);

  /** Builds in a process of its own, which is killed as soon as it says that it has begun. @returns the folder's name */
  async function killedBuild(): Promise<string> {
    const program = `require(${JSON.stringify(MODULE)}).virtualEnvironment({ ...${JSON.stringify(options)}, onProgress: console.log })`;
    const builder = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(builder.stdout, "data");
    assert.match(String(said), MAKING);
    builder.kill("SIGKILL");
    await once(builder, "exit");
    const [name = ""] = readdirSync(options.cacheDirectory).filter((entry) => !entry.endsWith(".lock"));
    // As the lock looks when its owner has been dead for so long.
    const then = new Date(Date.now() - 2 * stale);
    utimesSync(join(options.cacheDirectory, `${name}.lock`), then, then);
    return name;
  }

  it("says in one sentence what is missing when there is no Python", async () => {
    await assert.rejects(virtualEnvironment({ ...options, interpreters: ["no-such-python", "false"] }), {
      message:
        "The sample service needs Python 3.10 or newer with the venv module, and none was found (no-such-python does not run with venv and pip, false does not run with venv and pip). Install one (`apt-get install python3 python3-venv`, `brew install python`) and run the command again.",
    });
    assert.equal(existsSync(options.cacheDirectory), false);
  });

  it("does not wait for a lock that it could never have", async () => {
    writeFileSync(options.cacheDirectory, "a file where the folder should be");
    await assert.rejects(virtualEnvironment(options), { code: /EEXIST|ENOTDIR/ });
  });

  it("passes over a Python that is too old", async () => {
    const old = join(folder, "python3.9");
    writeFileSync(old, "#!/bin/sh\nprintf '/usr/bin/python3.9\\n3\\n9\\n18\\n'\n", { mode: 0o755 });
    await assert.rejects(virtualEnvironment({ ...options, interpreters: [old] }), {
      message: /none was found \(.*python3\.9 is 3\.9\.18\)/,
    });
  });

  it("leaves nothing behind when a step fails, and passes on what was said", async () => {
    const broken = join(folder, "python3.12");
    const answers = `printf '${broken}\\n3\\n12\\n1\\n'`;
    const script = `#!/bin/sh\n[ "$1" = -c ] && { ${answers}; exit; }\necho 'No space left on device' >&2; exit 28\n`;
    writeFileSync(broken, script, { mode: 0o755 });
    await assert.rejects(virtualEnvironment({ ...options, interpreters: [broken] }), {
      message:
        /^The service's Python packages could not be set up: `.*python3\.12 -m venv .*` ended with 28\.\nNo space left on device$/,
    });
    const [name = ""] = readdirSync(options.cacheDirectory);
    assert.deepEqual(readdirSync(join(options.cacheDirectory, name)), []);
  });
});
