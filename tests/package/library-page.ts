import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type Engine, findEngine } from "../../engine";
import packageJson from "../../package.json";
import { pageText } from "../docs/pages";
import type { Tarballs } from "./installed-folder";

const PAGE = "docs/library.md";

/** One block of the page: the file that the line above it names, or what is typed. */
interface Block {
  readonly file: string | undefined;
  readonly language: string;
  readonly text: string;
}

const BLOCKS: readonly Block[] = [
  ...pageText(PAGE).matchAll(/^(?:`([\w./-]+)`\n\n)?```(\w*)\n([\s\S]*?)^```$/gm),
].map(([, file, language = "", text = ""]) => ({ file, language, text }));

/** The service of the page's program. */
const SERVER = `require("node:http")
  .createServer((request, response) => response.end("{}"))
  .listen(process.env.PORT, "0.0.0.0");
`;

/** The page of the library, typed and run as it is written, in its order. */
export function libraryPage(packed: () => Tarballs): void {
  let infra: string;
  let engine: Engine;

  before(async () => {
    engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    const { folder, portcullis, rehearsal } = packed();
    const repository = path.join(folder, "library-page");
    infra = path.join(repository, "infra");
    mkdirSync(path.join(repository, ".git"), { recursive: true });
    mkdirSync(infra);
    for (const file of [portcullis, rehearsal]) cpSync(file, path.join(repository, path.basename(file)));
    const remote = '[remote "origin"]\n\turl = https://github.com/acme/shop\n';
    writeFileSync(path.join(repository, ".git/config"), remote);
    writeFileSync(path.join(repository, "server.js"), SERVER);
    const manifest = { name: "shop", private: true, scripts: { start: "node server.js" } };
    writeFileSync(path.join(repository, "package.json"), JSON.stringify(manifest));
    // `npm ci` ends without one, and a preview says so.
    const lock = { name: "shop", lockfileVersion: 3, packages: { "": { name: "shop" } } };
    writeFileSync(path.join(repository, "package-lock.json"), JSON.stringify(lock));
  });

  function run(command: string): SpawnSyncReturns<string> {
    return spawnSync("sh", ["-c", command], {
      cwd: infra,
      encoding: "utf8",
      // What Pulumi asks for, of a secret.
      input: "c4nary-s3cret",
      env: {
        ...process.env,
        ...{ npm_config_prefer_offline: "true", npm_config_audit: "false", npm_config_fund: "false" },
        ...engine.environment,
        PATH: [path.dirname(engine.pulumi), engine.environment.PATH ?? process.env.PATH].join(path.delimiter),
        ...{ PULUMI_BACKEND_URL: `file://${path.dirname(infra)}`, PULUMI_CONFIG_PASSPHRASE: "p4ssphrase" },
        NO_COLOR: "1",
      },
    });
  }

  function typed(command: string): string {
    const { status, stdout, stderr } = run(command);
    assert.equal(status, 0, `${command}\n${stdout}${stderr}`);
    return stripVTControlCharacters(stdout);
  }

  /** Each line that the page shows is printed, in this order; `…` is for whatever there is. */
  function assertShows(printed: string, shown: readonly string[]): void {
    const pattern = shown
      .filter((line) => line !== "…")
      .map((line) => line.split("…").map(literally).join(".*").trim())
      .join("[^]*\n *");
    assert.match(printed, new RegExp(`(?:^|\n) *${pattern}`), printed);
  }

  it("is what a project of its own is made by, file for file and command for command", () => {
    const typedOnes: string[] = [];
    for (const { file, language, text } of BLOCKS) {
      if (file !== undefined) writeFileSync(path.join(infra, file), text);
      if (language === "sh") typedOnes.push(...text.split("\n").filter((line) => line !== ""));
      const [command = "", ...shown] = text.trimEnd().split("\n");
      if (language === "sh") for (const line of text.split("\n")) if (line !== "") typed(line);
      if (language !== "console") continue;
      const printed = typed(command.replace(/^\$ /, ""));
      assertShows(printed, shown);
      assert.doesNotMatch(printed, /c4nary|⚠️|not decided/);
      typedOnes.push(command);
    }
    assert.ok(typedOnes.length >= 8, typedOnes.join("\n"));
  });

  it("shows what is said of wrong arguments", () => {
    const program = BLOCKS.find(({ file }) => file === "index.ts")?.text ?? "";
    const wrong = program
      .replace('runtime: "node"', 'type: "wrker", runtime: "node"')
      .replace('config.requireSecret("stripeKey")', "undefined");
    writeFileSync(path.join(infra, "index.ts"), wrong);
    const { status, stdout } = run("pulumi preview -s staging");
    writeFileSync(path.join(infra, "index.ts"), program);
    assert.notEqual(status, 0);
    const shown = BLOCKS.find(({ text }) => text.startsWith("error: shop: "))?.text ?? "";
    assertShows(stdout, shown.trimEnd().split("\n"));
  });

  it("names the versions of Pulumi's packages that this one is tested with", () => {
    for (const name of ["@pulumi/pulumi", "@pulumi/policy", "@pulumi/postgresql"] as const) {
      assert.ok(pageText(PAGE).includes(`${name}@${packageJson.devDependencies[name]}`), name);
    }
  });

  it("has programs whose types hold", () => {
    const tsc = path.join(__dirname, "../../node_modules/typescript/bin/tsc");
    const strict = ["--noEmit", "--strict", "--target", "es2022", "--module", "node16", "--skipLibCheck"];
    const files = BLOCKS.flatMap(({ file }) => (file?.endsWith(".ts") ? [file] : []));
    assert.equal(files.length, 2);
    const { stdout } = spawnSync(process.execPath, [tsc, ...strict, ...files], {
      cwd: infra,
      encoding: "utf8",
    });
    assert.equal(stdout, "");
  });
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
