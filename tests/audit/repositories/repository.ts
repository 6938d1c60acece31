/** One small repository that a test writes and audits. */
export interface SmallRepository {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Whether the lock file of `npm ci` is among the files, or meant to be missing. */
  readonly isWhole?: boolean;
}

/** A repository with a fault, and where it must be found: `rule file:line` of each error or warning that counts. */
export interface FaultyRepository extends SmallRepository {
  readonly finds: readonly string[];
  /** Rules that must find nothing there: what is beside the fault and sound. */
  readonly spares?: readonly string[];
}

/** A repository in which something cannot be followed: the audit names the place and the start of the reason. */
export interface OpenRepository extends SmallRepository {
  readonly undecidedAt: string;
}

type Files = SmallRepository["files"];

/** Repositories with one finding each. @param found the rule, and the beginning of the place where that is always the same */
export const faultyBy =
  (found: string) =>
  (name: string, at: number | string, files: Files): FaultyRepository => ({
    name,
    files,
    finds: [`${found}${at}`],
  });

export const sound = (name: string, files: Files): SmallRepository => ({ name, files });
