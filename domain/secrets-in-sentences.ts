import { OF_ONE, OF_TWO_WORDS, PASSWORD } from "./prose-parts";
import { looksSecret } from "./secret-look";
import { namesSecret } from "./secret-name";
import type { SecretShape } from "./secret-shape";

/** A variable's or a setting's name; whether it is a secret's is asked for by itself. */
const NAME = "[A-Z][A-Z\\d]*(?:_[A-Z\\d]+)+|[a-z][a-z\\d]*(?:_[a-z\\d]+)+";
const HEAD = `(?<![\\w-])(?<head>${PASSWORD}|${OF_TWO_WORDS}|${OF_ONE}|${NAME})`;
/** No word of letters alone, which the sentence may go on with. */
const VALUE = "(?<value>(?=[^\\s\"'`]{0,200}[\\d!@#$%^&+?~])[^\\s\"'`=,;:<>(){}[\\]|*][^\\s\"'`]{5,500})";
const USER = "[\"'`]?[\\w.@-]{1,60}[\"'`]?";

/**
 * Words between a noun and a value by which the value is another thing: an identifier, a count, a time; and those that
 * say so right in front of it, a place or a person.
 */
const OF_ANOTHER_THING =
  /\b(?:ids?|identifier|names?|named|kid|types?|lengths?|size|count|limit|ttl|endpoint|ur[li]s?|header|cookie|version|store|manager|prefix|algorithm|alg|methods?|mechanism|plugin|provider|backend|strategy|scheme|format|encoding|fingerprint|thumbprint|checksum|digest|requests?|trace|span|job|run|build|commit|pod|container|tenant|issuer|audience|subject|scope|expires|expiry|exp|iat|nbf|age|policy|rotation|cache|bucket|remaining|offset)\b|\b(?:for|in|at|on|by|via|until|since|after|before|users?|role|account|owner|files?|path|folder|hosts?|server|service|client|project|usage|used|status|code|error|line|column|position|index)[,:]?$/i;

/** Addresses of memory, error codes, and settings of another name: `hit=12345`. */
const NO_VALUE = /^0x[\da-f]{1,16}\W*$|^[A-Za-z_.-]+=[^=]/i;

interface Groups {
  readonly head?: string;
  readonly gap?: string;
  readonly value?: string;
}

const isOfSecret = (head: string): boolean => !/_/.test(head) || namesSecret(head);

/** Kubernetes' objects are called so, and their names end with what a program made. */
const isObject = (head: string, value: string, behind: string): boolean =>
  /^(?:secret|credential)/i.test(head) &&
  /^[a-z\d]+(?:[-./][a-z\d]+)+$/.test(value) &&
  /^ (?:(?:was |does )?not (?:found|exist)|is forbidden|already exists|in (?:the )?namespace)/.test(behind);

/** A value behind what stays of the match, if it is made and nothing says that it is another thing. */
function sentence(found: string, flags: string, isMade: (value: string) => boolean): SecretShape {
  return {
    found: new RegExp(found, flags),
    masked: (match, mask) => {
      const { head = "", gap = "", value = "" } = (match.groups ?? {}) as Groups;
      const whole = match[0];
      if (value.startsWith(mask) || (head !== "" && !isOfSecret(head)) || OF_ANOTHER_THING.test(gap))
        return whole;
      if (NO_VALUE.test(value) || !isMade(value)) return whole;
      const behind = match.index + whole.length;
      if (isObject(head, value, match.input.slice(behind, behind + 24))) return whole;
      const end = /(?:[)\]}>,;.*_]|…)*$/.exec(value)?.[0] ?? "";
      return `${whole.slice(0, whole.length - value.length)}${mask}${end}`;
    },
  };
}

const typed = (value: string): boolean => looksSecret(value, true);

/** What says that a secret comes: `got …`, `was changed from *** to …`, `rejected: …`, `too short (…`. */
const COMES =
  "(?:[ \\t](?:got|received|given|found|was|is|are|contains|equals?|(?:should|must|to)[ \\t](?:be|equal|match)|" +
  "(?:set|reset|changed|updated|rotated|resolved|expanded|defaults|defaulted|evaluates|equal|\\*{3})[ \\t]to|from|(?:has[ \\t])?(?:the[ \\t])?value|expected):?[ \\t]|(?<=[a-z\\d)*]):[ \\t]|[ \\t]\\()";

/** What a sentence says of a secret that it has named. */
const VERDICT =
  "(?=[)\\]]?[ \\t](?:is|was|has|had|does|did|not|expired|rejected|revoked|refused|already|failed|belongs|cannot|can't|could|too|unknown|invalid|mismatch|exceeded|exceeds|lacks|needs)\\b|(?<=[,:;])(?=[ \\t])|[)\\].!]*$)";

const REFUSED =
  "(?=[ \\t](?:is|was|has[ \\t]been)[ \\t](?:not[ \\t])?(?:authori[sz]ed|allowed|valid|active|invalid|revoked|rejected|refused|disabled|wrong|unknown)\\b|[ \\t](?:rejected|revoked|refused)\\b)";

/** Secrets in sentences of which a noun is further away, or in which a login is named with its user. */
export const IN_SENTENCES: readonly SecretShape[] = [
  sentence(`${HEAD}:?(?<gap>(?:[ \\t][\\w*()./'-]{1,40}[,:]?){0,8}?)${COMES}${VALUE}`, "gi", typed),
  sentence(`(?<![\\w-])(?<head>${NAME})(?:,|[ \\t]\\(|[ \\t])[ \\t]?${VALUE}`, "g", typed),
  sentence(`${HEAD}[ \\t][([]?${VALUE}${VERDICT}`, "gim", typed),
  // A cache's key is a word with a number too.
  sentence(
    `(?<![\\w-])key[ \\t]${VALUE.replace(":<>", "<>")}(?=[ \\t](?:has[ \\t])?expired\\b)`,
    "gi",
    (value) => !value.includes(":") && looksSecret(value),
  ),
  sentence(`(?<![\\w-])key[ \\t]${VALUE}${REFUSED}`, "gi", (value) => !value.includes(":") && typed(value)),
  sentence(
    `\\b(?:log(?:in|ged in|ging in|on)|sign(?:ed)?[ -]?in|auth(?:entication|enticating)?|bind)\\b(?:(?:[ \\t](?:failed|failure|refused|denied|rejected|error|as|for|with|of|user|account|role|credentials|attempt)){1,4}:?|(?<=login):)[ \\t]${USER}[ \\t]?[/:][ \\t]?${VALUE}`,
    "gi",
    typed,
  ),
  sentence(`\\bcredentials?[ \\t](?:are|is|were|was):?[ \\t]${USER}[ \\t]?[/:][ \\t]?${VALUE}`, "gi", typed),
  sentence(
    `(?<![\\w/])[\\w.@-]{1,40}[ \\t]/[ \\t]${VALUE}(?=[ \\t](?:are|is|were|was)[ \\t](?:\\w{1,12}[ \\t]){0,3}(?:credentials|login)\\b)`,
    "gi",
    typed,
  ),
  sentence(
    `\\b(?:user(?:name)?|login|as)[=: \\t]{1,2}${USER},?[ \\t](?:and[ \\t]|with[ \\t])?pass(?:word)?[ \\t:]{1,2}${VALUE}`,
    "gi",
    typed,
  ),
  sentence(
    `\\b(?:account|user|login|admin|superuser)\\b[\\w \\t]{0,30}[(:][ \\t]?${USER}[ \\t]/[ \\t]${VALUE}`,
    "gi",
    typed,
  ),
  sentence(
    `\\b(?:comparing|compared|matching|checking|hashing|verifying)[ \\t]${VALUE}(?=[ \\t](?:with|to|against|as)[ \\t](?:\\w{1,12}[ \\t]){0,2}(?:${PASSWORD}|${OF_TWO_WORDS}|${OF_ONE})\\b)`,
    "gi",
    typed,
  ),
  sentence(`\\b(?:as|user|role)[ \\t]${USER}[ \\t]identified[ \\t]by[ \\t]${VALUE}`, "gi", typed),
  {
    found: new RegExp(
      `(\\b(?:invalid|bad|illegal|unexpected|wrong)[ \\t](?:value|argument|setting)[ \\t])([^\\s"'\`=]{6,500}|"[^"\\n]{1,500}"|'[^'\\n]{1,500}')(?=[ \\t](?:for|of|in)[ \\t](?:the[ \\t])?["'\`]?(${NAME}|${PASSWORD}))`,
      "gi",
    ),
    masked: ([whole, before = "", value = "", name = ""], mask) => {
      if (!namesSecret(name)) return whole;
      const quote = /^["']/.exec(value)?.[0] ?? "";
      return quote !== "" || typed(value) ? `${before}${quote}${mask}${quote}` : whole;
    },
  },
];
