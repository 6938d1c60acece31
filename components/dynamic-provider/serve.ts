import { createRequire } from "node:module";
import path from "node:path";
import { watchPeer } from "../../system/watch-peer";
import { loadWritingLater } from "./writing-later";

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
  loadWritingLater(ofProgram);
  // It reads the arguments by itself, and prints its port.
  ofProgram("@pulumi/pulumi/cmd/dynamic-provider");
}
