// One file of the commands that only read, made by esbuild and kept in node_modules: an audit starts in a third of
// the time that some three hundred files take which are translated one by one. Plain Node: it runs before anything.

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const vm = require("node:vm");

const root = path.join(__dirname, "..");
const folder = path.join(root, "node_modules", ".cache", "portcullis");
const ROOMS = [
  "audit",
  "cli",
  "components",
  "config",
  "diagnosis",
  "records",
  "domain",
  "platforms",
  "databases",
  "rules",
  "engine",
  "policy",
  "probes",
  "rehearsal",
  "render",
];

/** Commands that need nothing but what they read, neither the engine nor a file of the project's own. */
const READING = ["audit", "adopt", "rules", "diagnose", "fracas"];

/** The other commands of cli/index.ts, which are never asked for then. */
const OTHERS = ["./rehearse/command", "./review/command", "./watch/command", "./engine"];

/** Packages that find files of their own at run time. */
const OUTSIDE = ["@secretlint/*", "esbuild", "execa", "tsx"];

/** The file to run for a command: the sources' bundle, or the source itself where it is not for that. */
function entry(command) {
  const source = path.join(root, "cli", "index.ts");
  if (!READING.includes(command)) return source;
  try {
    const bundle = path.join(folder, `cli-${sourceKey()}.js`);
    if (!fs.existsSync(bundle)) make(source, bundle);
    return bundle;
  } catch {
    // A folder that cannot be written, such as an installed package's: slower, and the same.
    return source;
  }
}

/** Names, sizes and times of the sources: a change of any of them is a bundle of its own. */
function sourceKey() {
  const hash = createHash("sha256").update(process.version);
  const note = (file) => {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  };
  const enter = (at) => {
    for (const entry of fs.readdirSync(at, { withFileTypes: true })) {
      const file = path.join(at, entry.name);
      if (entry.isDirectory()) enter(file);
      else if (entry.name.endsWith(".ts")) note(file);
    }
  };
  for (const room of ROOMS) enter(path.join(root, room));
  for (const file of ["package-lock.json", path.join("bin", "bundle.js")]) note(path.join(root, file));
  return hash.digest("hex").slice(0, 16);
}

function make(source, bundle) {
  const { buildSync } = require("esbuild");
  const { outputFiles } = buildSync({
    entryPoints: [source],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: `node${process.versions.node}`,
    external: [...OTHERS, ...OUTSIDE],
    logLevel: "silent",
    minifySyntax: true,
    minifyWhitespace: true,
  });
  const [{ text }] = outputFiles;
  fs.mkdirSync(folder, { recursive: true });
  // A script with kept machine code imports nothing by itself (nodejs.org/api/vm.html): it is handed what does.
  const handed = text.replaceAll('import("@', 'importPackage("@');
  writeWhole(bundle, `(function (require, module, importPackage) {${handed}\n})`);
  removeOld(path.basename(bundle));
}

const AN_HOUR_MS = 3_600_000;

/** Bundles of sources that are no more; a young one may be another process's, which is about to read it. */
function removeOld(own) {
  for (const name of fs.readdirSync(folder)) {
    if (!/^cli-[0-9a-f]+\.js(?:\.code)?(?:\.\d+)?$/.test(name) || name.startsWith(own)) continue;
    const file = path.join(folder, name);
    const status = fs.statSync(file, { throwIfNoEntry: false });
    if (status !== undefined && Date.now() - status.mtimeMs > AN_HOUR_MS) fs.rmSync(file, { force: true });
  }
}

/**
 * Runs a bundle as `require` would, with the machine code that V8 made of it in an earlier run. V8 itself refuses
 * such code where it is of another version or was made under other flags, and compiles the text then.
 */
function run(bundle) {
  const kept = `${bundle}.code`;
  const cachedData = bytesOf(kept);
  const script = new vm.Script(fs.readFileSync(bundle, "utf8"), {
    filename: bundle,
    ...(cachedData && { cachedData }),
  });
  // At the end of a run V8 knows which functions are needed at all.
  if (cachedData === undefined || script.cachedDataRejected)
    process.once("exit", () => keep(kept, script.createCachedData()));
  script.runInThisContext()(Module.createRequire(bundle), { exports: {} }, (name) => import(name));
}

function bytesOf(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** What cannot be kept is made again the next time. */
function keep(file, bytes) {
  try {
    writeWhole(file, bytes);
  } catch {}
}

/** Whoever starts meanwhile sees the whole file or none. */
function writeWhole(file, bytes) {
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, bytes);
  fs.renameSync(own, file);
}

module.exports = { entry, run };
