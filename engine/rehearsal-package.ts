import { createRequire } from "node:module";
import path from "node:path";
import { version } from "../package.json";
import { packageFolder } from "./installed-package";
import { SECOND, secondPackageAdvice } from "./second-package";

/** The package portcullis-rehearsal is not installed, or is of another version. The message says what to type. */
export class RehearsalPackageError extends Error {
  override readonly name = "RehearsalPackageError";
}

/**
 * Loads the package of the embedded environment: beside this package, or in the current folder.
 *
 * @throws RehearsalPackageError with one sentence, where it is missing or of another version.
 */
export function loadRehearsal<Loaded extends { readonly VERSION: string }>(): Loaded {
  const from = [__filename, path.join(process.cwd(), "package.json")];
  for (const file of from) {
    const required = createRequire(file);
    try {
      required.resolve(SECOND);
    } catch {
      continue;
    }
    return sameVersion(required(SECOND) as Loaded);
  }
  throw new RehearsalPackageError(`the package ${SECOND} is not installed: ${advice(false)}`);
}

function sameVersion<Loaded extends { readonly VERSION: string }>(loaded: Loaded): Loaded {
  if (loaded.VERSION === version) return loaded;
  throw new RehearsalPackageError(
    `expected ${SECOND} ${version}, as portcullis is, got ${loaded.VERSION}: ${advice(true)}`,
  );
}

const advice = (isThere: boolean): string =>
  secondPackageAdvice({ own: packageFolder(), folder: process.cwd(), typed: process.argv.slice(2) }, isThere);
