import { type Fact, type FactOf, factsOf } from "../../domain";
import { repositoryKey } from "../../domain/repository-address";
import { fileOf } from "./service-folders";

/** A service of a platform's manifest, or what a stack starts. */
type OfSource = FactOf<"platform"> | FactOf<"start-command">;

/**
 * Marks the services of which a manifest or a stack says that their code is another repository's: it is not here, and a
 * folder of the same name is another service's.
 *
 * @param remotes gives the addresses of the audited repository, where git knows any
 * @param folderName the audited folder's, which a clone has from its repository
 */
export function withOtherRepositories(
  facts: readonly Fact[],
  remotes: () => readonly string[],
  folderName: string,
): readonly Fact[] {
  const starts = factsOf(facts, "start-command").filter(({ source }) => source !== undefined);
  const sourced: readonly OfSource[] = [...factsOf(facts, "platform"), ...starts];
  const named = sourced.filter(({ source }) => source !== undefined);
  if (named.length === 0) return facts;
  const own = remotes();
  const others = new Set<Fact>(named.filter((fact) => isOther(fact, sourced, own, folderName)));
  if (others.size === 0) return facts;
  return facts.map((fact) => {
    if (!others.has(fact)) return fact;
    if (fact.kind === "start-command") return { ...fact, isElsewhere: true };
    if (fact.kind !== "platform") return fact;
    const { rootDirectory: _, imageFile: __, ...stated } = fact;
    return { ...stated, isElsewhere: true };
  });
}

/** A clone's address may be that of a fork, which has the same name. */
function isOther(
  fact: OfSource,
  sourced: readonly OfSource[],
  remotes: readonly string[],
  folderName: string,
): boolean {
  const own = nameOf(fact.source);
  if (remotes.length > 0) return !remotes.some((remote) => nameOf(remote) === own);
  if (own === folderName.toLowerCase()) return false;
  // A manifest is in the repository that it builds from, unless it says so of none of its services.
  const beside = sourced.filter((other) => fileOf(other) === fileOf(fact));
  const isHere = (other: OfSource): boolean =>
    !(other.kind === "platform" && other.runtime === "image") &&
    (other.source === undefined || nameOf(other.source) === folderName.toLowerCase());
  const addresses = new Set(beside.flatMap(({ source }) => (source === undefined ? [] : [nameOf(source)])));
  return beside.some(isHere) || addresses.size > 1;
}

const nameOf = (address = ""): string => repositoryKey(address).split("/").at(-1)?.toLowerCase() ?? "";
