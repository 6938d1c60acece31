import path from "node:path";
import { type Fact, factsOf } from "../../domain";
import type { Knowledge } from "../../domain/rule";
import { isManifest } from "../../platforms";
import { fileOf, folderOf, IMAGE_FILE } from "../services/service-folders";

/**
 * The facts without those of images that the environment does not run: a manifest names the Dockerfile, and a platform
 * that is given none takes `Dockerfile`; where no manifest speaks, `Dockerfile.prod` is production's in its place.
 *
 * @param own what names the environment itself
 */
export function ofChosenImages(
  facts: readonly Fact[],
  own: readonly Fact[],
  known: Knowledge = {},
): readonly Fact[] {
  const files = new Set(facts.map(fileOf).filter((file) => IMAGE_FILE.test(file)));
  if (files.size < 2) return facts;
  const named = [
    ...factsOf(facts, "platform").flatMap(({ imageFile }) => imageFile ?? []),
    ...factsOf(facts, "build").map(({ imageFile }) => imageFile),
  ].filter((file) => files.has(file));
  const chosen =
    named.length > 0
      ? new Set(named)
      : byName(
          files,
          own,
          facts.some((fact) => isManifest(fact.place, known)),
        );
  return facts.filter((fact) => !IMAGE_FILE.test(fileOf(fact)) || chosen.has(fileOf(fact)));
}

/** Of files in one folder, the environment's own or the plain one. */
function byName(
  files: ReadonlySet<string>,
  own: readonly Fact[],
  isBuiltByPlatform: boolean,
): ReadonlySet<string> {
  const stated = new Set(own.map(fileOf));
  const plain = [...files].filter((file) => /^(?:Docker|Container)file$/i.test(path.posix.basename(file)));
  const ofEnvironment = [...files].filter((file) => stated.has(file) && !plain.includes(file));
  const beside = (others: readonly string[]) => (file: string) =>
    others.some((other) => folderOf(other) === folderOf(file));
  const left = isBuiltByPlatform ? ofEnvironment.filter(beside(plain)) : plain.filter(beside(ofEnvironment));
  return new Set([...files].filter((file) => !left.includes(file)));
}
