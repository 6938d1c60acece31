// Before anything of dist/ is loaded: in a checkout, dist/ follows the sources; an installed package has no sources.

const { existsSync } = require("node:fs");
const path = require("node:path");

require("./node-version.js");
require("node:module").enableCompileCache?.();

const root = path.join(__dirname, "..");
const build = path.join(__dirname, "build.js");
// The build loads what else few commands need, so the tests' word is asked for first.
if (process.env.PORTCULLIS_BUILT !== root && existsSync(build)) {
  const { engineOf, isChecked, noteChecked } = require("./checked.js");
  const engine = engineOf(process.argv);
  if (!isChecked(engine)) {
    require(build).buildWhereStale();
    noteChecked(engine);
  }
}
