// What each entry of dist/ needs around it, said in one sentence where it is not there. Pulumi shows the sentence of an
// error that is marked as its RunError, and no stack trace.

const path = require("node:path");

require("./node-version.js");

const folder = path.join(__dirname, "..");
const { version, peerDependencies } = require("../package.json");
const LOADED = Symbol.for("portcullis.loaded");

function fail(sentence) {
  throw Object.assign(new Error(sentence), { __pulumiRunError: true });
}

/** Two copies in one process would each have resources, rules and state of their own. */
function onlyCopy() {
  const other = globalThis[LOADED];
  globalThis[LOADED] = other ?? { version, folder };
  if (other === undefined || other.folder === folder) return;
  fail(
    `Two copies of portcullis are loaded: ${other.version} in ${other.folder}, and ${version} in ${folder}. ` +
      "Type `npm ls portcullis` to see who brings them, and keep one.",
  );
}

function packagesThere(names) {
  const missing = names.filter((name) => {
    try {
      require.resolve(`${name}/package.json`);
      return false;
    } catch {
      return true;
    }
  });
  if (missing.length === 0) return;
  const typed = missing.map((name) => `${name}@${peerDependencies[name]}`).join(" ");
  fail(`portcullis needs ${missing.join(" and ")} here: type \`npm install ${typed}\`.`);
}

module.exports = (...names) => {
  onlyCopy();
  packagesThere(names);
};
