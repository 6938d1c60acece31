// Each call of the engine starts four to six Node processes that load the same 760 modules. V8's code of them is kept
// between the processes: a quarter to a half of the time of each start. Node 22 does that by itself where
// NODE_COMPILE_CACHE is set; Node 20 has only the parts. tests/built.cjs sets both for the tests and all they start.
//
// Beside the code it keeps each file's text, and which file a request means: finding, reading and decoding 500 files
// takes as long as running them. A file of node_modules is what npm last installed, and the build names its chunks by
// what is in them: what was kept of either holds until npm writes node_modules/.package-lock.json again.

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
const found = {};
let written = 0;

/** When npm last changed the packages. */
function installed() {
  try {
    return fs.statSync(path.join(packages, ".package-lock.json")).mtimeMs;
  } catch {
    return undefined;
  }
}

/** What earlier processes kept: where the code and the text of each file are, and what requests mean. */
function read() {
  const none = { installed: installed(), index: {}, resolved: {} };
  try {
    const file = fs.openSync(store, "r");
    const length = bytesOf(file, 0, 4).readUInt32LE(0);
    const head = JSON.parse(bytesOf(file, 4, 4 + length).toString());
    return head.installed === none.installed ? { ...head, file, start: 4 + length } : none;
  } catch {
    return none;
  }
}

function bytesOf(file, from, to) {
  const bytes = Buffer.allocUnsafeSlow(to - from);
  if (fs.readSync(file, bytes, 0, bytes.length, from) < bytes.length) throw new Error("cut off");
  return bytes;
}

/** A process reads what it loads: others of the same name may have loaded ten times as much. */
function keptOf(filename) {
  kept ??= read();
  if (!Object.hasOwn(kept.index, filename)) return undefined;
  const { at, code, text, encoding } = kept.index[filename];
  const bytes = bytesOf(kept.file, kept.start + at, kept.start + at + code + text);
  return { code: bytes.subarray(0, code), text: bytes.subarray(code), encoding };
}

function write() {
  const fresh = [...loaded.values()].reduce(
    (sum, { isNew, content }) => sum + (isNew ? content.length : 0),
    0,
  );
  if (fresh - written < WORTH_WRITING) return;
  written = fresh;
  const head = { installed: kept.installed, index: {}, resolved: { ...kept.resolved, ...found } };
  const parts = [];
  let at = 0;
  const keep = (filename, { code, text, encoding }) => {
    head.index[filename] = { at, code: code.length, text: text.length, encoding };
    parts.push(code, text);
    at += code.length + text.length;
  };
  for (const [filename, { script, content }] of loaded) {
    const encoding = Buffer.byteLength(content) === content.length ? "latin1" : "utf8";
    keep(filename, { code: script.createCachedData(), text: Buffer.from(content, encoding), encoding });
  }
  for (const filename of Object.keys(kept.index)) {
    if (!loaded.has(filename) && fs.existsSync(filename)) keep(filename, keptOf(filename));
  }
  save(Buffer.from(JSON.stringify(head)), parts);
}

/** Whole or not at all: several processes write it at a time. */
function save(head, parts) {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  try {
    fs.mkdirSync(folder, { recursive: true });
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

const isKept = (filename) =>
  filename.startsWith(packages) || filename.startsWith(chunks) || ENGINES.test(filename);

const compile = Module.prototype._compile;
Module.prototype._compile = function (content, filename, ...rest) {
  const its = isKept(filename) ? keptOf(filename) : undefined;
  const isSame = its?.text.length === Buffer.byteLength(content, its?.encoding);
  return compiled(this, content, filename, isSame ? its.code : undefined, rest);
};

function compiled(module, content, filename, code, rest = []) {
  const script = isKept(filename) ? scriptOf(content, filename, code) : undefined;
  if (script === undefined) return Reflect.apply(compile, module, [content, filename, ...rest]);
  const isNew = code === undefined || script.cachedDataRejected === true;
  loaded.set(filename, { script, content, isNew });
  const given = [module.exports, requireOf(module), module, filename, path.dirname(filename)];
  const result = Reflect.apply(script.runInThisContext(), module.exports, given);
  if (filename.endsWith(REGISTER)) withoutPackages(module.require("source-map-support"));
  return result;
}

const load = Module.prototype.load;
Module.prototype.load = function (filename) {
  const its = isKept(filename) ? keptOf(filename) : undefined;
  if (its === undefined) return Reflect.apply(load, this, [filename]);
  this.filename = filename;
  this.paths = Module._nodeModulePaths(path.dirname(filename));
  compiled(this, its.text.toString(its.encoding), filename, its.code);
  this.loaded = true;
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const resolved = () => Reflect.apply(resolve, this, [request, parent, ...rest]);
  if (rest[1] !== undefined || !isKept(parent?.filename ?? "")) return resolved();
  kept ??= read();
  const key = `${path.dirname(parent.filename)}\0${request}`;
  const known = kept.resolved[key] ?? found[key];
  if (known !== undefined) return known;
  const filename = resolved();
  if (isKept(filename)) found[key] = filename;
  return filename;
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
