import { version } from "../package.json";

/**
 * What a provider's text in a stack's state loads, where both are of one version.
 *
 * @throws Error where the program that wrote the text runs on another version than the project's folder has.
 */
export function sameVersion<T>(written: string, loaded: T): T {
  if (written === version) return loaded;
  throw new Error(
    `The program runs on portcullis ${written}, and the project's folder has ${version}. ` +
      "Type `npm ls portcullis` to see who brings them, and keep one.",
  );
}
