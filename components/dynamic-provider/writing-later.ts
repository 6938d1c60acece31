import Module, { createRequire } from "node:module";
import { foundBy, loadLater } from "./load-later";

/**
 * What Pulumi's SDK loads to write functions into a state, and its Automation API: two thirds of what a process of it
 * needs until it does anything (docs/decisions/0024-where-the-time-goes.md). A provider and a policy pack need neither,
 * and a program only for dynamic providers of its own.
 */
const OF_WRITING = ["typescript", "@npmcli/arborist", "normalize-package-data", "./automation"];

/** Node has it from 22.1 on. */
const { enableCompileCache } = Module as { enableCompileCache?: () => unknown };

/**
 * Lets Pulumi's SDK, as `from` finds it, read them when something of them is first used, and Node keep the rest as it is
 * compiled, in its folder for temporary files. Without an SDK nothing is done.
 */
export function loadWritingLater(from: NodeJS.Require): void {
  const sdk = foundBy(from, "@pulumi/pulumi");
  if (sdk === undefined) return;
  enableCompileCache?.();
  const ofSdk = createRequire(sdk);
  for (const name of OF_WRITING) loadLater(name, ofSdk);
}
