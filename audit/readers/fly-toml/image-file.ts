import path from "node:path";
import type { Repository } from "../../reader";

/**
 * The Dockerfile that Fly builds for a manifest; undefined where the manifest names an image, a stage or another builder
 * (fly.io/docs/reference/configuration: the `build` section).
 */
export function imageFileOf(manifest: string, repository: Repository): string | undefined {
  const text = repository.text(manifest) ?? "";
  if (/^\s*["']?(?:image|builder|buildpacks|builtin|build-target)["']?\s*=/m.test(text)) return undefined;
  const named = /^\s*["']?dockerfile["']?\s*=\s*["']([^"'\n]+)["']/m.exec(text)?.[1] ?? "Dockerfile";
  return path.posix.join(path.posix.dirname(manifest), named);
}
