import { IN_QUOTES, isQuotedSecret, masking, withoutQuotes } from "./prose-parts";
import { isTechnical } from "./secret-look";
import { MAY_NAME, namesSecret } from "./secret-name";
import type { SecretShape } from "./secret-shape";

/** What is right in front of a value that a validator, a parser or a decoder was given. */
const REPORTS =
  "(?:\\b(?:values?|got|received|given|but[ \\t](?:is|was)|parsing|converting|parse|input(?:[ \\t]string)?|(?<=[\"'][ \\t])argument|unmarshal(?:ling)?[ \\t]\\w{1,12}|invalid[ \\t](?:\\w{1,20}[ \\t])?(?:choice|argument|literal|input|format|option))(?:\\\\?[\"'])?[ \\t]?[:=]?[ \\t]?)";

/** `value of NAME ("…")`: the name is between. */
const VALUE_OF = "\\bvalue[ \\t](?:of|for)[ \\t][\"'`]?[\\w.-]{2,60}[\"'`]?[ \\t]?[(:=][ \\t]?";

/** Names in a line, and what says of a word that it is a name. */
const NAMES = /(?<![\w<-])(?:--?)?[A-Za-z_][\w.-]{1,60}/g;
const CALLS_IT =
  /(?:(?<!expected )["'`]|\b(?:for|of|field|key|argument|option|flag|setting|property|variable|parameter|env)[ \t])$/i;

/** A name that can only be a variable's or a flag's. */
const isSure = (name: string): boolean => /^(?:--?[a-z]|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$)/.test(name);

/** A name of more than a word, in whatever notation. */
const isCompound = (name: string): boolean =>
  isSure(name) || /[\w][._-][A-Za-z]|[a-z][A-Z]/.test(name) || /^[A-Z]{3,}$/.test(name);

/** The nearest name, and how far it is. */
interface Near {
  readonly secret: number;
  readonly other: number;
}

function nearest(text: string, distance: (from: number, to: number) => number): Near {
  let [secret, other] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { 0: written, index } of text.matchAll(NAMES)) {
    const name = written.replace(/[.-]+$/, "");
    const far = distance(index, index + name.length);
    const isNamed = isCompound(name) || CALLS_IT.test(text.slice(Math.max(0, index - 14), index));
    if (isNamed && namesSecret(name.replace(/^-+/, ""))) secret = Math.min(secret, far);
    else if (isSure(name) || (far < 2 && /^[A-Z]{3,}$/.test(name))) other = Math.min(other, far);
  }
  return { secret, other };
}

/** A line's other findings are of other names. */
const PART = /\}, ?\{|;[ \t](?!For\b)|\n/;

/** Whether what is around a place in a text names a secret, and no other variable is nearer. */
function isOfSecret(input: string, from: number, to: number): boolean {
  const before =
    input
      .slice(Math.max(0, from - 200), from)
      .split(PART)
      .at(-1) ?? "";
  const behind = input.slice(to, to + 120).split(PART, 1)[0] ?? "";
  if (!MAY_NAME.test(before) && !MAY_NAME.test(behind)) return false;
  const [left, right] = [nearest(before, (_, end) => before.length - end), nearest(behind, (start) => start)];
  const secret = Math.min(left.secret, right.secret);
  return Number.isFinite(secret) && secret < Math.min(left.other, right.other);
}

const isValue = (quoted: string): boolean => {
  const text = withoutQuotes(quoted);
  return text.length > 2 && !/^--?[a-z]/.test(text) && !isTechnical(text) && isQuotedSecret(quoted);
};

/** Values that programs report beside the name of a secret. */
export const REPORTED: readonly SecretShape[] = [
  {
    found: new RegExp(`(${REPORTS}|${VALUE_OF})${IN_QUOTES}`, "gi"),
    masked: ({ 0: whole, 1: before = "", 2: quoted = "", index, input }, mask) =>
      isValue(quoted) &&
      isOfSecret(input, index + (/\bof |\bfor /i.test(before) ? before.length : 0), index + whole.length)
        ? `${before}${masking(quoted, mask)}`
        : whole,
  },
  // marshmallow's, inside the quotes of its own message.
  {
    found: /(\bnot a valid \w{1,20}(?: \w{1,20})?: )([^\s"'\]]{3,500})/gi,
    masked: ({ 0: whole, 1: before = "", index, input }, mask) =>
      isOfSecret(input, index, index + whole.length) ? `${before}${mask}` : whole,
  },
  // Spring Boot's report of a property that fails to bind.
  {
    found: /(\bproperty: ([\w.[\]-]{2,100})[ \t]*\r?\n[ \t>|]{0,40}value: ["']?)([^\s"'][^"'\n]{0,500})/gi,
    masked: ([whole, before = "", name = ""], mask) => (namesSecret(name) ? `${before}${mask}` : whole),
  },
];
