const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

// Tests run the command line, the pack and the plugin from dist/: it must be of the sources that are tested. Once, not
// in each worker (mocha sets the variable in those).
if (process.env.MOCHA_WORKER_ID === undefined) {
  require("../bin/build.js").buildWhereStale();
  process.env.PORTCULLIS_BUILT = path.join(__dirname, "..");
  startWith(require.resolve("./lazy-packages.cjs"));
  keepCode();
  withoutShim();
}
// A worker runs much code a few times each. What V8 would compile of it with all its care is thrown away soon: that took a
// tenth of the workers' time (measured 2026-12-01). What runs longer is still compiled so.
if (process.env.MOCHA_WORKER_ID !== undefined)
  require("node:v8").setFlagsFromString("--interrupt-budget=500000");
// A report has colours on a terminal and where CI is set. What a test compares has none, wherever it runs; tests of
// colours set their own environment.
process.env.NO_COLOR ??= "1";
delete process.env.FORCE_COLOR;
// The engine's processes are short: they need not collect their garbage as often as one that stays.
process.env.GOGC ??= "400";
// Secretlint marks each rule of each text, and its profiler compares each mark with all before it: some thousand texts
// in one process took minutes, with nothing that reads the marks. The package has no profiler (bin/bundle.js); this is for
// the sources, which tests load too.
require("node:perf_hooks").performance.mark = () => undefined;

/** Lets all that tests start, mocha's workers too, find the compiled code of the packages that they load. */
function keepCode() {
  process.env.NODE_COMPILE_CACHE ??= path.join(__dirname, "..", "node_modules", ".cache", "compiled");
  if (require("node:module").enableCompileCache !== undefined) return;
  startWith(require.resolve("./code-cache.cjs"));
}

/** Lets each Node process that tests start load this file first. */
function startWith(file) {
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --require ${JSON.stringify(file)}`.trim();
}

/** Where `python3` is a script that looks for a version each time, lets the tests find the version that it starts. */
function withoutShim() {
  const folder = process.env.PATH.split(path.delimiter).find((each) =>
    fs.existsSync(path.join(each, "python3")),
  );
  if (folder === undefined) return;
  const start = fs.readFileSync(path.join(folder, "python3"), { encoding: "latin1" }).slice(0, 2);
  if (start !== "#!") return;
  const { stdout } = spawnSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" });
  if (path.isAbsolute(stdout))
    process.env.PATH = `${path.dirname(stdout)}${path.delimiter}${process.env.PATH}`;
}
