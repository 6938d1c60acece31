import path from "node:path";

/** What the installers' wrappers read from variables. */
export interface InstallSettings {
  /** The folder of what is kept. */
  readonly cache: string;
  readonly checkout: string;
  /** The language's version: what one installs is of no use to another. */
  readonly version: string;
  /** The folder of the wrappers, which is not where the real tools are. */
  readonly wrappers: string;
  /** The key of an empty environment of Python, which the first installer puts in place; empty where that is done. */
  readonly environment: string;
}

const NAMES = {
  cache: "PORTCULLIS_INSTALLS_CACHE",
  checkout: "PORTCULLIS_INSTALLS_CHECKOUT",
  version: "PORTCULLIS_INSTALLS_VERSION",
  wrappers: "PORTCULLIS_INSTALLS_WRAPPERS",
  environment: "PORTCULLIS_INSTALLS_ENVIRONMENT",
} as const;

export function variablesOf(settings: InstallSettings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(NAMES).map(([key, name]) => [name, settings[key as keyof InstallSettings]]),
  );
}

/** @throws Error where a wrapper is run outside of a build */
export function settingsOf(variables: NodeJS.ProcessEnv): InstallSettings {
  const read = (name: string): string => {
    const value = variables[name];
    if (value === undefined) throw new Error(`${name} is not set: a build alone runs this.`);
    return value;
  };
  return {
    cache: read(NAMES.cache),
    checkout: read(NAMES.checkout),
    version: read(NAMES.version),
    wrappers: read(NAMES.wrappers),
    environment: read(NAMES.environment),
  };
}

/** A folder below the checkout, as a key has it: each deploy has a checkout of its own. */
export const withinCheckout = (checkout: string, folder: string): string =>
  path.relative(checkout, folder) || ".";
