// Tests run the command line, the pack and the plugin from dist/: it must be of the sources that are tested. Once, not
// in each worker (mocha sets the variable in those).
if (process.env.MOCHA_WORKER_ID === undefined) require("../bin/build.js").buildWhereStale();
