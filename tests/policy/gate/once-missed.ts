import { FOURTEENTH_BROKEN } from "./fourteenth-broken";
import { ROOMS_BROKEN } from "./rooms";
import type { SealedCase } from "./sealed";

/** Marks of the cases of the fourteenth batch and of the rooms that the gate does not stop, and why. */
const WHY: Readonly<Record<string, string>> = {
  "console.log(1)": "what code in a command does is not read, and a worker may be any program",
  "shell -c 'import app'": "the same",
};

/** The cases themselves, each by its mark. */
export const ONCE_MISSED: readonly SealedCase[] = Object.keys(WHY).flatMap((mark) =>
  [...FOURTEENTH_BROKEN, ...ROOMS_BROKEN].filter((one) => JSON.stringify(one).includes(mark)),
);
