import type { Piece } from "./code-expression";
import { isQuotedSecret } from "./prose-parts";
import { isTechnical, looksSecret } from "./secret-look";
import { ABOUT_A_SECRET, namesSecret } from "./secret-name";
import { isNoValue } from "./secret-shape";

/** What a schema, a form or a reader of settings says about a value. */
const ABOUT = new RegExp(
  `^(?:.*_)?(?:${ABOUT_A_SECRET}|ENV|ALIAS(?:ES)?|VALIDATION_ALIAS|HELP|DESCRIPTION|TITLE|LABEL|PLACEHOLDER|MESSAGE|DETAIL|ERROR|REQUIRED_ERROR|INVALID_TYPE_ERROR|FORMAT|PATTERN|REGEXP?|INPUT_TYPE|WIDGET|CAST|REF|ID|IDS|FIELD|COLUMN|IN|KIND|FOR|CLASS|AUTOCOMPLETE|ROLE|USER|USERNAME|LOGIN|EMAIL|HOST|PORT|DATABASE|SCHEMES?|SCHEME|DEPRECATED|URL|TOKEN_?URL|OAUTH2|SCOPES?|REQUIRED|PERMISSIONS?|RESOURCE|SERVICE|STATUS|CODE|ENGINE|DIALECT|EXPIRES_?IN|DIGEST|ENCODING|CHARSET)$`,
);

/** What makes a value of a text, or gives it where nothing else is. */
const MAKES =
  /(?:^|[.:>!])(?:(?:from|of|new|to|with|parse)_?(?:str|string|hex|base64|utf8|text|bytes)?|from_?secret|from_?static|into|str|string|String|bytes?|b64decode|\w*b64decode|base64\.\w+|decode|encode|\w*[Bb]ase64\w*|atob|btoa|unhexlify|Some|Just|Ok|Optional|Secret\w*|Sensitive\w*|Redacted|Password\w*|Token\w*|Zeroizing|output|secret|Set|set|List|list|listOf|mapOf|setOf|arrayOf|Map|Array|tuple|frozenset|dict|Field|default|Default|unwrap_or\w*|or|or_else|orElse|Or|lazy|concat|join|format|GetBytes|getBytes|toCharArray|freeze|char|CharArray|array|collect|raw|text|literal|optional|prefault|catch)$/;

/** What asks for a value by its name, or reads, splits and compares one. */
const ASKS =
  /(?:^|[.:>!])(?:get\w*|Get\w*|env\w*|Env\w*|environ\w*|config\w*|Config\w*|fetch\w*|lookup\w*|read\w*|Read\w*|open|load\w*|require\w*|header\w*|Header\w*|cookie\w*|query\w*|params?|input|prompt|getpass|ask\w*|split\w*|replace\w*|match|test|find\w*|select\w*|from_env|from_name|var|var_os|inject|use\w*|t|trans|_|gettext\w*|fetch_env|System\w*|args?|argv|_POST|_GET|_SERVER|_ENV|_COOKIE|_REQUEST|_SESSION|session|process|headers|cookies|cleaned_data|data|form|body|option|Configuration|secrets|settings|request|req|event|expect|Depends|input_value|toString|hexdigest|digest|update|hash|generate\w*|random\w*|Random\w*|import\w*|resource|dig|slice|at|key|keys|has|include\w*|permit|filter|validate\w*|print\w*|log\w*|raise|Error|Exception|throw|join_path|path)$/i;

/** A name of a thing, a path, an address, a measure, a sentence: what a text in an unknown call is too. */
const NAMES_A_THING = [
  /\s/,
  /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/,
  /^[a-z]{1,12}$/,
  /^[A-Za-z]+(?:[._:/-][A-Za-z]+)+$/,
  /^(?:\.{0,2}\/|~\/|[a-z][a-z\d+.-]*:\/\/|#|<)/,
  /^[a-z]+(?:[A-Z][a-z]+)+$/,
  /^[^A-Za-z\d]*$/,
  /^[\d.,:%]+$/,
  /^[{$%]?\{[^{}]*\}$/,
];

/** A list of a validator's rules, as Laravel has them. */
const RULES =
  /^(?:required|nullable|sometimes|string|confirmed|min:\d+|max:\d+|regex:.*|[a-z_]+(?::[\w,]+)?)(?:\|[a-z_]+(?::[\w,./^$-]+)?)+$/;
/** `^9.0.2`: a version of a package. */
const VERSION = /^(?:[~^]|[<>]=?)?\s?v?\d+(?:\.(?:\d+|x|\*)){1,3}(?:[-.](?:rc|alpha|beta|dev|post)[.\d]*)?$/;
const INTERPOLATED = /^(?:[A-Z][a-z]+ )?(?:[$#%]?\{[\w.$?!()[\]'" ]{1,200}\}[\s:/]?)+$/;

/** A question to a person, and the scheme of a header whose token another part of the expression has. */
const NO_TEXT = [
  /^--[a-z][a-z-]{1,40}$/,
  /^(?:[A-Z][a-z]+ )?[Pp]assword[:?]$/,
  /^[A-Z][A-Za-z' ]{2,60}[:?] $/,
  /^(?:Basic|Bearer|Digest|Token|Negotiate) ?$/i,
];

const upper = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .replaceAll(/[-.]/g, "_")
    .toUpperCase();

/** What is no secret at whatever place of code. */
export function isPlain(content: string): boolean {
  return (
    NO_TEXT.some((form) => form.test(content)) ||
    RULES.test(content) ||
    VERSION.test(content) ||
    INTERPOLATED.test(content)
  );
}

const isThing = (content: string): boolean =>
  NAMES_A_THING.some((form) => form.test(content)) || isTechnical(content);

/** Whether a text of an expression, behind the name of a secret, is one. */
export function isSecretText(content: string, piece: Piece, name: string): boolean {
  const { callee, index, key, depth } = piece;
  if (
    content.length < 2 ||
    isNoValue(`"${content.replaceAll('"', "'")}"`, depth === 0 ? name : "") ||
    isPlain(content)
  )
    return false;
  if (depth === 0) return true;
  if (key !== undefined && ABOUT.test(upper(key)) && !namesSecret(key))
    return looksSecret(content) && content.length > 11;
  const isOwnKey =
    key !== undefined && (namesSecret(key) || /^(?:default|value|fallback|raw|main)$/i.test(key));
  if (callee === undefined || isOwnKey) return isQuotedSecret(`"${content}"`);
  if (isTechnical(content) || /^[a-z_-]{1,30}\.[a-z]{2,4}$/.test(content)) return false;
  if (MAKES.test(callee) && !ASKS.test(callee)) return isQuotedSecret(`"${content}"`);
  if (ASKS.test(callee)) {
    if (index === 0 && key === undefined) return false;
    return isQuotedSecret(`"${content}"`) && !isTechnical(content) && !/^[a-z-]{1,5}$/.test(content);
  }
  return !isThing(content) && isQuotedSecret(`"${content}"`);
}
