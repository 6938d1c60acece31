import Module from "node:module";

/**
 * Puts a package into this process that is read when something of it is first used. Who asks for it before gets what
 * behaves as it does. Nothing is done where the package is not there.
 *
 * @param from by whose `require` it is found
 */
export function loadLater(name: string, from: NodeJS.Require): void {
  const file = foundBy(from, name);
  if (file === undefined || from.cache[file] !== undefined) return;
  let loaded: object | undefined;
  const load = (): object => {
    if (loaded === undefined) {
      delete from.cache[file];
      loaded = from(file) as object;
    }
    return loaded;
  };
  const later = new Module(file);
  later.filename = file;
  later.loaded = true;
  later.exports = new Proxy(callable(), {
    apply: (_, self, given) => Reflect.apply(load() as never, self, given),
    construct: (_, given) => Reflect.construct(load() as never, given),
    get: (_, key) => {
      // What TypeScript makes of an import copies every property of a module that has no such mark.
      if (key === "__esModule") return true;
      const whole = load();
      return key === "default" && !(key in whole) ? whole : Reflect.get(whole, key);
    },
    has: (_, key) => key === "default" || key in load(),
    // What esbuild makes of `import ts from "typescript"` copies what is named here.
    ownKeys: () => [...new Set([...Reflect.ownKeys(load()), "default"])],
    getOwnPropertyDescriptor: (_, key) => {
      const whole = load();
      const property = Reflect.getOwnPropertyDescriptor(whole, key);
      if (property === undefined && key === "default" && !(key in whole))
        return { value: whole, enumerable: false, configurable: true };
      return property && { ...property, configurable: true };
    },
  });
  from.cache[file] = later;
}

/** What can be called and constructed, as a package can that is a function. A bound one has no property that is fixed. */
function callable(): object {
  function whole(): void {}
  return whole.bind(undefined);
}

/** The file of a module, where there is one. */
export function foundBy(from: NodeJS.Require, name: string): string | undefined {
  try {
    return from.resolve(name);
  } catch {
    return undefined;
  }
}
