// Each call of the engine starts four to six Node processes that load the same 760 modules. V8's code of them is kept
// between the processes: a quarter to a half of the time of each start. Node 22 does that by itself where
// NODE_COMPILE_CACHE is set; Node 20 has only the parts. tests/built.cjs sets both for the tests and all they start.
//
// A file of node_modules is what package-lock.json says, and the build names its chunks by what is in them: name and
// length are enough to know either again.

const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const vm = require("node:vm");

const root = path.join(__dirname, "..");
const packages = path.join(root, "node_modules") + path.sep;
const chunks = path.join(root, "dist", "chunks") + path.sep;
/** The language host of an engine that was built here, in a folder named by what is in it. */
const ENGINES = /[\\/]portcullis[\\/]builds[\\/]\d[^\\/]*-[\da-f]{12}[\\/]/;
const folder = path.join(packages, ".cache", "code");
const [before] = Module.wrapper;
/** Less new code than this is not worth writing everything again, in characters. */
const WORTH_WRITING = 200_000;
/** When a process has loaded what it needs. A provider is killed, and its end cannot be waited for. */
const LOADED_AFTER_MS = 2_500;

const REGISTER = path.join("source-map-support", "register.js");

/** By the last two parts of the main file's path: the folders above may be made for one test. */
const main = (process.argv[1] ?? "eval").split(path.sep).slice(-2).join("-");
const store = path.join(folder, `${process.version}-${main.replaceAll(/[^\w.-]/g, "")}`);

let kept;
const loaded = new Map();
let written = 0;

/** What earlier processes kept: the code, and where in it the code of each file is. */
function read() {
  try {
    const bytes = fs.readFileSync(store);
    const end = 4 + bytes.readUInt32LE(0);
    return { index: JSON.parse(bytes.toString("utf8", 4, end)), code: bytes.subarray(end) };
  } catch {
    return { index: {}, code: Buffer.alloc(0) };
  }
}

function keptCode(filename, length) {
  kept ??= read();
  const [from, to, its] = kept.index[filename] ?? [];
  return its === length ? kept.code.subarray(from, to) : undefined;
}

function write() {
  const fresh = [...loaded.values()].reduce((sum, { isNew, length }) => sum + (isNew ? length : 0), 0);
  if (fresh - written < WORTH_WRITING) return;
  written = fresh;
  const index = {};
  const parts = [];
  let at = 0;
  const add = (filename, code, length) => {
    index[filename] = [at, at + code.length, length];
    parts.push(code);
    at += code.length;
  };
  for (const [filename, { script, length }] of loaded) add(filename, script.createCachedData(), length);
  for (const [filename, [from, to, length]] of Object.entries(kept.index)) {
    if (!loaded.has(filename) && fs.existsSync(filename)) add(filename, kept.code.subarray(from, to), length);
  }
  const head = Buffer.from(JSON.stringify(index));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  try {
    fs.mkdirSync(folder, { recursive: true });
    // Whole or not at all: several processes write it at a time.
    fs.writeFileSync(`${store}.${process.pid}`, Buffer.concat([size, head, ...parts]));
    fs.renameSync(`${store}.${process.pid}`, store);
  } catch {
    // A checkout that cannot be written has no cache.
  }
}

function requireOf(module) {
  const its = (id) => module.require(id);
  its.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  its.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
  return Object.assign(its, {
    main: process.mainModule,
    extensions: Module._extensions,
    cache: Module._cache,
  });
}

/** @returns nothing where the file is no CommonJS, which Node finds out by itself */
function scriptOf(content, filename, code) {
  try {
    return new vm.Script(Module.wrap(content.replace(/^#!.*/, "")), {
      filename,
      cachedData: code,
      // As without the wrapper, for the places in stack traces.
      columnOffset: -before.length,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
  } catch {
    return undefined;
  }
}

const compile = Module.prototype._compile;
Module.prototype._compile = function (content, filename, ...rest) {
  const isKept = filename.startsWith(packages) || filename.startsWith(chunks) || ENGINES.test(filename);
  const code = isKept ? keptCode(filename, content.length) : undefined;
  const script = isKept ? scriptOf(content, filename, code) : undefined;
  if (script === undefined) return Reflect.apply(compile, this, [content, filename, ...rest]);
  const isNew = code === undefined || script.cachedDataRejected === true;
  loaded.set(filename, { script, length: content.length, isNew });
  const given = [this.exports, requireOf(this), this, filename, path.dirname(filename)];
  const result = Reflect.apply(script.runInThisContext(), this.exports, given);
  if (filename.endsWith(REGISTER)) withoutPackages(this.require("source-map-support"));
  return result;
};

/** The SDK asks for a stack with each promise, and each file of it would be looked up in its source map. */
function withoutPackages(sourceMapSupport) {
  const none = { url: null, map: { version: 3, sources: [], names: [], mappings: "" } };
  sourceMapSupport.install({
    retrieveSourceMap: (source) => (String(source).startsWith(packages) ? none : null),
  });
}

process.once("exit", write);
setTimeout(write, LOADED_AFTER_MS).unref();
