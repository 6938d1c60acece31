import type { Server } from "../server";
import { BUILT_SERVERS } from "./built";
import { JAVASCRIPT_SERVERS } from "./javascript";
import { OTHER_SERVERS } from "./others";
import { PRODUCTS } from "./products";
import { PYTHON_SERVERS } from "./python";
import { PYTHON_PRODUCTS } from "./python-products";

/** Every server that a command starts: its flags and variables, and what it binds without them. */
export const SERVERS: readonly Server[] = [
  ...PYTHON_SERVERS,
  ...JAVASCRIPT_SERVERS,
  ...OTHER_SERVERS,
  ...BUILT_SERVERS,
  ...PYTHON_PRODUCTS,
  ...PRODUCTS,
];
