import { createRequire } from "node:module";
import path from "node:path";
import { foundBy, loadLater } from "./load-later";

/**
 * What Pulumi's SDK loads to write functions into a state, and its Automation API: two thirds of what a process of it
 * needs until it does anything (docs/decisions/0024-where-the-time-goes.md). A provider needs neither, and a program
 * only for dynamic providers of its own.
 */
const OF_WRITING = ["typescript", "@npmcli/arborist", "normalize-package-data", "./automation"];

/**
 * Lets the SDK that a folder's program has read them when something of them is first used. Nothing is done where there
 * is no SDK.
 *
 * @returns what finds modules as that program does
 */
export function loadWritingLater(folder: string): NodeJS.Require {
  const ofProgram = createRequire(path.join(folder, "package.json"));
  const sdk = foundBy(ofProgram, "@pulumi/pulumi");
  if (sdk === undefined) return ofProgram;
  const ofSdk = createRequire(sdk);
  for (const name of OF_WRITING) loadLater(name, ofSdk);
  return ofProgram;
}
