/** What an operating system says of a file that a program cannot open (errno(3)), in the words of most languages. */
const OF_A_FILE =
  /^(?:permission denied|access (?:is )?denied|no such (?:file|device|process)|is a directory|not a directory|file (?:exists|name too long|not found)|operation (?:not|timed)|read-only file system|input\/output error|too many (?:open files|levels)|text file busy|bad (?:file|permissions|owner)|unprotected private key|syntax error)\b/i;

/** Endings of files with code or settings. */
const FILE =
  /\.(?:[cm]?[jt]sx?|py|pyi|go|rs|rb|erb|php|java|kt|kts|scala|swift|cs|fs|exs?|c|cc|cpp|h|hpp|vue|svelte|astro|sql|sh|ya?ml|toml|json|tf|md|html?|css|scss|lua|pl|clj|dart)$/i;

/** A file with a path, and a mount of secrets (docs.docker.com: secrets; render.com/docs/configure-environment-variables). */
const PATH =
  /^["']?(?:(?:(?:~|\.{1,2})?(?:\/[\w.@-]+)+|[\w.@-]+(?:\/[\w.@-]+)*)\.(?:json|pem|key|crt|cer|p12|pfx|p8|jks|ya?ml|txt|env)|(?:\/var)?\/(?:run|etc)\/secrets\/[\w./-]+)["']?[,;)\]}]*$/;

/** What a statement of SQL has in place of a value: `%(token_1)s`, `%s`, `?`, `$1`; also its own name with a colon. */
const PARAMETER = /^(?:%\(\w+\)s|%s|\?|\$\d{1,2}|@p\d{1,2})[,;)\]]*$/;

/** A version as package managers write it (packaging.python.org: version specifiers). */
const VERSION = /^v?\d+(?:\.(?:\d+|\*))+(?:[.-]?(?:rc|a|b|alpha|beta|dev|post)\.?\d*)?[,;)\]]*$/i;

/** What a parser calls the kinds of its tokens. */
const KIND_OF_TOKEN =
  /^(?:punc\w*|name|operator|keyword|identifier|string|num(?:ber|eric)?|integer|eof|eol|atom|template\w*|regexp?|comment|end|delimiter|newline|indent|dedent|symbol|literal|word|whitespace)\b/i;

/** `<your key here>`: words in angle brackets. */
const WORDS_IN_BRACKETS = /^(["']?)<[A-Za-z][A-Za-z' _/-]{0,80}>\1(?![^\s,;)])/;

/**
 * Whether what follows a secret's name and its sign is no value of it: the name is a file's, a package's or a parser's, or
 * the value is a path, a parameter of SQL or a placeholder of words.
 *
 * @param before what precedes the name
 * @param rest what follows the sign
 */
export function isNoneOfName(before: string, name: string, sign: string, rest: string): boolean {
  const joined = sign.trim();
  const value = /^\S{1,300}/.exec(rest)?.[0] ?? "";
  if (WORDS_IN_BRACKETS.test(rest)) return true;
  if (joined === "==" && !/\s/.test(sign)) return VERSION.test(value);
  if (/^[=:]$/.test(joined) && PATH.test(value)) return true;
  if (/^(?:=|==)$/.test(joined)) return PARAMETER.test(value) || isOwnParameter(name, value);
  if (/^["'`]:$/.test(joined)) return /\.[a-z\d]{2,5}$/.test(name) && /^[a-z]+ [a-z]+/.test(rest);
  if (joined !== ":") return false;
  if (OF_A_FILE.test(rest)) return true;
  if (FILE.test(name) && /^\d{1,6}(?::\d{1,5})?(?=$|[\s:,)])/.test(rest)) return true;
  if (name === "secrets" && /^inherit\s*(?:$|\n|#)/.test(rest)) return true;
  return /^tokens?$/i.test(name) && /\b(?:unexpected|illegal|reserved)\s$/i.test(before) && isKind(rest);
}

const isKind = (rest: string): boolean => KIND_OF_TOKEN.test(rest) || /^[^\w\s]{1,3}(?:\s|$)/.test(rest);

/** `token = :token_1`, as SQLAlchemy and Oracle number a column's parameters. */
const isOwnParameter = (name: string, value: string): boolean =>
  value.replace(/^:(\w+?)(?:_\d{1,3})?[,;)\]]*$/, "$1") === name.split(".").at(-1) && value.startsWith(":");

/** What attributes of a cookie are called (RFC 6265). */
const ATTRIBUTES =
  /^\s*(?:(?:same-?site|secure|httponly|path|domain|max-age|expires|partitioned|priority)(?:=[^;"']*)?(?:;\s*|(?=["']?\s*$)))+["']?\s*$/i;

/** Whether a cookie's text has attributes alone: no name with a value, and so no secret. */
export const hasAttributesAlone = (text: string): boolean => ATTRIBUTES.test(text);
