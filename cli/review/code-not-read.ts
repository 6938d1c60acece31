import { PLACEHOLDER_REPOSITORY, sameRepository, shownAddress } from "../../domain/repository-address";
import type { enclosingCheckout } from "../rehearse/source/checkout";

type Around = Awaited<ReturnType<typeof enclosingCheckout>>;

/**
 * Why the code of services is not read, and what to type; undefined where it is read, or none has code.
 *
 * @param repositories what the stack's services are fetched from
 * @param file the stack's
 */
export function codeNotRead(
  around: Around,
  repositories: readonly string[],
  file: string,
): string | undefined {
  const remotes = "checkout" in around ? around.checkout.remotes : [];
  const isHere = (repository: string): boolean =>
    remotes.some(({ address }) => sameRepository(address, repository));
  const [away] = repositories.filter((repository) => !isHere(repository));
  if (away === undefined) return undefined;
  const isTyped = away !== PLACEHOLDER_REPOSITORY;
  const address = isTyped ? shownAddress(away) : "ADDRESS";
  const [remote] = remotes;
  if (remote === undefined) {
    const why = "why" in around ? around.why : "the checkout has no remote";
    const begin = "why" in around ? "`git init` and " : "";
    const at = "why" in around ? " in the repository's folder" : "";
    const same = isTyped ? "" : `, and the same address as \`repository\` in ${file}`;
    return `${why}: type ${begin}\`git remote add origin ${address}\`${at}${same}`;
  }
  return isTyped
    ? `no remote of the checkout is ${address}: type the same command in a checkout of it`
    : `${file} names no repository yet: type \`repository: ${shownAddress(remote.address)}\` in it`;
}
