// Before anything of dist/ is loaded: in a checkout, dist/ follows the sources; an installed package has no sources.

const { existsSync } = require("node:fs");
const path = require("node:path");

require("./node-version.js");
require("node:module").enableCompileCache?.();

const build = path.join(__dirname, "build.js");
if (existsSync(build)) require(build).buildWhereStale();
