// `npm run steady`: the suite ten times, every second run with all cores loaded, and which test failed in which run.
// Arguments go on to mocha: `npm run steady -- tests/probes/*.test.ts`. RUNS changes how often.

const { spawn } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { availableParallelism, tmpdir } = require("node:os");
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

async function main() {
  setUp();
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-steady-"));
  const failed = new Map();
  let sound = 0;
  for (let number = 1; number <= RUNS; number++) {
    const loaded = number % 2 === 0;
    const stop = loaded ? load() : () => {};
    const began = Date.now();
    const failures = await run(path.join(folder, `${number}.json`)).finally(stop);
    const minutes = ((Date.now() - began) / 60_000).toFixed(1);
    const name = `run ${number} of ${RUNS}${loaded ? ", cores loaded" : ""}, ${minutes} min, at ${new Date(began).toISOString()}`;
    process.stdout.write(`${name}: ${failures.length === 0 ? "passed" : `${failures.length} failed`}\n`);
    if (failures.length === 0) sound++;
    for (const { fullTitle, err } of failures) {
      process.stdout.write(`  ${fullTitle}\n    ${String(err.message).split("\n")[0]}\n`);
      failed.set(fullTitle, [...(failed.get(fullTitle) ?? []), number]);
    }
  }
  rmSync(folder, { recursive: true });
  process.stdout.write(`${sound} of ${RUNS} runs passed\n`);
  for (const [title, runs] of failed) process.stdout.write(`  in ${runs.join(", ")}: ${title}\n`);
  process.exitCode = sound === RUNS ? 0 : 1;
}

main().catch((error) => {
  process.stderr.write(`portcullis: ${error.message}\n`);
  process.exitCode = 1;
});
