import { createRequire } from "node:module";
import path from "node:path";
import { watchPeer } from "../../system/watch-peer";
import { loadLater } from "./load-later";

/**
 * What Pulumi's SDK loads to write functions into a state, which a program does and a provider does not, and its Automation
 * API: two thirds of what its process needs until it answers (docs/decisions/0024-where-the-time-goes.md).
 */
const OF_PROGRAMS = ["typescript", "@npmcli/arborist", "normalize-package-data", "./automation"];

/**
 * Serves dynamic resources by the dynamic provider of the SDK that the program has: Pulumi's own, started in the
 * program's folder. Ends with its engine, also where that is killed.
 *
 * @param args as the engine gives them: its address is the first that is no option
 */
export function serve(args: readonly string[]): void {
  const address = args.find((argument) => !argument.startsWith("-")) ?? "";
  if (/:\d+$/.test(address)) watchPeer(address, () => process.exit(1));
  const ofProgram = createRequire(path.join(process.cwd(), "package.json"));
  const ofSdk = createRequire(ofProgram.resolve("@pulumi/pulumi"));
  for (const name of OF_PROGRAMS) loadLater(name, ofSdk);
  // It reads the arguments by itself, and prints its port.
  ofProgram("@pulumi/pulumi/cmd/dynamic-provider");
}
