import { existsSync } from "node:fs";
import path from "node:path";

/** The pack that judges a project's stacks: the project's own policy/ where it has one, else this package's. */
export function policyPackOf(project: string): string {
  const own = path.join(project, "policy");
  return existsSync(path.join(own, "PulumiPolicy.yaml")) ? "policy" : packagesOwn(__dirname);
}

/** Found from dist/ as from the sources: the nearest folder above that holds this package's policy/. */
function packagesOwn(folder: string): string {
  const pack = path.join(folder, "policy");
  if (existsSync(path.join(pack, "PulumiPolicy.yaml"))) return pack;
  if (folder === path.dirname(folder))
    throw new Error("the package portcullis has no policy/: install it again");
  return packagesOwn(path.dirname(folder));
}
