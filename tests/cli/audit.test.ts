import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { inFolder } from "../audit/written-folder";

const root = path.join(__dirname, "../..");

function portcullis(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
}

describe("portcullis audit", function () {
  this.timeout(10 * 60_000);

  it("is no clean result where nothing was read", () => {
    inFolder({ "notes.txt": "PORT=8000" }, (folder) => {
      const { status, stderr, stdout } = portcullis(folder, "audit");
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /nothing read is no clean result/);
    });
  });

  for (const [file, text, at] of [
    ["render.yaml", "services:\n  - type: web\n   name: api\n", "render.yaml:3: expected YAML"],
    ["compose.yaml", "services:\n  a: b: c\n", "compose.yaml:2: expected YAML"],
    ["fly.toml", "app = 1 2\n", "fly.toml:1: expected TOML"],
    ["railway.json", '{ "deploy": [', "railway.json:1: expected JSON"],
    ["api/package.json", '{ "scripts": ', "api/package.json:1: expected JSON"],
  ] as const) {
    it(`decides nothing where ${file} cannot be read beside what can, and names it with its line`, () => {
      inFolder({ ".env.production": "PORT=8000\n", [file]: text }, (folder) => {
        const { status, stdout } = portcullis(folder, "audit");
        assert.equal(status, 3, stdout);
        assert.ok(stdout.includes(`could not be read:\n  ${at}`), stdout);
        assert.match(stdout, /\nno finding in 1 file; not decided: \S+:\d could not be read\n$/);
        assert.match(portcullis(folder, "audit", "--markdown").stdout, /\*\*not decided\*\*: /);
        const annotated = portcullis(folder, "audit", "--format", "github");
        assert.ok(annotated.stderr.includes(`portcullis: not decided: ${at}`), annotated.stderr);
        assert.equal(portcullis(folder, "audit", "--json").status, 3);
        const adopted = portcullis(folder, "adopt");
        assert.equal(adopted.status, 2);
        assert.ok(adopted.stderr.includes(at), adopted.stderr);
        const excluded = /`(--exclude \S+)`/.exec(adopted.stderr)?.[1]?.split(" ") ?? [];
        assert.equal(portcullis(folder, "adopt", ...excluded, "--output", "made").status, 0);
      });
    });
  }

  it("has an answer where something is found beside what cannot be read", () => {
    inFolder(
      { ".env.production": "PORT=8000\n", ".env.staging": "PORT=9000\n", "fly.toml": "app = 1 2\n" },
      (folder) => {
        assert.equal(portcullis(folder, "audit", "--fail-on", "note").status, 1);
      },
    );
  });

  it("opens no connection, asks no name server, and loads nothing of the deployment engine", () => {
    const watch = [
      'const refuse = () => { throw new Error("the network was used"); };',
      'require("node:net").Socket.prototype.connect = refuse;',
      'require("node:dns").lookup = refuse;',
      'process.on("exit", () => {',
      "  const loaded = Object.keys(require.cache).filter((file) => /node_modules.(@pulumi|@grpc|listr2|pg|undici)/.test(file));",
      '  require("node:fs").writeFileSync("loaded.json", JSON.stringify(loaded));',
      "});",
    ].join("\n");
    const blueprint =
      "services:\n  - type: web\n    name: shop\n    runtime: docker\n    healthCheckPath: /health\n";
    inFolder({ "watch.cjs": watch, "render.yaml": blueprint }, (folder) => {
      const command = ["--require", "./watch.cjs", path.join(root, "bin/portcullis.js"), "audit"];
      const { status, stdout, stderr } = spawnSync(process.execPath, command, {
        cwd: folder,
        encoding: "utf8",
      });
      assert.equal(status, 0, stdout + stderr);
      assert.deepEqual(JSON.parse(readFileSync(path.join(folder, "loaded.json"), "utf8")), []);
    });
  });

  for (const [title, args, message] of [
    [
      "a folder that is not there",
      ["nowhere"],
      /nowhere: expected a folder that can be read, got ENOENT, no file of that name/,
    ],
    [
      "a file in a folder's place",
      [".env"],
      /\.env: expected a folder, got a file\. Type `portcullis audit \.` for the folder that it is in/,
    ],
    ["a format that there is none of", ["--format", "xml"], /Allowed choices are terminal, json/],
    ["a port that is none", ["--standard-port", "0"], /Expected a port from 1 to 65535/],
    ["two formats at once", ["--json", "--sarif"], /choose one of/],
    [
      "an option that there is not, and says where the others are listed",
      ["--nope"],
      /^portcullis: unknown option '--nope'\n\(type `portcullis audit --help` for its options\)/,
    ],
  ] as const) {
    it(`refuses ${title} with exit code 2`, () => {
      inFolder({ ".env": "PORT=8000\n" }, (folder) => {
        const { status, stderr } = portcullis(folder, "audit", ...args);
        assert.equal(status, 2, stderr);
        assert.match(stderr, message);
      });
    });
  }
});

describe("portcullis rules", () => {
  it("lists every rule, and explains one by its id or the pack's name for it", () => {
    inFolder({}, (folder) => {
      const listed = portcullis(folder, "rules");
      assert.equal(listed.status, 0);
      assert.match(listed.stdout, /^port\/agreement +error +Every place/m);
      const explained = portcullis(folder, "rules", "port/agreement");
      assert.match(explained.stdout, /\nWhy: .*\nFix: .*\nSee: https:/);
      assert.equal(portcullis(folder, "rules", "port-agreement").stdout, explained.stdout);
    });
  });

  it("lists those that a word names, by their ids, else by their titles", () => {
    inFolder({}, (folder) => {
      const port = portcullis(folder, "rules", "port");
      assert.equal(port.status, 0, port.stderr);
      const ids = port.stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split(" ")[0] ?? "");
      assert.ok(ids.includes("port/agreement") && ids.includes("port/hard-coded"), port.stdout);
      assert.deepEqual(
        ids.filter((id) => !id.split(/[/-]/).includes("port")),
        [],
      );
      const { rules } = JSON.parse(portcullis(folder, "rules", "port", "--json").stdout) as {
        rules: { id: string }[];
      };
      assert.deepEqual(
        rules.map(({ id }) => id),
        ids,
      );
      assert.equal(portcullis(folder, "rules", "nothing-like-it").status, 2);
    });
  });

  it("suggests the nearest id for one that there is not", () => {
    inFolder({}, (folder) => {
      const { status, stderr } = portcullis(folder, "rules", "port/agrement");
      assert.equal(status, 2);
      assert.match(stderr, /there is no rule `[^`]+`: did you mean `port\/agreement`\?/);
    });
  });
});
