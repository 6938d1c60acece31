import path from "node:path";
import { InvalidArgumentError } from "commander";

/** `--source URL=FOLDER`, added to those before it. The last `=` divides: an address may hold others. */
export function sourceArgument(
  written: string,
  earlier: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const at = written.lastIndexOf("=");
  const [address, folder] = [written.slice(0, at).trim(), written.slice(at + 1).trim()];
  if (at < 1 || address === "" || folder === "")
    throw new InvalidArgumentError("Expected URL=FOLDER, such as https://github.com/acme/shop=../shop.");
  return new Map([...earlier, [address, path.resolve(folder)]]);
}
