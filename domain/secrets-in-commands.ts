import { IN_ARGUMENTS } from "./argument-secrets";
import { namesSecret } from "./secret-name";
import {
  inQuotes,
  isNoValue,
  keeping,
  NAME,
  onlyWithName,
  type Pass,
  type SecretShape,
  unlessNoValue,
  VALUE,
} from "./secret-shape";

/** A word of a command, in quotes or without. */
const ARGUMENT = `(?:"[^"\\n]{0,500}"|'[^'\\n]{0,500}'|[^\\s"';|&<>]{1,500})`;

/** What reads a secret from its standard input. */
const READS_SECRET =
  "(?:--?[\\w-]{0,200}(?:password|passphrase|token|secret|key)-(?:stdin|fd)\\b|--with-token\\b|\\b(?:ch)?passwd\\b|" +
  "\\bsudo\\s+(?:-\\w+\\s+){0,3}-S\\b|\\bsecrets?\\s+(?:put|set|create|import|versions add)\\b|\\benv\\s+add\\b)";

/** Files of logins, which hold little else. */
const LOGINS = "(?:\\.netrc|_netrc|\\.?pgpass(?:\\.conf)?|\\.git-credentials|htpasswd|\\.pypirc)";

/** `aws configure set NAME VALUE`, and Dockerfile's `ENV NAME VALUE`: a blank between. */
const named = (found: RegExp): SecretShape => ({
  found,
  masked: ([whole, before = "", name = "", blank = "", value = ""], mask) =>
    namesSecret(name.replace(/^.*[:/]/, "")) && !isNoValue(value, name)
      ? `${before}${name}${blank}${inQuotes(value, mask)}`
      : whole,
});

/** A word of capitals, small letters and digits, as a generator makes it; no sentence goes on with one. */
const GENERATED =
  "(?=[^\\s\"'`]{0,200}\\d)(?=[^\\s\"'`]{0,200}[a-z])(?=[^\\s\"'`]{0,200}[A-Z])[^\\s\"'`]{10,500}";

/** A word of a command or of a list in quotes: `env 'API_KEY=two words'`, `["env", "API_KEY=it's …"]`; a shell's text is none. */
const QUOTED_NAMES: readonly SecretShape[] = ['"', "'"].map((quote) => ({
  found: new RegExp(
    `((?:^|[\\s,[(])(?<!(?:-\\w{0,4}c["']?[ \\t]{0,3},?|eval)[ \\t]{0,3})${quote})((?:[A-Z][A-Z\\d]*_[A-Z\\d_]{1,60}|--[a-z][\\w-]{1,60}))=((?!["'])(?:[^${quote}\\\\\\n]|\\\\.){1,2000})(?=${quote})`,
    "g",
  ),
  masked: ([whole, before = "", name = "", value = ""], mask) =>
    namesSecret(name.replace(/^-+/, "")) &&
    /\s/.test(value) &&
    !/^\$|\*{3}/.test(value) &&
    !isNoValue(value, name)
      ? `${before}${name}=${mask}`
      : whole,
}));

/** Words of .netrc, of shells and of SQL. */
const BEHIND_WORDS: readonly SecretShape[] = [
  ...QUOTED_NAMES,
  unlessNoValue(
    new RegExp(
      `(\\b(?:[Pp]assword|ENV[ \\t]+\\w{0,40}(?:PASS|SECRET|TOKEN|KEY)\\w{0,40})[ \\t]+)(${GENERATED})()`,
      "g",
    ),
  ),
  // `machine HOST login USER password WORD`; without its machine in prose too, where the word has letters alone.
  unlessNoValue(
    /(\bmachine\s{1,9}\S{1,200}\s{1,9}(?:(?:login|account)\s{1,9}\S{1,200}\s{1,9}){0,2}password\s{1,9})([^\s"'`]{1,500})()/gi,
  ),
  unlessNoValue(
    /(\blogin[ \t]{1,9}\S{1,200}\s{1,9}password[ \t]{1,9})((?=[^\s"'`]{0,499}\d)[^\s"'`]{1,500})()/gi,
  ),
  unlessNoValue(/(^[ \t]{0,40}password[ \t]{1,9})((?=\S{0,499}\d)[^\s"'`:=]\S{3,500})(?=[ \t]*\r?$)()/gim),
  unlessNoValue(
    new RegExp(
      `(\\b(?:echo|printf)[ \\t]+(?:-[neE]+[ \\t]+)?(?:["']?%s(?:\\\\n)?["']?[ \\t]+)?)(${ARGUMENT})(\\s{0,9}\\|[^|\\n]{0,200}?${READS_SECRET})`,
      "gi",
    ),
  ),
  unlessNoValue(
    new RegExp(
      `(\\b(?:echo|printf)[ \\t]+(?:-[neE]+[ \\t]+)?)(${ARGUMENT}(?:[ \\t]+${ARGUMENT}){0,9})([ \\t]{0,9}>>?[ \\t]{0,9}["']?[^\\s"';|&<>]{0,200}${LOGINS}\\b)`,
      "gi",
    ),
  ),
  unlessNoValue(new RegExp(`(${READS_SECRET}[^|\\n<]{0,100}<<<[ \\t]{0,9})(${ARGUMENT})()`, "gi")),
  named(
    new RegExp(
      `(\\bconfig(?:ure)?[ \\t:]set[ \\t]+(?:[\\w./:=@-]{1,100}[ \\t]+){0,4}?(?:[\\w/.:@-]{1,100}[:/])?(?!-))${NAME}([ \\t]+)(?!-)${VALUE}`,
      "gi",
    ),
  ),
  named(
    new RegExp(
      `((?:^|: |\\] )[ \\t]{0,20}ENV[ \\t]+)([A-Za-z_]\\w{1,60})([ \\t]+)${VALUE}(?=[ \\t]*\\r?$)`,
      "gm",
    ),
  ),
  named(new RegExp(`(\\bset(?:env|x)[ \\t]+)([A-Za-z_]\\w{1,60})([ \\t]+)${VALUE}`, "g")),
  unlessNoValue(
    /(\bconfig[ \t]+(?:-\S{1,40}[ \t]+){0,3}http-basic\.\S{1,100}[ \t]+\S{1,100}[ \t]+)([^\s"'`]{1,500})()/g,
  ),
  unlessNoValue(
    /(\bconfig[ \t]+(?:-\S{1,40}[ \t]+){0,3}(?:pypi|github|gitlab)-(?:token|oauth)\.\S{1,100}[ \t]+)([^\s"'`]{1,500})()/g,
  ),
  // SQL: PostgreSQL's roles, MySQL's and Oracle's users, SQL Server's logins.
  keeping(
    /(\b(?:create|alter)\s{1,9}(?:role|user|login)\b[^\n;]{0,200}?\bpassword\s{0,9}=?\s{0,9}N?')((?:[^'\n]|''){1,500})(')/gi,
  ),
  keeping(
    /(\b(?:create|alter)\s{1,9}(?:role|user|login)\b[^\n;]{0,200}?\bpassword\s{0,9}=?\s{0,9}")([^"\n]{1,500})(")/gi,
  ),
  keeping(
    /(\b(?:user|exists|to)\s{1,9}\S{1,100}\s{1,9}identified\s{1,9}(?:with\s{1,9}\S{1,60}\s{1,9})?(?:by|as)\s{1,9}["'])([^"'\n]{1,500})(["'])/gi,
  ),
  keeping(/(\bIDENTIFIED\s{1,9}(?:WITH\s{1,9}\S{1,60}\s{1,9})?(?:BY|AS)\s{1,9}["'])([^"'\n]{1,500})(["'])/g),
  // A proxy's list of logins: Traefik's label `….basicauth.users=USER:HASH`.
  unlessNoValue(
    /((?:basic|digest)[-_]?auth(?:[\w.-]{0,60}users?)?["']?\]?\s{0,3}[:=]\s{0,3}["']?[^\s"'`:=]{1,100}:)([^\s"'`]{1,2000})()/gi,
  ),
];

/** Secrets that no sign joins to a name: words of .netrc, of shells, of SQL and of command lines. */
export const IN_COMMANDS: readonly (SecretShape | Pass)[] = [
  IN_ARGUMENTS,
  onlyWithName(BEHIND_WORDS, "echo", "printf", "<<<", "config", "identified"),
];
