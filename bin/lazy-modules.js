// Each command needs a part of what its chunks name. A chunk, a package or a part of Node is loaded here when it is
// first used, in place of when the file that names it is loaded. What is used while a module is evaluated is loaded
// then, so the order of the few modules that act by themselves stays as it is written.

/**
 * What esbuild writes for `import … from`, each on a line of its own: `var import_node_fs = require("node:fs");`, or
 * `var import_pg = (0, import_chunk.__toESM)((0, import_chunk_2.require_pg)());`.
 */
const IMPORTED = /^var (import_\w+) = (.*\brequire(?:_\w+)?\)?\(.*\).*);$/gm;
const NAME = /\bimport_\w+\b/g;

/** A CommonJS text of esbuild's, not minified, whose imports are loaded at their first use. */
function withLazyImports(text) {
  /** By what they load: a file that is named by twenty modules of a chunk is asked for once. */
  const loaders = new Map();
  const loaderOf = new Map();
  const rest = text.replace(IMPORTED, (_, name, loaded) => {
    const loader = loaders.get(loaded) ?? name;
    loaderOf.set(name, loader);
    if (loaders.has(loaded)) return "";
    loaders.set(loaded, loader);
    return `var loaded_${name};function ${name}() { return loaded_${name} ??= ${loaded}; }`;
  });
  // A declaration names its own function; every other mention asks it. Of `new import_a.B()` the class is asked for.
  return rest.replace(NAME, (name, at) => {
    const loader = loaderOf.get(name);
    return loader === undefined || rest.startsWith("function ", at - "function ".length)
      ? name
      : `(${loader}())`;
  });
}

module.exports = { withLazyImports };
