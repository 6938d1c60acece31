import type { Server } from "../server";
import { BUILT_SERVERS } from "./built";
import { JAVASCRIPT_SERVERS } from "./javascript";
import { OTHER_SERVERS } from "./others";
import { PYTHON_SERVERS } from "./python";

/** Every server that a command starts: its flags and variables, and what it binds without them. */
export const SERVERS: readonly Server[] = [
  ...PYTHON_SERVERS,
  ...JAVASCRIPT_SERVERS,
  ...OTHER_SERVERS,
  ...BUILT_SERVERS,
];
