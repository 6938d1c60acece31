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
  rails: "https://github.com/rails/rails",
  ruby: "https://github.com/ruby/ruby",
  composer: "https://github.com/composer/composer",
  erlang: "https://github.com/erlang/otp",
  elixir: "https://github.com/elixir-lang/elixir",
  db_connection: "https://github.com/elixir-ecto/db_connection",
  kubernetes: "https://github.com/kubernetes/kubernetes",
  "spring-boot": "https://github.com/spring-projects/spring-boot",
  openjdk: "https://github.com/openjdk/jdk",
  pgjdbc: "https://github.com/pgjdbc/pgjdbc",
  npgsql: "https://github.com/npgsql/npgsql",
  prisma: "https://github.com/prisma/prisma",
  knex: "https://github.com/knex/knex",
  sequelize: "https://github.com/sequelize/sequelize",
  sqlx: "https://github.com/launchbadge/sqlx",
  "golang-migrate": "https://github.com/golang-migrate/migrate",
  rustls: "https://github.com/rustls/rustls",
  v8: "https://github.com/v8/v8",
  openai: "https://github.com/openai/openai-node",
  "aws-sdk": "https://github.com/aws/aws-sdk-js-v3",
  mysql: "https://github.com/mysql/mysql-server",
};

/** A page of Linux' manual by its name and section, such as `execve(2)`. */
const MANUAL = /^([\w.-]+)\((\d)\)(?:[,:]|$)/;
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
  const [, page, section] = MANUAL.exec(part) ?? [];
  if (page !== undefined) return `https://man7.org/linux/man-pages/man${section}/${page}.${section}.html`;
  if (HOST.test(part)) return `https://${/^[^\s]+/.exec(part)?.[0].replace(/[:,]$/, "")}`;
  const [, repository, issue] = REPOSITORY.exec(part) ?? [];
  if (repository === undefined) return undefined;
  return `https://github.com/${repository}${issue === undefined ? "" : `/issues/${issue}`}`;
}
