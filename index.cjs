// Loads what the build makes of index.ts. It is here and not in dist/, since Pulumi works in its main file's folder.
require("./bin/built.js");
module.exports = require("./dist/program.js");
