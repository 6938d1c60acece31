import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { folderNameOf } from "../../../../../rehearsal/render/runtime/deploys/checkout";
import type { Service } from "../../../../../rehearsal/render/store";
import { messages, Rehearsed, textAt } from "../rehearsed";

/** What the build command has made is copied, and it does not run. */
const COPIED_WHOLE = /does not run: what it made before, of the same files, variables and tools, is copied/;
const COPIED = /: copied from what was installed for the same files before\./;

/** A wheel whose module says its version, and whose program says it too. */
const WHEEL = `
import sys, zipfile
folder, version = sys.argv[1:]
info = f"greeting-{version}.dist-info"
files = {
  "greeting.py": f"def greet():\\n    return 'greeting {version}'\\ndef main():\\n    print(greet())\\n",
  f"{info}/METADATA": f"Metadata-Version: 2.1\\nName: greeting\\nVersion: {version}\\n",
  f"{info}/WHEEL": "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
  f"{info}/entry_points.txt": "[console_scripts]\\ngreet = greeting:main\\n",
}
files[f"{info}/RECORD"] = "".join(f"{name},,\\n" for name in files)
with zipfile.ZipFile(f"{folder}/greeting-{version}-py3-none-any.whl", "w") as wheel:
  for name, text in files.items(): wheel.writestr(name, text)
`;

const PYTHON_SERVER = `
import http.server, os, greeting
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(greeting.greet().encode())
http.server.HTTPServer(("0.0.0.0", int(os.environ["PORT"])), Handler).serve_forever()
`;

const NODE_SERVER = `
const { greet } = require("greeting");
require("node:http").createServer((_, response) => response.end(greet())).listen(process.env.PORT, "0.0.0.0");
`;

describe("What a build installs", function () {
  this.timeout(10 * 60_000);
  let rehearsed: Rehearsed;
  let toolCache: string;

  // One for all: a virtual environment takes seconds to make.
  before(() => {
    toolCache = mkdtempSync(path.join(tmpdir(), "portcullis-test-tools-"));
  });
  after(() => rmSync(toolCache, { recursive: true, force: true }));
  beforeEach(async () => {
    rehearsed = await Rehearsed.open({ toolCache });
  });
  afterEach(() => rehearsed.close());

  const kept = (tool: string): string[] =>
    readdirSync(path.join(toolCache, "installs")).filter((name) => name.startsWith(`${tool}-`));

  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(rehearsed.source, name)), { recursive: true });
      writeFileSync(path.join(rehearsed.source, name), text);
    }
  };

  /** Deploys, and returns what this deploy alone has logged. */
  const deployed = async (service: Service): Promise<string> => {
    const before = messages(service).length;
    const deploy = await rehearsed.deploy(service);
    const said = messages(service).slice(before).join("\n");
    assert.equal(deploy.status, "live", said);
    return said;
  };
  const installs = (said: string): number => [...said.matchAll(/Successfully installed greeting/g)].length;

  it("by pip is installed once for the same requirements, and again for others", async () => {
    mkdirSync(path.join(rehearsed.source, "wheels"));
    for (const version of ["1.0", "2.0"])
      execFileSync("python3", ["-c", WHEEL, path.join(rehearsed.source, "wheels"), version]);
    write({
      "serve.py": PYTHON_SERVER,
      "requirements.txt": "--no-index\n--find-links wheels\ngreeting==1.0\n",
    });
    const service = await rehearsed.service({
      ...{ runtime: "python", healthCheckPath: "/", startCommand: "greet && python serve.py" },
      buildCommand: "pip install -r requirements.txt && python -m pip install -r requirements.txt && greet",
    });
    const first = await deployed(service);
    assert.equal(installs(first), 1, first);
    assert.match(first, /Using Python version 3\.\d+\.\d+ \(asked for: 3\.14\.3 by Render's default/);
    assert.equal(await textAt(service), "greeting 1.0");

    write({ "notes.md": "The code may change." });
    const second = await deployed(service);
    assert.equal(installs(second), 0, second);
    assert.equal([...second.matchAll(new RegExp(COPIED, "g"))].length, 2, second);
    assert.match(second, /greeting 1\.0/);
    assert.equal(await textAt(service), "greeting 1.0");

    write({ "requirements.txt": "--no-index\n--find-links wheels\ngreeting==2.0\n" });
    const third = await deployed(service);
    assert.equal(installs(third), 1, third);
    assert.equal(await textAt(service), "greeting 2.0");
    // The checkouts of earlier deploys are folders of their own.
    const programs = path.join(service.deploys[0]?.folder ?? "", ".venv/bin/greet");
    assert.match(
      readFileSync(programs, "utf8"),
      new RegExp(`/${folderNameOf(service.deploys[0]?.id ?? "none")}/`),
    );
  });

  it("by npm is installed once for the same lock file, and the package's own scripts run each time", async () => {
    const package_ = mkdtempSync(path.join(tmpdir(), "portcullis-test-package-"));
    const manifest = { name: "greeting", version: "1.0.0", main: "index.js" };
    writeFileSync(path.join(package_, "package.json"), JSON.stringify(manifest));
    writeFileSync(path.join(package_, "index.js"), 'exports.greet = () => "greeting 1.0.0";');
    execFileSync("npm", ["pack", "--silent", "--pack-destination", rehearsed.source], { cwd: package_ });
    rmSync(package_, { recursive: true });
    write({
      "serve.js": NODE_SERVER,
      "package.json": JSON.stringify({
        ...{ name: "shop", private: true, engines: { node: ">=18" } },
        scripts: { postinstall: "echo own script && echo made > made.txt", start: "node serve.js" },
        dependencies: { greeting: "file:greeting-1.0.0.tgz" },
      }),
    });
    execFileSync("npm", ["install", "--package-lock-only", "--silent"], { cwd: rehearsed.source });
    const service = await rehearsed.service({
      ...{ runtime: "node", healthCheckPath: "/", startCommand: "npm start" },
      buildCommand: "npm ci && cat made.txt",
    });
    const first = await deployed(service);
    assert.match(first, /added 1 package/);
    assert.equal(await textAt(service), "greeting 1.0.0");
    write({ "notes.md": "The code may change." });
    const second = await deployed(service);
    assert.doesNotMatch(second, /added 1 package/);
    assert.match(second, COPIED);
    assert.match(second, /own script[\s\S]*made/);
    assert.equal(await textAt(service), "greeting 1.0.0");
    assert.equal(kept("npm").length, 1);
    const third = await deployed(service);
    assert.match(third, COPIED_WHOLE);
    assert.doesNotMatch(third, /own script/);
    assert.equal(await textAt(service), "greeting 1.0.0");
  });

  it("is none of what fails: nothing is kept of it", async () => {
    const before = kept("pip");
    write({ "serve.py": PYTHON_SERVER, "requirements.txt": "--no-index\nno-such-package==1.0\n" });
    const service = await rehearsed.service({
      runtime: "python",
      buildCommand: "pip install -r requirements.txt",
    });
    assert.equal((await rehearsed.deploy(service)).status, "build_failed");
    assert.match(messages(service).join("\n"), /No matching distribution found for no-such-package/);
    assert.deepEqual(kept("pip"), before);
  });
});
