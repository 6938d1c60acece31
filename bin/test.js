// `npm test`: set-up, then types, lint and the tests. Arguments go on to mocha.
"use strict";

const { spawnSync } = require("node:child_process");
const { root, setUp } = require("./setup.js");

setUp();
const checks = [
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  ["lint", ["node_modules/@biomejs/biome/bin/biome", "check", "."]],
  ["tests", ["node_modules/mocha/bin/mocha.js", ...process.argv.slice(2)]],
];
for (const [name, command] of checks) {
  const { status, signal } = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    process.stderr.write(`portcullis: ${name} failed${signal ? ` (${signal})` : ""}\n`);
    process.exit(status ?? 1);
  }
}
