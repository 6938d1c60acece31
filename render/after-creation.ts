import { describe } from "../render-api";
import { IncompleteResourceError } from "./failure";
import { type Properties, withoutAbsent } from "./plugin/property-values";

/**
 * Does what is left to do for a resource that exists: whatever fails, the engine must keep it in its state, with
 * the outputs that `rest` has reached.
 * @throws IncompleteResourceError
 */
export async function afterCreation(
  id: string,
  known: Properties,
  rest: (reached: (outputs: Properties) => void) => Promise<void>,
): Promise<{ id: string; outputs: Properties }> {
  let outputs = withoutAbsent(known);
  try {
    await rest((more) => {
      outputs = withoutAbsent({ ...outputs, ...more });
    });
    return { id, outputs };
  } catch (error) {
    throw new IncompleteResourceError(id, outputs, [describe(error)], error);
  }
}
