import { type Fact, type FactOf, factsOf } from "../../domain";
import { repositoryKey } from "../../domain/repository-address";
import { fileOf } from "./service-folders";

/**
 * Marks the services of which a manifest says that their code is another repository's: it is not here, and a folder of
 * the same name is another service's.
 *
 * @param remotes gives the addresses of the audited repository, where git knows any
 * @param folderName the audited folder's, which a clone has from its repository
 */
export function withOtherRepositories(
  facts: readonly Fact[],
  remotes: () => readonly string[],
  folderName: string,
): readonly Fact[] {
  const platforms = factsOf(facts, "platform");
  const named = platforms.filter(({ source }) => source !== undefined);
  if (named.length === 0) return facts;
  const own = remotes();
  const others = new Set(named.filter((fact) => isOther(fact, platforms, own, folderName)));
  if (others.size === 0) return facts;
  return facts.map((fact) => {
    if (fact.kind !== "platform" || !others.has(fact)) return fact;
    const { rootDirectory: _, imageFile: __, ...stated } = fact;
    return { ...stated, isElsewhere: true };
  });
}

/** A clone's address may be that of a fork, which has the same name. */
function isOther(
  fact: FactOf<"platform">,
  platforms: readonly FactOf<"platform">[],
  remotes: readonly string[],
  folderName: string,
): boolean {
  const own = nameOf(fact.source);
  if (remotes.length > 0) return !remotes.some((remote) => nameOf(remote) === own);
  if (own === folderName.toLowerCase()) return false;
  // A manifest is in the repository that it builds from, unless it says so of none of its services.
  const beside = platforms.filter((other) => fileOf(other) === fileOf(fact));
  const isHere = (other: FactOf<"platform">): boolean =>
    other.runtime !== "image" &&
    (other.source === undefined || nameOf(other.source) === folderName.toLowerCase());
  const addresses = new Set(beside.flatMap(({ source }) => (source === undefined ? [] : [nameOf(source)])));
  return beside.some(isHere) || addresses.size > 1;
}

const nameOf = (address = ""): string => repositoryKey(address).split("/").at(-1)?.toLowerCase() ?? "";
