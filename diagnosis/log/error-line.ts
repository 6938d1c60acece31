import { errorWeight, SPEAKS_OF_FAILURE } from "./error-words";
import { messageOf } from "./message";

/** What belongs to the error below or above it, and names none itself. */
const FRAME = /^\s|^Traceback \(most recent call last\)|^(?:During handling|The above exception)\b/;

/** What a line of a running service's log says, where it speaks of an error; undefined where it does not. */
export function errorLineOf(line: string): string | undefined {
  const { text, foreign, isError } = messageOf(line);
  if (foreign || FRAME.test(text)) return undefined;
  return isError === true || errorWeight(text) >= SPEAKS_OF_FAILURE ? text : undefined;
}
