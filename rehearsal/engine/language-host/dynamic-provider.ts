// pulumi-resource-pulumi-nodejs: the dynamic provider of the program's own SDK, started in its folder.
import { createRequire } from "node:module";
import path from "node:path";
import { watchPeer } from "../../../system";

const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";
// From the start: an engine may be killed before this process has anything to do.
if (/:\d+$/.test(engineAddress)) watchPeer(engineAddress, () => process.exit(1));
createRequire(path.join(process.cwd(), "package.json"))("@pulumi/pulumi/cmd/dynamic-provider");
