import * as methods from "../components/verification/lifecycle";
import { version } from "../package.json";

/**
 * `portcullis/verification`: what the provider's text in a stack's state loads. Not for programs.
 *
 * @throws Error where the program that wrote the text runs on another version than the project's folder has.
 */
export function lifecycle(written: string): typeof methods {
  if (written === version) return methods;
  throw new Error(
    `The program runs on portcullis ${written}, and the project's folder has ${version}. ` +
      "Type `npm ls portcullis` to see who brings them, and keep one.",
  );
}
