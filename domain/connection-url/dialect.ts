/**
 * How one family of parsers takes a connection URL apart. They agree on a URL whose parts are percent-encoded, and
 * on little else (docs/facts/postgresql.md#p1; libpq, urllib and `new URL` are asked themselves in the tests).
 */
export interface Dialect {
  readonly name: string;
  /** Whether a `?` or `#` before the first `@` belongs to the user's part; `/` does for SQLAlchemy alone. */
  readonly authorityEnds: "at-slash" | "at-any-delimiter" | "after-userinfo";
  /** The `@` that ends the user's part, where a password holds another one. */
  readonly userinfoEnds: "first" | "last";
  /** Whether a `#` begins a fragment, which is dropped. */
  readonly fragment: boolean;
  /** Whether `[` and `]` in the user's part make the URL invalid. */
  readonly bracketsInUserinfo: boolean;
  /** What may be in the user's part without an escape. @default anything */
  readonly userinfoSigns?: RegExp;
  /** Whether a host in brackets must look like an IPv6 address; libpq asks the resolver instead. */
  readonly checksIpv6: boolean;
  /** What becomes of a `%` that begins no escape. */
  readonly badEscape: "kept" | "refused";
  /** Whether a host is percent-decoded; an encoded socket folder is one host name where it is not. */
  readonly decodesHost: boolean;
  /** Whether the escapes of delimiters in a database's name stay as they are, as `decodeURI` leaves them. @default false */
  readonly keepsDelimiters?: boolean;
  /** Whether a colon may follow a host without a port. */
  readonly emptyPort: boolean;
  /** Whether `+` is a blank among the parameters. */
  readonly plusIsBlank: boolean;
  /** What becomes of a parameter without `=`. */
  readonly bareParameter: "refused" | "dropped" | "kept";
  /** Whether `&` may be at the end. */
  readonly lastAmpersand: boolean;
  /** Whether a blank value counts as none. */
  readonly blankParameter: "kept" | "dropped";
  /** Whether `key=a=b` is an error, rather than the value `a=b`. */
  readonly secondEquals: "refused" | "kept";
  /** Whether the authority may have several hosts, separated by commas. */
  readonly manyHosts: boolean;
  /** Whether one of several hosts may be empty, and so be the default. */
  readonly emptyHosts: boolean;
  /** Whether `?host=`, `?user=` and the like override the parts before them, or only fill what is missing. */
  readonly addressInQuery: "wins" | "fills";
  /** Whether a host in `?host=` may be in brackets; elsewhere they are a part of its name. @default false */
  readonly bracketsInQuery?: boolean;
  /** Which blanks around the whole URL it leaves out: all, or behind it line ends alone (Python's urlparse). */
  readonly leavesOut: "all" | "but spaces behind" | "none";
  readonly source: string;
}

/** psql, psycopg and all that asks libpq. */
export const LIBPQ: Dialect = {
  name: "libpq",
  // Of libpq 18, `unexpected spaces found`; before it they were a part of what they are in.
  userinfoSigns: /^[^ ]*$/,
  authorityEnds: "at-slash",
  userinfoEnds: "first",
  fragment: false,
  bracketsInUserinfo: true,
  checksIpv6: false,
  badEscape: "refused",
  decodesHost: true,
  emptyPort: true,
  plusIsBlank: false,
  bareParameter: "refused",
  lastAmpersand: true,
  blankParameter: "kept",
  secondEquals: "refused",
  manyHosts: true,
  emptyHosts: true,
  addressInQuery: "wins",
  leavesOut: "none",
  source: "postgres: src/interfaces/libpq/t/001_uri.pl",
};

/** asyncpg: `urlparse`, then `partition("@")`. */
export const URLLIB: Dialect = {
  name: "asyncpg",
  authorityEnds: "at-any-delimiter",
  userinfoEnds: "first",
  fragment: true,
  bracketsInUserinfo: false,
  checksIpv6: true,
  badEscape: "kept",
  decodesHost: true,
  emptyPort: true,
  plusIsBlank: true,
  bareParameter: "refused",
  lastAmpersand: false,
  blankParameter: "dropped",
  secondEquals: "kept",
  manyHosts: true,
  emptyHosts: false,
  addressInQuery: "fills",
  bracketsInQuery: true,
  leavesOut: "but spaces behind",
  source: "MagicStack/asyncpg: asyncpg/connect_utils.py",
};

/** What Laravel and Doctrine ask: the last `@` of what is before the first `/`, `?` or `#`. */
export const PARSE_URL: Dialect = {
  ...URLLIB,
  name: "PHP's parse_url",
  userinfoEnds: "last",
  plusIsBlank: false,
  source: "php/php-src: ext/standard/url.c",
};

/** SQLAlchemy's own pattern, in which a password reaches to the first `@` whatever it holds. */
export const SQLALCHEMY: Dialect = {
  name: "SQLAlchemy",
  authorityEnds: "after-userinfo",
  userinfoEnds: "last",
  fragment: false,
  bracketsInUserinfo: true,
  checksIpv6: false,
  badEscape: "kept",
  decodesHost: false,
  emptyPort: false,
  plusIsBlank: true,
  bareParameter: "dropped",
  lastAmpersand: true,
  blankParameter: "dropped",
  secondEquals: "kept",
  manyHosts: false,
  emptyHosts: false,
  addressInQuery: "wins",
  leavesOut: "none",
  source: "sqlalchemy: lib/sqlalchemy/engine/url.py",
};

/** Prisma: the parser of browsers. */
export const WHATWG: Dialect = {
  name: "the WHATWG URL parser",
  authorityEnds: "at-any-delimiter",
  userinfoEnds: "last",
  fragment: true,
  bracketsInUserinfo: true,
  checksIpv6: true,
  badEscape: "kept",
  decodesHost: true,
  emptyPort: true,
  plusIsBlank: true,
  bareParameter: "kept",
  lastAmpersand: true,
  blankParameter: "kept",
  secondEquals: "kept",
  manyHosts: false,
  emptyHosts: false,
  addressInQuery: "wins",
  leavesOut: "all",
  source: "url.spec.whatwg.org",
};

/** node-postgres: a `%` that begins no escape is encoded first. */
export const NODE_POSTGRES: Dialect = {
  ...WHATWG,
  name: "node-postgres",
  keepsDelimiters: true,
  source: "brianc/node-postgres: packages/pg-connection-string",
};

/** postgres.js: `decodeURIComponent` refuses a bad escape; hosts are taken out before the URL is parsed. */
export const POSTGRES_JS: Dialect = {
  ...WHATWG,
  name: "postgres.js",
  badEscape: "refused",
  manyHosts: true,
  addressInQuery: "fills",
  source: "porsager/postgres: src/index.js",
};

/** pgx: Go's net/url, which takes several hosts. */
export const NET_URL: Dialect = {
  ...WHATWG,
  name: "net/url",
  // golang/go: src/net/url/url.go, validUserinfo
  userinfoSigns: /^[\w\-.:~!$&'()*+,;=%@]*$/,
  badEscape: "refused",
  manyHosts: true,
  leavesOut: "none",
  source: "jackc/pgx: pgconn/config.go",
};

/** Active Record: Ruby's URI, which knows fewer signs than the others. */
export const RUBY_URI: Dialect = {
  ...URLLIB,
  name: "Ruby's URI",
  // ruby/uri: lib/uri/rfc2396_parser.rb, USERINFO
  userinfoSigns: /^[\w\-.!~*'();:&=+$,%@]*$/,
  badEscape: "refused",
  source: "rails/rails: activerecord/lib/active_record/database_configurations/connection_url_resolver.rb",
};
