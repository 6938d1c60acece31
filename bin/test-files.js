// The test files, those first that run the Pulumi engine: they take longest, and a core that takes one last would work
// alone at the end.

const fs = require("node:fs");
const path = require("node:path");
const { root } = require("./setup.js");

/** What a test of the real engine imports, by itself or through a file of its folder. */
const ON_THE_ENGINE = /\bfindEngine\b/;

/** All test files, relative to the root. */
function testFiles() {
  const files = fs
    .readdirSync(path.join(root, "tests"), { recursive: true })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join("tests", file));
  const engine = new Set(files.filter((file) => ON_THE_ENGINE.test(textOf(file))));
  const first = (file) => engine.has(file) || importsOf(file).some((imported) => engine.has(imported));
  const tests = files.filter((file) => file.endsWith(".test.ts")).sort();
  return [...tests.filter(first), ...tests.filter((file) => !first(file))];
}

const textOf = (file) => fs.readFileSync(path.join(root, file), "utf8");

/** The files under tests/ that a file imports, as paths relative to the root. */
function importsOf(file) {
  return [...textOf(file).matchAll(/from "(\.[^"]*)"/g)].map(
    ([, name]) => `${path.join(path.dirname(file), name)}.ts`,
  );
}

module.exports = { testFiles };
