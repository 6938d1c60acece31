import type { Repository } from "../../reader";

/** `alembic upgrade heads`, `core@head`, and the same in code (alembic.sqlalchemy.org: working with branches). */
const ALL = /\bupgrade\b[^\n]{0,120}?(?:\bheads\b|@heads?\b)/;
const ONE = /\bupgrade\b[^\n]{0,120}?[\s"']head\b/;
const LABELS = /^branch_labels(?:\s*:[^=\n]+)?\s*=\s*(?!None\b)\S/m;
/** Files that may upgrade a database. */
const UPGRADES =
  /(?:^|\/)(?:Procfile|[\w.-]*Dockerfile[\w.-]*|Makefile|justfile|package\.json|[\w-]+)$|\.(?:sh|ya?ml|toml|py|json)$/;

/** Whether several heads of Alembic's are meant: something upgrades all, or they have labels and nothing upgrades to one. */
export function areBranches(files: readonly string[], repository: Repository): boolean {
  const texts = repository
    .below("", "")
    .filter((file) => UPGRADES.test(file) && !/(?:^|\/)versions\//.test(file))
    .map((file) => repository.text(file) ?? "");
  if (texts.some((text) => ALL.test(text))) return true;
  return (
    files.some((file) => LABELS.test(repository.text(file) ?? "")) && !texts.some((text) => ONE.test(text))
  );
}
