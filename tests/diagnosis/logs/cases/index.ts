import type { LogCase } from "../case";
import { PORT_CASES } from "./port";

/** Every log, in the order of truth.yaml. */
export const CASES: readonly LogCase[] = [...PORT_CASES];
