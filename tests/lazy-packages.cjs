// In every process, Pulumi's SDK loads what only some need: npm's resolver of dependency trees and the TypeScript
// compiler, which it asks where it serialises a function, and the automation API. That is half of the start of a
// program or a policy pack. Half of the modules that are left report spans, where `--tracing` says where to. In the
// tests, which start hundreds of those, they are loaded when they are first asked.

const Module = require("node:module");

const LAZY = new Set(["@npmcli/arborist", "normalize-package-data", "typescript", "./automation"]);
/** Only the SDK's own requests: any other module that loads them uses them. */
const OF_THE_SDK = /[\\/]@pulumi[\\/]pulumi[\\/](?:index|typescript-shim|runtime[\\/]closure[\\/]\w+)\.js$/;
/** What takes its functions out of the packages at once, and calls them where spans are asked for. */
const OF_TRACING = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]tracing\.js$/;

const load = Module._load;
Module._load = function (request, parent, ...rest) {
  const loaded = () => Reflect.apply(load, this, [request, parent, ...rest]);
  if (request.startsWith("@opentelemetry/") && request !== "@opentelemetry/api") {
    return OF_TRACING.test(parent?.filename ?? "") ? lazyFunctions(loaded) : loaded();
  }
  if (!LAZY.has(request) || !OF_THE_SDK.test(parent?.filename ?? "")) return loaded();
  // What is not there is missed at once: the SDK then takes a compiler of its own.
  Module._resolveFilename(request, parent, false);
  return lazily(loaded);
};

/** Loads a module once a property of it is read. */
function lazily(load) {
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
        return name === "default" && !its().__esModule ? its() : its()[name];
      },
      has: (_, name) => name in its(),
    },
  );
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
