// `npm run steady`: the suite ten times, every second run with all cores loaded, and which test failed in which run.
// Arguments go on to mocha: `npm run steady -- 'tests/rehearsal/**/*.test.ts'`. RUNS changes how often.
//
// Ten runs take hours. What was run of the same commit with the same arguments is kept: typed again, it goes on with
// the run that was interrupted. Where a file is changed and not committed, nothing is kept.

const { createHash } = require("node:crypto");
const { spawn, spawnSync } = require("node:child_process");
const { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const { availableParallelism } = require("node:os");
const path = require("node:path");
const { root, setUp } = require("./setup.js");
const { testFiles } = require("./test-files.js");

const RUNS = Number(process.env.RUNS ?? 10);
const chosen = process.argv.slice(2);

/** One process for each core that does nothing but work, until it or this process ends. */
function load() {
  const busy =
    "process.on('disconnect', () => process.exit()); (function work() { for (let n = 0; n < 1e7; n++); setImmediate(work); })()";
  const stdio = ["ignore", "ignore", "ignore", "ipc"];
  const workers = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", busy], { stdio }),
  );
  return () => {
    for (const worker of workers) worker.kill("SIGKILL");
  };
}

/** Runs the suite once. @returns the tests that failed, and whether mocha itself said that all is well */
function run(report) {
  const mocha = [
    "node_modules/mocha/bin/mocha.js",
    "--reporter",
    "json",
    "--reporter-option",
    `output=${report}`,
  ];
  const tests = chosen.length > 0 ? chosen : testFiles();
  return new Promise((resolve, reject) => {
    const stdio = ["ignore", "ignore", "inherit"];
    const child = spawn(process.execPath, [...mocha, ...tests], { cwd: root, stdio });
    child.once("error", reject);
    child.once("close", (status, signal) => {
      let failures = [];
      try {
        failures = JSON.parse(readFileSync(report, "utf8")).failures;
      } catch (error) {
        failures = [{ fullTitle: `mocha (${signal ?? status})`, err: { message: error.message } }];
      }
      if (status !== 0 && failures.length === 0) {
        failures = [{ fullTitle: "mocha", err: { message: `ended with ${signal ?? status}` } }];
      }
      resolve(failures);
    });
  });
}

/** Where the runs of this commit with these arguments are kept; emptied first where files differ from the commit. */
function keptIn() {
  const git = (...words) => spawnSync("git", words, { cwd: root, encoding: "utf8" });
  const { status, stdout } = git("rev-parse", "HEAD");
  const changes = git("status", "--porcelain");
  const isCommit = status === 0 && changes.status === 0 && changes.stdout === "";
  const words = createHash("sha256").update(JSON.stringify(chosen)).digest("hex").slice(0, 12);
  const name = isCommit ? `${stdout.trim().slice(0, 12)}-${words}` : `changed-${words}`;
  const folder = path.join(root, "node_modules", ".cache", "steady", name);
  if (!isCommit) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A run's result, from the file if it was run before. */
async function result(folder, number, loaded) {
  const file = path.join(folder, `${number}.result.json`);
  if (existsSync(file)) return { ...JSON.parse(readFileSync(file, "utf8")), isKept: true };
  const stop = loaded ? load() : () => {};
  const began = Date.now();
  const report = path.join(folder, `${number}.json`);
  const ran = await run(report).finally(stop);
  const failures = ran.map(({ fullTitle, err }) => ({ fullTitle, err: { message: String(err.message) } }));
  const its = { began, took: Date.now() - began, failures };
  writeFileSync(`${file}.part`, JSON.stringify(its));
  renameSync(`${file}.part`, file);
  rmSync(report, { force: true });
  return its;
}

async function main() {
  setUp();
  const folder = keptIn();
  const failed = new Map();
  let sound = 0;
  for (let number = 1; number <= RUNS; number++) {
    const loaded = number % 2 === 0;
    const { began, took, failures, isKept } = await result(folder, number, loaded);
    const minutes = (took / 60_000).toFixed(1);
    const how = `${loaded ? ", cores loaded" : ""}${isKept ? ", kept" : ""}`;
    const name = `run ${number} of ${RUNS}${how}, ${minutes} min, at ${new Date(began).toISOString()}`;
    process.stdout.write(`${name}: ${failures.length === 0 ? "passed" : `${failures.length} failed`}\n`);
    if (failures.length === 0) sound++;
    for (const { fullTitle, err } of failures) {
      process.stdout.write(`  ${fullTitle}\n    ${String(err.message).split("\n")[0]}\n`);
      failed.set(fullTitle, [...(failed.get(fullTitle) ?? []), number]);
    }
  }
  process.stdout.write(`${sound} of ${RUNS} runs passed\n`);
  for (const [title, runs] of failed) process.stdout.write(`  in ${runs.join(", ")}: ${title}\n`);
  process.exitCode = sound === RUNS ? 0 : 1;
}

main().catch((error) => {
  process.stderr.write(`portcullis: ${error.message}\n`);
  process.exitCode = 1;
});
