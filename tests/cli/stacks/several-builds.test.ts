import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { severalBuilds } from "../../../cli/stacks/several-builds";

describe("The builds of portcullis that are at work on a project", () => {
  let root: string;
  const at = (...parts: readonly string[]): string => path.join(root, ...parts);

  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), "portcullis-builds-")));
    write("infra/Pulumi.yaml", "name: shop\nruntime: nodejs\n");
    write("infra/policy/PulumiPolicy.yaml", "runtime: nodejs\n");
    install("infra", "0.1.0", "one");
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  }

  function install(folder: string, version: string, content: string): string {
    const own = `${folder}/node_modules/portcullis`;
    const exported = { "./package.json": "./package.json" };
    write(`${own}/package.json`, JSON.stringify({ name: "portcullis", version, exports: exported }));
    for (const name of ["cli", "index", "policy"]) write(`${own}/dist/${name}.js`, `// ${content}`);
    write(`${own}/render/PulumiPlugin.yaml`, "runtime: nodejs\n");
    return at(own);
  }

  it("are one where the project's own command runs, or another copy of the same build", () => {
    assert.equal(severalBuilds(at("infra"), at("infra/node_modules/portcullis")), undefined);
    assert.equal(severalBuilds(at("infra"), install("machine", "0.1.0", "one")), undefined);
  });

  it("are said where the command is of another version", () => {
    const own = install("machine", "0.2.0", "two");
    assert.equal(
      severalBuilds(at("infra"), own),
      `several builds of portcullis work on ${at("infra")}: 0.2.0 in ${own} (this command), 0.1.0 in ` +
        `${at("infra/node_modules/portcullis")} (the program and the policy pack). One may not know what another says. ` +
        `\`npx portcullis\` there runs the project's own, and \`npm ls portcullis\` shows who brings others.`,
    );
  });

  it("are said where the policy pack has its own, of the same version and another build", () => {
    const ofPack = install("infra/policy", "0.1.0", "another");
    const said = severalBuilds(at("infra"), at("infra/node_modules/portcullis"));
    assert.ok(said?.includes(`0.1.0 in ${ofPack} (the policy pack)`), said);
    assert.ok(said?.includes(" (this command and the program), "), said);
  });

  it("are said where Pulumi.yaml names another one's provider", () => {
    const other = install("other", "0.0.9", "old");
    const plugins =
      "plugins:\n  providers:\n    - name: render\n      path: ../other/node_modules/portcullis/render\n";
    write("infra/Pulumi.yaml", `name: shop\nruntime: nodejs\n${plugins}`);
    const said = severalBuilds(at("infra"), at("infra/node_modules/portcullis"));
    assert.ok(said?.includes(`0.0.9 in ${other} (the provider render)`), said);
  });

  it("are not asked of a project that cannot be read, or has none", () => {
    write("empty/Pulumi.yaml", "plugins: [");
    assert.equal(severalBuilds(at("empty"), at("infra/node_modules/portcullis")), undefined);
  });
});
