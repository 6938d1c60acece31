import path from "node:path";
import { askedNode, nearestVersion } from "./asked-version";
import { node as nodeOf } from "./interpreters";
import { differenceOf } from "./python";
import type { LanguageTools, ToolchainRequest } from "./tools";

/** The asked Node, or the nearest that this machine has; the one that runs this is always there. */
export async function nodeToolchain(request: ToolchainRequest): Promise<LanguageTools> {
  const asked = await askedNode(request);
  const own = { path: process.execPath, version: process.versions.node };
  const node = (await nodeOf((found) => nearestVersion([own, ...found], asked))) ?? own;
  request.onProgress(`Using Node.js version ${node.version} (asked for: ${asked.written} by ${asked.by})`);
  return {
    path: [path.dirname(node.path)],
    variables: {},
    differences: differenceOf("Node.js", node, asked),
    version: `node ${node.version}`,
  };
}
