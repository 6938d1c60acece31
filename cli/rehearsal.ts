import { loadRehearsal, RehearsalPackageError } from "../engine";
import { CommandError } from "./exit-code";

/** Loads the embedded environment, a package of its own. @throws CommandError that says how to install it */
export function rehearsal(): typeof import("../rehearsal/index") {
  try {
    return loadRehearsal<typeof import("../rehearsal/index")>();
  } catch (cause) {
    if (!(cause instanceof RehearsalPackageError)) throw cause;
    throw new CommandError(cause.message, undefined, { cause });
  }
}
