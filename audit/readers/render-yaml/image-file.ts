import path from "node:path";
import type { Fact } from "../../../domain";
import type { Repository } from "../../reader";
import { foldersAbove } from "../../services/service-folders";
import { namedFileFacts } from "../facts/named-file";
import type { YamlTree } from "../syntax/yaml";
import { imageContexts } from "./image-contexts";
import { otherRepository } from "./other-repository";
import { runtimeOf } from "./runtime";
import type { BlueprintService } from "./services";

/**
 * A root directory that is not there; one of another repository may be anywhere. Each command runs in it
 * (render.com/docs/monorepo-support).
 */
export function rootFacts(
  tree: YamlTree,
  { node, name, environment }: BlueprintService,
  manifest: string,
  repository: Repository,
): readonly Fact[] {
  const field = "rootDir";
  const named = tree.value(node, field);
  const file = tree
    .text(named)
    ?.replace(/^\.?\//, "")
    .replace(/\/+$/, "");
  if (
    file === undefined ||
    file === "" ||
    file === "." ||
    otherRepository(tree, node, repository) !== undefined
  )
    return [];
  const subject = { service: name, ...(environment === undefined ? {} : { environment }) };
  const folders = foldersAbove(path.posix.dirname(manifest)).toReversed();
  const place = tree.place(named, field);
  return namedFileFacts({ place, subject, file, folders, field, by: "manifest" }, repository);
}

/** A Dockerfile that a service names and that is not there; one of another repository may be anywhere. */
export function imageFileFacts(
  tree: YamlTree,
  { node, name, environment }: BlueprintService,
  manifest: string,
  repository: Repository,
): readonly Fact[] {
  const field = "dockerfilePath";
  const named = tree.value(node, field);
  const written = tree.text(named)?.replace(/^\.?\//, "");
  const isBuilt =
    tree.text(runtimeOf(tree, node)) === "docker" && otherRepository(tree, node, repository) === undefined;
  if (written === undefined || written === "" || !isBuilt) return [];
  const root = tree.text(tree.value(node, "rootDir"))?.replace(/^\.?\//, "") ?? "";
  const above = foldersAbove(path.posix.dirname(manifest)).toReversed();
  const folders = above.flatMap((folder) => [folder, path.posix.join(folder, root)]);
  const subject = { service: name, ...(environment === undefined ? {} : { environment }) };
  const place = tree.place(named, field);
  return namedFileFacts({ place, subject, file: written, folders, field, by: "manifest" }, repository);
}

/** The folder that an image is to be built from and that is not there; one of another repository may be anywhere. */
export function contextFacts(
  tree: YamlTree,
  { node, name, environment }: BlueprintService,
  repository: Repository,
): readonly Fact[] {
  const field = "dockerContext";
  const named = tree.value(node, field);
  const written = tree
    .text(named)
    ?.replace(/^\.?\//, "")
    .replace(/\/+$/, "");
  const place = tree.place(named, field);
  const folders = imageContexts(tree, node, place, repository);
  if (written === undefined || written === "" || written === "." || folders === undefined) return [];
  const subject = { service: name, ...(environment === undefined ? {} : { environment }) };
  return namedFileFacts({ place, subject, file: "", folders, field, by: "manifest" }, repository);
}
