import { QUOTED_DOLLAR, UNREADABLE } from "../../domain/start-command/expansion";
import type { VariableLookup } from "../../domain/start-command/listener";

const REFERENCE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?-([^}]*))?\})/g;

/**
 * A word of a command as its program gets it: the shell has filled in each `$NAME`, from the service's variables.
 * Undefined where it refers to one that is not known here, or to what only the running shell knows.
 */
export function filledWord(word: string, look: VariableLookup): string | undefined {
  if (word.includes(UNREADABLE)) return undefined;
  let isKnown = true;
  const filled = word.replaceAll(REFERENCE, (_, plain?: string, braced?: string, fallback?: string) => {
    const value = (look(plain ?? braced ?? "") || fallback) ?? undefined;
    if (value === undefined) isKnown = false;
    return value ?? "";
  });
  return isKnown ? filled.replaceAll(QUOTED_DOLLAR, "$") : undefined;
}
