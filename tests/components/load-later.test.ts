import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadLater } from "../../components/dynamic-provider/load-later";

describe("A package that is loaded later", () => {
  let folder: string;
  let from: NodeJS.Require;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-later-"));
    from = createRequire(path.join(folder, "index.js"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function later(name: string, text: string): unknown {
    mkdirSync(path.join(folder, "node_modules", name), { recursive: true });
    writeFileSync(path.join(folder, "node_modules", name, "index.js"), text);
    loadLater(name, from);
    return from(name);
  }

  it("is called, where it is a function", () => {
    const double = later("double", "module.exports = (number) => 2 * number;") as (number: number) => number;
    assert.equal(double(21), 42);
  });

  it("is constructed, where it is a class", () => {
    const Ship = later("ship", "module.exports = class { constructor(name) { this.name = name; } };");
    assert.equal(new (Ship as new (name: string) => { name: string })("Ada").name, "Ada");
  });

  it("shows its names, where it is an object", () => {
    const named = later("named", "exports.one = 1; exports.two = 2;") as object;
    assert.deepEqual(Object.keys(named), ["one", "two"]);
    assert.ok("one" in named);
  });

  it("is its own default, by a name that a bundler copies, where it has no other", () => {
    const whole = later("whole", "exports.one = 1;") as { readonly default: object };
    const copied = Object.getOwnPropertyNames(whole).map((name) => [name, Reflect.get(whole, name)]);
    assert.deepEqual(Object.fromEntries(copied).default, { one: 1 });
    const own = later("own", "exports.default = 1;") as { readonly default: number };
    assert.equal(own.default, 1);
    assert.deepEqual(Object.getOwnPropertyNames(own), ["default"]);
  });

  it("is not there, where it is not installed", () => {
    loadLater("no-such-package", from);
    assert.throws(() => from("no-such-package"), /Cannot find module/);
  });
});
