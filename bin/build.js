// Makes dist/ and rehearsal/dist/: JavaScript for all that runs (esbuild), types for those who import it (tsc), and the
// notices of the packages that are bundled. `node bin/build.js` makes them whole, as they are packed; set-up and each
// start in a checkout make what runs, and only where sources have changed.

const fs = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");
const dist = path.join(root, "dist");
/** What dist/ was built from. Its time is that of the newest source that is known to be in it. */
const stamp = path.join(dist, "sources.json");

/** Folders of the top level that hold no source of dist/. */
const NO_SOURCES = new Set(["node_modules", "dist", "tests", "bench", "docs", "fracas"]);
/** What is built from other files than those of TypeScript. */
const OTHER_SOURCES = ["package.json", "package-lock.json", "index.ts"];

/** Files that dist/ is made of, and their folders, whose times change when a file is removed. */
function sources() {
  const [files, folders] = [[], []];
  const enter = (folder) => {
    folders.push(folder);
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!NO_SOURCES.has(entry.name)) enter(file);
      } else if (/\.(?:ts|cjs|js|json|mod|sum|go)$/.test(entry.name)) files.push(file);
    }
  };
  for (const entry of fs.readdirSync(root, { withFileTypes: true })) {
    if (entry.isDirectory() && !entry.name.startsWith(".") && !NO_SOURCES.has(entry.name)) {
      enter(path.join(root, entry.name));
    }
  }
  files.push(...OTHER_SOURCES.map((name) => path.join(root, name)));
  return { files: files.sort(), folders };
}

function digestOf(files) {
  const hash = require("node:crypto").createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const file of files)
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

function isFresh() {
  const built = readStamp();
  if (built === undefined) return false;
  const { files, folders } = sources();
  const newest = Math.max(...[...files, ...folders].map((file) => fs.statSync(file).mtimeMs));
  if (newest <= fs.statSync(stamp).mtimeMs) return true;
  if (built.digest !== digestOf(files)) return false;
  try {
    fs.utimesSync(stamp, new Date(), new Date());
  } catch {
    // A folder that cannot be written: the digest is compared each time.
  }
  return true;
}

function readStamp() {
  try {
    return JSON.parse(fs.readFileSync(stamp, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Builds what runs, in a process of its own, where dist/ is not of these sources; ends the process if that fails. The
 * tests name this root in PORTCULLIS_BUILT once they have built it: what they start need not compare 1,100 files again.
 */
function buildWhereStale() {
  if (process.env.PORTCULLIS_BUILT === root || isFresh()) return;
  // Loaded here, since most processes find that dist/ is of these sources.
  const { spawnSync } = require("node:child_process");
  const { status } = spawnSync(process.execPath, [__filename, "--what-runs"], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(2);
}

/** Ends the process with one sentence. */
function stop(sentence) {
  process.stderr.write(`portcullis: ${sentence}\n`);
  process.exit(2);
}

async function main(words) {
  const whole = !words.includes("--what-runs");
  // As where npm packs the rehearsal after the whole.
  if (!whole && fs.existsSync(path.join(root, "rehearsal/dist/index.js")) && isFresh()) return;
  const { files } = sources();
  const digest = digestOf(files);
  const started = new Date();
  try {
    require.resolve("esbuild");
  } catch {
    stop("the packages of this checkout are not installed. Type `npm ci`.");
  }
  const { buildAll } = require("./bundle.js");
  try {
    await buildAll({ root, whole });
  } catch (error) {
    // Of esbuild's own errors, esbuild has printed what is wrong and where.
    if (error.errors !== undefined) stop("dist/ could not be built; the errors are above.");
    if (["EACCES", "EROFS", "EPERM"].includes(error.code)) {
      stop(
        `dist/ is not of these sources and cannot be written (${error.code}). Make ${dist} writable, then type \`npm run build\`.`,
      );
    }
    throw error;
  }
  fs.writeFileSync(stamp, `${JSON.stringify({ digest, whole })}\n`);
  fs.utimesSync(stamp, started, started);
}

module.exports = { buildWhereStale };

if (require.main === module) void main(process.argv.slice(2));
