// Tests run the command line, the pack and the plugin from dist/: it must be of the sources that are tested. Once, not
// in each worker (mocha sets the variable in those).
if (process.env.MOCHA_WORKER_ID === undefined) require("../bin/build.js").buildWhereStale();
// A report has colours on a terminal and where CI is set. What a test compares has none, wherever it runs; tests of
// colours set their own environment.
process.env.NO_COLOR ??= "1";
delete process.env.FORCE_COLOR;
