import type { LogCase } from "../case";
import { BUILD_CASES } from "./build";
import { CHAIN_CASES } from "./chain";
import { CONFIGURATION_CASES } from "./configuration";
import { FRAMEWORK_CASES } from "./frameworks";
import { LANGUAGE_CASES } from "./languages";
import { LOGIN_CASES } from "./login";
import { PORT_CASES } from "./port";
import { PROCESS_CASES } from "./process";
import { REACH_CASES } from "./reach";
import { URL_CASES } from "./url";

/** Every log, in the order of truth.yaml. */
export const CASES: readonly LogCase[] = [
  ...PORT_CASES,
  ...PROCESS_CASES,
  ...BUILD_CASES,
  ...CONFIGURATION_CASES,
  ...LOGIN_CASES,
  ...REACH_CASES,
  ...URL_CASES,
  ...CHAIN_CASES,
  ...FRAMEWORK_CASES,
  ...LANGUAGE_CASES,
];
