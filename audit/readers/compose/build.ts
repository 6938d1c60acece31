import path from "node:path";
import type { ComposeFile, ComposeService } from "./service";

/** What a service's image is built from. */
export interface ComposeBuild {
  readonly node: unknown;
  readonly folder: string;
  readonly imageFile: string;
  readonly target: string | undefined;
}

/** Undefined where nothing is built, or of a context that is not in the repository or not known. */
export function buildOf(
  { tree, folder, filled }: ComposeFile,
  service: ComposeService,
): ComposeBuild | undefined {
  const node = service.entry("build")?.value;
  const written = (key: string): string | undefined => tree.text(tree.value(node, key));
  const context = filled(tree.text(node) ?? written("context") ?? ".");
  const dockerfile = filled(written("dockerfile") ?? "Dockerfile");
  if (node === undefined || !context.known || !dockerfile.known || /:|^[/~]/.test(context.value))
    return undefined;
  const from = path.posix.join(folder, context.value);
  const imageFile = path.posix.join(from, dockerfile.value);
  if (from.startsWith("..") || imageFile.startsWith("..")) return undefined;
  return {
    node,
    folder: from === "." ? "" : from.replace(/\/$/, ""),
    imageFile,
    target: written("target"),
  };
}
