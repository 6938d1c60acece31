import { realpathSync } from "node:fs";
import path from "node:path";
import { sameRepository } from "../../domain/repository-address";
import { commonFolder, type GitRepository, remotesOf, repositoryAround, textOf } from "./repository";

/** The checkout around a folder. git's own files say what it is of: git need not be there. */
export class Checkout {
  private found: { readonly repository?: GitRepository; readonly remotes: readonly string[] } | undefined;

  constructor(private readonly folder: string) {}

  /** The top of its files; undefined where no remote of it is a repository. */
  topOf(address: string): string | undefined {
    const { repository, remotes } = this.around();
    return remotes.some((remote) => sameRepository(remote, address)) ? repository?.top : undefined;
  }

  /** Why a file that is not here may be what is built all the same; undefined where it cannot be. */
  whyPartial(branch: string | undefined): string | undefined {
    const { repository } = this.around();
    if (repository === undefined) return undefined;
    if (isSparse(repository)) return "the checkout is sparse, and has a part of the repository alone";
    const own = /^ref: refs\/heads\/(.+)$/m.exec(textOf(path.join(repository.git, "HEAD")))?.[1]?.trim();
    if (branch === undefined || own === undefined || own === branch) return undefined;
    return `the checkout is of \`${own}\`, and the service is built from \`${branch}\``;
  }

  private around() {
    this.found ??= this.lookAround();
    return this.found;
  }

  private lookAround() {
    const repository = repositoryAround(realpathSync(this.folder));
    return repository === undefined ? { remotes: [] } : { repository, remotes: remotesOf(repository) };
  }
}

/** git-scm.com/docs/git-sparse-checkout: the setting of the repository, or of its worktree alone. */
function isSparse(repository: GitRepository): boolean {
  const settings = [
    path.join(commonFolder(repository), "config"),
    path.join(repository.git, "config.worktree"),
  ];
  return settings.some((file) => /^[ \t]*sparseCheckout[ \t]*=[ \t]*true\b/im.test(textOf(file)));
}
