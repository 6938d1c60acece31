import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const BEFORE = path.join(ROOT, "bin/before-program.js");

const READ = `
const OF_WRITING = /(?:typescript.lib.typescript|@npmcli.arborist.lib.index|automation.index)\\.js$/;
// One that was read knows where it looks for others.
const read = () =>
  Object.entries(require.cache).filter(([file, { paths }]) => OF_WRITING.test(file) && paths !== undefined).length;`;

/** What a program does that has a dynamic provider of its own; and what was read before and after. */
const PROGRAM = `${READ}
const pulumi = require("@pulumi/pulumi");
const before = read();
const factor = 6;
const provider = { create: async ({ by }) => ({ id: "one", outs: { product: factor * by } }) };
pulumi.runtime.serializeFunction(() => provider).then(({ text }) => {
  const written = read();
  const named = typeof pulumi.automation.LocalWorkspace;
  console.log(JSON.stringify({ text, named, before, written: written - before, after: read() - written }));
});`;

interface Said {
  readonly text: string;
  readonly named: string;
  readonly before: number;
  readonly written: number;
  readonly after: number;
}

function run(folder: string, ...words: readonly string[]): string {
  // As a user starts it: what the tests' own processes put off is none of its work.
  const env = { ...process.env, NODE_OPTIONS: "" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

describe("A program that Node starts with what this package puts before it", function () {
  this.timeout(60_000);

  it("reads what writes functions when it writes one, and writes the same", () => {
    const [later, plain] = [["--require", BEFORE], []].map(
      (words) => JSON.parse(run(ROOT, ...words, "-e", PROGRAM)) as Said,
    );
    assert.deepEqual(later && [later.before, later.written, later.after], [0, 1, 1]);
    assert.deepEqual([later?.text, later?.named], [plain?.text, plain?.named]);
  });

  it("is judged by a pack that reads nothing of what writes functions", () => {
    const pack = `require("portcullis/policy").createPolicyPack(); console.log(read()); process.exit();`;
    assert.match(run(ROOT, "-e", `${READ}${pack}`), /^0$/m);
  });

  it("starts also where Pulumi's SDK is not installed, and in TypeScript", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-before-"));
    try {
      writeFileSync(path.join(folder, "index.ts"), "const said: string = 'started';\nconsole.log(said);\n");
      assert.equal(run(folder, "--require", BEFORE, "index.ts"), "started\n");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
