// Set-up that must work before any package is there: plain Node, no dependency, no TypeScript.

const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");

/** Ends the process with one sentence; a missing prerequisite needs no stack trace. */
function stop(sentence) {
  process.stderr.write(`portcullis: ${sentence}\n`);
  process.exit(2);
}

/** What node_modules was installed from; written last, so an interrupted install is done again. */
function lockDigest() {
  const hash = createHash("sha256");
  for (const file of ["package.json", "rehearsal/package.json", "package-lock.json"])
    hash.update(fs.readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function installPackages() {
  const marker = path.join(root, "node_modules", ".portcullis-installed");
  const digest = lockDigest();
  if (fs.existsSync(marker) && fs.readFileSync(marker, "utf8") === digest) return;
  process.stderr.write("portcullis: installing the npm packages of package-lock.json…\n");
  const started = Date.now();
  const windows = process.platform === "win32";
  const npm = spawnSync(windows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: windows,
  });
  if (npm.error) stop(`npm could not be started (${npm.error.code}). Install it with Node, then try again.`);
  if (npm.status !== 0) stop("npm ci failed; its message is above. Mend that, then try again.");
  fs.writeFileSync(marker, digest);
  process.stderr.write(
    `portcullis: npm packages installed in ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
  );
  process.env.PORTCULLIS_INSTALL_SECONDS = ((Date.now() - started) / 1000).toFixed(1);
}

/** Checks Node, installs the packages where the lock file has changed since the last time, and builds dist/. */
function setUp() {
  require("./node-version.js");
  installPackages();
  require("./build.js").buildWhereStale();
}

module.exports = { root, setUp };
