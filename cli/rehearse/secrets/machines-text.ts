import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { makeFolder, writeWhole } from "../../../system";
import type { MadeUpText } from "../../stacks/made-up-text";

const BYTES = 32;
/** As long as a random one. */
const DIGITS = 24;

/**
 * Makes the secrets of a stack's rehearsals up, on this machine the same each time: what is built with one of them in it can
 * be taken again. No other machine, stack or place has the same.
 *
 * @param cache the folder in which this machine's own key is kept
 */
export function machinesText(cache: string, stack: string): MadeUpText {
  const key = keyIn(cache);
  return (place) =>
    createHmac("sha256", key).update(`${stack}\n${place}`).digest("base64url").slice(0, DIGITS);
}

function keyIn(cache: string): Buffer {
  const file = path.join(cache, "made-up-secrets.key");
  if (!existsSync(file)) {
    makeFolder(cache, 0o700);
    writeWhole(file, randomBytes(BYTES), 0o600);
  }
  return readFileSync(file);
}
