import { expressionAt, type Piece } from "./code-expression";
import { isPlain } from "./code-literal";
import { withoutBounds } from "./code-reading";
import { isQuotedSecret } from "./prose-parts";
import { isTechnical, looksSecret } from "./secret-look";
import { namesSecret } from "./secret-name";
import { keeping, type SecretShape } from "./secret-shape";

/** Which argument of a call is a secret: its number from 0, or the last. */
interface SecretArgument {
  readonly call: RegExp;
  readonly at: number | "last";
  /** Whether the argument may be another thing, too: then what it is made of decides. */
  readonly isDoubtful?: boolean;
}

/** Calls of languages' own libraries and of what most programs use, by the last words of their paths. */
const CALLS: readonly SecretArgument[] = [
  // RFC 7519's libraries: PyJWT, jsonwebtoken, firebase/php-jwt, ruby-jwt.
  { call: /\bjwt(?:\.|::)(?:sign|verify|encode|decode)(?:Async|Sync)?$/i, at: 1 },
  { call: /\bcreate(?:Hmac|(?:C|Dec)ipheriv)$/, at: 1 },
  { call: /\b(?:scrypt|pbkdf2)(?:Sync)?$/, at: 0 },
  { call: /\bhmac\.new$|\bFernet$/, at: 0 },
  { call: /\bhmac\.New$|\bHMAC(?:\.|::)(?:hex)?digest$/, at: 1 },
  { call: /\bhash_hmac$/, at: 2 },
  { call: /\bsignWith$/, at: "last" },
  { call: /\bcreateClient$/, at: 1, isDoubtful: true },
  {
    call: /\b(?:hmacShaKeyFor|SymmetricSecurityKey|SignedString|cookieParser|from_secret|bearer_auth)$/,
    at: 0,
  },
  { call: /\b(?:set_?cookie|SetCookie|res(?:ponse)?\.cookie|cookies?\.set)$/i, at: 1, isDoubtful: true },
  {
    call: /\b(?:Set)?(?:Basic_?Auth|basic_?auth)$|\b(?:HTTP(?:Basic|Digest)Auth|UserPassword|NetworkCredential|UsernamePasswordCredentials?|UsernamePasswordAuthenticationToken|httpBasic)$/,
    at: 1,
  },
  { call: /(?:^|\.|::|->)(?:login|sign_?in|log_?in|authenticate)$/i, at: 1 },
  { call: /\bcreate_(?:super)?user$/, at: 2 },
  { call: /\b(?:getConnection|mysqli(?:_connect)?|PDO)$/, at: 2 },
  {
    call: /\b(?:compare_digest|timingSafeEqual|hash_equals|ConstantTimeCompare|secure_compare)$/,
    at: "last",
  },
];

/** What gives a secret to something by its own name: `setPassword`, `.password`, `new ApiKeyCredential`. */
const ASKS =
  /^(?:get|use|fetch|read|find|ask|prompt|input|enter|is|has|require|needs?|generate|random|make|new_?random|parse|reset|forgot|show|toggle|load|lookup|revoke|delete|remove|print|log|describe|it|on|handle|render)(?![a-z])|^(?:Get|Use|Fetch|Read|Find|Is|Has|Require|Generate|Random|Parse|Load)[A-Z]|Random|^(?:auth|token)$|(?:Field|Input|Error|Exception|Form|Schema|Column|Builder|Provider|Service|Strategy|Client|Bearer|Router|Module|Guard|Header)$/i;
const IS_PASSWORD = /passw|passphrase|secret|api_?key|credential|bearer/i;

const NAME_OF_CALL =
  /(?<![\w$.])((?:[A-Za-z_$][\w$]{0,60}(?:\.|::|->|\?\.)){0,6}(?:[A-Za-z_$][\w$]{0,60})|(?:\.|->)[A-Za-z_]\w{1,60})[!?]?(?=\()/g;
/** The same behind the bracket of another call: `…("u").password("…")`. */
const MEMBER = /(?<=[)\]])\s{0,80}(?:\.|->|\?\.)([A-Za-z_]\w{1,60})(?=\()/g;
const MAY_HOLD = /["'`]/;

function argumentOf(path: string): SecretArgument | undefined {
  const known = CALLS.find(({ call }) => call.test(path));
  if (known !== undefined) return known;
  const last = path.split(/\.|::|->/).at(-1) ?? "";
  if (!namesSecret(last) || ASKS.test(last)) return undefined;
  return { call: NAME_OF_CALL, at: "last", isDoubtful: !IS_PASSWORD.test(last) };
}

function isSecretArgument(content: string, { key }: Piece, isDoubtful: boolean): boolean {
  if (content.length < 4 || (key !== undefined && !namesSecret(key))) return false;
  if (isTechnical(content) || isPlain(content) || /^(?:[a-z][a-z\d+.-]*:\/\/|\/|\.{1,2}\/)/.test(content))
    return false;
  if (/^[a-z]+(?:[._-][a-z]+)+$/.test(content) && namesSecret(content)) return false;
  return isQuotedSecret(`"${content.replaceAll('"', "'")}"`) && (!isDoubtful || looksSecret(content, true));
}

/** A text without the secrets that its code gives to calls. */
export function withoutArguments(text: string, mask: string): string {
  if (!text.includes("(") || !MAY_HOLD.test(text)) return text;
  const calls = [...text.matchAll(NAME_OF_CALL), ...text.matchAll(MEMBER)];
  const bounds = calls.flatMap(({ 0: whole, 1: path = "", index }) => {
    const secret = argumentOf(path);
    if (secret === undefined) return [];
    const { literals, words } = expressionAt(text, index + whole.length);
    const inside = literals.filter(({ depth }) => depth > 0);
    const all = [...inside, ...words.filter(({ depth }) => depth > 0)];
    const wanted =
      secret.at === "last"
        ? Math.max(0, ...all.filter(({ key }) => key === undefined).map(({ argument }) => argument))
        : secret.at;
    const first = text.slice(inside[0]?.token.from, inside[0]?.token.to);
    const isDoubtful =
      secret.isDoubtful === true &&
      !(inside.length > 1 && /^\w{0,20}(?:sess|sid|auth|token|jwt)/i.test(first));
    return inside.flatMap((piece) => {
      const { from = 0, to = 0 } = piece.token;
      if (piece.argument !== wanted) return [];
      return isSecretArgument(text.slice(from, to), piece, isDoubtful) ? [[from, to] as const] : [];
    });
  });
  return bounds.length === 0 ? text : withoutBounds(text, bounds, mask);
}

/** A word in quotes, behind a comma. */
const NEXT = "[\"'][ \\t]{0,3},[ \\t]{0,3}[\"']";

/** Commands as lists of their words: `["curl", "-u", "me:…"]`. */
export const IN_ARGUMENTS: readonly SecretShape[] = [
  keeping(
    new RegExp(`(["'](?:-u|--(?:proxy-)?user)${NEXT}[^\\s:"']{1,100}:)([^"'\\n]{1,500})(?=["'])()`, "g"),
  ),
  keeping(
    new RegExp(
      `(["'](?:\\S{0,60}/)?(?:mysql|mysqldump|mariadb|sshpass)${NEXT}[^\\n]{0,200}?["']-p)([^\\s"']{3,500})(?=["'])()`,
      "g",
    ),
  ),
  keeping(
    new RegExp(`(["'](?:redis|valkey)-cli["'][^\\n]{0,200}?["']-a${NEXT})([^\\s"']{3,500})(?=["'])()`, "g"),
  ),
  keeping(new RegExp(`(["'](?:--)?(?:requirepass|masterauth)${NEXT})([^\\s"']{3,500})(?=["'])()`, "g")),
  keeping(/(\bbasic_auth[ ]["'][^"'\n]{1,100}["'],[ ]["'])([^"'\n]{3,500})(?=["'])()/g),
];
