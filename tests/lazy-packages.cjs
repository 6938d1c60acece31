// In every process, Pulumi's SDK loads what only some need: npm's resolver of dependency trees and the TypeScript
// compiler, which it asks where it serialises a function, and the automation API. That is half of the start of a
// program or a policy pack. Half of the modules that are left report spans, where `--tracing` says where to. In the
// tests, which start hundreds of those, they are loaded when they are first asked.

const Module = require("node:module");
const v8 = require("node:v8");

const LAZY = new Set(["@npmcli/arborist", "normalize-package-data", "typescript", "./automation"]);
/** Only the SDK's own requests: any other module that loads them uses them. */
const OF_THE_SDK =
  /[\\/]@pulumi[\\/]pulumi[\\/](?:index|tsutils|typescript-shim|cmd[\\/]run-policy-pack[\\/]run|runtime[\\/]closure[\\/]\w+)\.js$/;
/** What registers TypeScript's loader, whatever a pack is written in. */
const OF_A_PACK = /[\\/]cmd[\\/]run-policy-pack[\\/]run\.js$/;
/** What takes its functions out of the packages at once, and calls them where spans are asked for. */
const OF_TRACING = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]tracing\.js$/;
/** What asks V8 where a function that is serialised was written, and to name each script from the start. */
const OF_CLOSURES = /[\\/]runtime[\\/]closure[\\/]v8Hooks\.js$/;

// The SDK sets it in the middle of its start. V8 takes no code that was kept under other flags: each program compiled
// again all that it had loaded before, and kept it for the next one in vain.
v8.setFlagsFromString("--allow-natives-syntax");

const load = Module._load;
Module._load = function (request, parent, ...rest) {
  const loaded = () => Reflect.apply(load, this, [request, parent, ...rest]);
  if (request.startsWith("@opentelemetry/") && request !== "@opentelemetry/api") {
    return OF_TRACING.test(parent?.filename ?? "") ? lazyFunctions(loaded) : loaded();
  }
  if (request === "inspector" && OF_CLOSURES.test(parent?.filename ?? "")) return lazyInspector(loaded);
  if (/[\\/]vendor[\\/]ts-node@/.test(request) && OF_A_PACK.test(parent?.filename ?? ""))
    return lazyLoader(loaded);
  if (!LAZY.has(request) || !OF_THE_SDK.test(parent?.filename ?? "")) return loaded();
  // What is not there is missed at once: the SDK then takes a compiler of its own.
  Module._resolveFilename(request, parent, false);
  const version =
    request === "typescript" ? () => parent.require("typescript/package.json").version : undefined;
  return lazily(loaded, version);
};

/** Loads a module once a property of it is read; but not for its version, where that is said otherwise. */
function lazily(load, version) {
  let module;
  const its = () => {
    module ??= load();
    return module;
  };
  return new Proxy(
    {},
    {
      get(_, name) {
        // So that the SDK does not copy all that is in it.
        if (name === "__esModule") return true;
        if (name === "version" && version !== undefined) return version();
        return name === "default" && !its().__esModule ? its() : its()[name];
      },
      has: (_, name) => name in its(),
    },
  );
}

/** Registers the loader with the first file of TypeScript. */
function lazyLoader(load) {
  const extensions = [".ts", ".tsx"];
  const register = (options) => {
    if (options.compilerOptions?.allowJs) return load().register(options);
    for (const extension of extensions) {
      Module._extensions[extension] = (module, filename) => {
        for (const each of extensions) delete Module._extensions[each];
        load().register(options);
        Module._extensions[extension](module, filename);
      };
    }
  };
  return { register };
}

/** Any property is a function, or a class, that loads its module once it is called. */
function lazyFunctions(load) {
  const lazyFunction = (name) =>
    new Proxy(class {}, {
      apply: (_, its, given) => Reflect.apply(load()[name], its, given),
      construct: (_, given) => Reflect.construct(load()[name], given),
    });
  return new Proxy({}, { get: (_, name) => lazyFunction(name) });
}

/** A session that begins with its first question. It then hears of all scripts, those that are loaded already too. */
function lazyInspector(load) {
  class LazySession {
    #listeners = [];
    #session;
    connect() {}
    addListener(event, listener) {
      if (this.#session !== undefined) this.#session.addListener(event, listener);
      else this.#listeners.push([event, listener]);
    }
    once(event, listener) {
      this.#begin().once(event, listener);
    }
    post(method, ...rest) {
      if (this.#session === undefined && method === "Debugger.enable") return rest.at(-1)(null, {});
      this.#begin().post(method, ...rest);
    }
    #begin() {
      if (this.#session !== undefined) return this.#session;
      this.#session = new (load().Session)();
      for (const [event, listener] of this.#listeners) this.#session.addListener(event, listener);
      this.#session.connect();
      this.#session.post("Debugger.enable");
      return this.#session;
    }
  }
  return { Session: LazySession };
}
