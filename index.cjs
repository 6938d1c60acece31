// What the build makes of index.ts. It lies here and not in dist/, since Pulumi works in the folder of its main file.
require("./bin/built.js");
module.exports = require("./dist/program.js");
