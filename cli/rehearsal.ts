import { loadRehearsal, RehearsalPackageError } from "../engine";
import { CommandError } from "./exit-code";

/** The embedded world, which is a package of its own. @throws CommandError that says what to type without it */
export function rehearsal(): typeof import("../rehearsal/index") {
  try {
    return loadRehearsal<typeof import("../rehearsal/index")>();
  } catch (cause) {
    if (!(cause instanceof RehearsalPackageError)) throw cause;
    throw new CommandError(cause.message, undefined, { cause });
  }
}
