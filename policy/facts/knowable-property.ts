import { type Knowable, known, unknown } from "../../domain";

/** Reads one value of a resource. In a preview, reading a value that is not known yet throws. */
export function property<T>(read: () => T): Knowable<T> {
  try {
    return known(read());
  } catch (error) {
    if (error instanceof Error && error.message.includes("can't be known during preview")) {
      return unknown("known only after the deployment");
    }
    throw error;
  }
}
