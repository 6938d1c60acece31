/** Projects that a source names by their own name, with the public address of their code. */
const NAMED: Readonly<Record<string, string>> = {
  CPython: "https://github.com/python/cpython",
  nodejs: "https://github.com/nodejs/node",
  PostgreSQL: "https://github.com/postgres/postgres",
  postgresql: "https://github.com/postgres/postgres",
  postgres: "https://github.com/postgres/postgres",
  libpq: "https://github.com/postgres/postgres/tree/master/src/interfaces/libpq",
  Go: "https://github.com/golang/go",
  pgbouncer: "https://github.com/pgbouncer/pgbouncer",
  sqlalchemy: "https://github.com/sqlalchemy/sqlalchemy",
  distribution: "https://github.com/distribution/distribution",
  bash: "https://git.savannah.gnu.org/cgit/bash.git",
  dash: "https://git.kernel.org/pub/scm/utils/dash/dash.git",
  "errno(3)": "https://man7.org/linux/man-pages/man3/errno.3.html",
};

const PAGE = /^docs\/[\w/-]+\.md(?:#[\w-]+)?$/;
const REPOSITORY = /^([\w.-]+\/[\w.-]+)(?:#(\d+)|[:, ]|$)/;
const HOST = /^[\w-]+(?:\.[\w-]+)+(?:[/:#]|$)/;

/**
 * Where one can read what a source names: pages and facts under docs/ by file and anchor, and public addresses. Parts
 * are divided by semicolons, and each is such a page, an address with or without `https://`, `owner/repository: file` or
 * `owner/repository#issue` of GitHub, or a project by a name of the table. Undefined of a part that is none of these.
 */
export function addressesOf(source: string): readonly (string | undefined)[] {
  return source.split(/;\s+/).map(addressOf);
}

function addressOf(part: string): string | undefined {
  if (PAGE.test(part)) return part;
  if (part.startsWith("https://")) return part;
  const [name = ""] = part.split(":");
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  if (HOST.test(part)) return `https://${/^[^\s]+/.exec(part)?.[0].replace(/[:,]$/, "")}`;
  const [, repository, issue] = REPOSITORY.exec(part) ?? [];
  if (repository === undefined) return undefined;
  return `https://github.com/${repository}${issue === undefined ? "" : `/issues/${issue}`}`;
}
