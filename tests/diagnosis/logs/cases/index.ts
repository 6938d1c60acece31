import type { LogCase } from "../case";
import { LOGIN_CASES } from "./login";
import { PORT_CASES } from "./port";
import { PROCESS_CASES } from "./process";

/** Every log, in the order of truth.yaml. */
export const CASES: readonly LogCase[] = [...PORT_CASES, ...PROCESS_CASES, ...LOGIN_CASES];
