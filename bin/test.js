// `npm test`: set-up, then types, lint and the tests. Arguments go on to mocha.

const { spawn } = require("node:child_process");
const { once } = require("node:events");
const { availableParallelism } = require("node:os");
const path = require("node:path");
const { root, setUp } = require("./setup.js");
const { testFiles } = require("./test-files.js");

setUp();
const chosen = process.argv.slice(2);
// Two more than there are cores: tests of the engine and of deployments wait half of their time.
const jobs = ["--jobs", String(availableParallelism() + 2)];
/**
 * TypeScript 7 checks in a third of the time. It has no API of JavaScript, which Pulumi's SDK asks `typescript` for.
 */
const compiler = "node_modules/typescript-7/bin/tsc";
/** What a run has learnt of the types, for the next one: a whole check takes longer than most tests. */
const types = path.join("node_modules", ".cache", "types.tsbuildinfo");
/** A build of the engine takes longer than a test may wait for it; where it is there, this takes a moment. */
const engine = ["engine", ["bin/portcullis.js", "engine"]];
/** At once: each of them waits now and then for the disk, and none for another. */
const checks = [
  ["types", [compiler, "--noEmit", "--incremental", "--tsBuildInfoFile", types]],
  ["lint", ["node_modules/@biomejs/biome/bin/biome", "check", "."]],
  ...(chosen.length > 0 ? [] : [engine]),
];
const tests = [
  "tests",
  ["node_modules/mocha/bin/mocha.js", ...jobs, ...(chosen.length > 0 ? chosen : testFiles())],
];

/** Whether the command ended in order; where it did not, a line says which. */
async function passes([name, command]) {
  const [status, signal] = await once(
    spawn(process.execPath, command, { cwd: root, stdio: "inherit" }),
    "exit",
  );
  if (status !== 0) process.stderr.write(`portcullis: ${name} failed${signal ? ` (${signal})` : ""}\n`);
  return status === 0;
}

async function run() {
  const passed = await Promise.all(checks.map(passes));
  process.exitCode = !passed.includes(false) && (await passes(tests)) ? 0 : 1;
}

run();
