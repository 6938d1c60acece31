import { expressionAt } from "./code-expression";
import { withoutBounds } from "./code-reading";
import { readValue } from "./code-value";
import { isNoneOfName } from "./no-value-of-name";
import { namesSecret } from "./secret-name";
import { NAME } from "./secret-shape";

/** Between a name and its sign: a type, a comment, other names of a pattern, C#'s accessors. */
const BETWEEN =
  "(?:[!?]|[ ]get\\(\\)|\\s{0,3}/\\*[^*\\n]{0,80}\\*/| (?:\\[\\])?(?:string|byte|rune|any)(?= =)|(?:,[ ]?\\w{1,40}){1,3}(?= :?= )|[ ]\\{[ ]?get;[^{}\\n]{0,40}\\})?";
/** What counts where the name has no value: the sign, and a text at once. */
const ELSE = "\\)?\\s{1,3}(?:\\|\\||\\?\\?|\\?:|or)(?=\\s{1,3}[\"'`])";
const ASSIGNS = "=>|:=|\\?\\?=|\\|\\|=|[!=]==?|=|:(?!:)|by[ ]lazy";
/** A name in code or data, to the sign behind which its value begins. */
const HEAD = new RegExp(
  `${NAME}(\\\\{0,7}["'\`]{0,2}\\]?(?:${BETWEEN}\\s{0,3}(?:${ASSIGNS})|${ELSE})|(?<=@\\w{0,60})(?=[ ]["']))`,
  "gi",
);

/** `USER, PASSWORD = "…", "…"`: which text is whose is not asked. */
function restOfTuple(text: string, at: number, name: string): readonly (readonly [number, number])[] {
  const bounds: (readonly [number, number])[] = [];
  for (let from = at, count = 0; count < 4; count += 1) {
    const { end } = expressionAt(text, from);
    if (text.charAt(end) !== ",") break;
    from = end + 1;
    bounds.push(...readValue(text, from, name, "=").masked);
  }
  return bounds;
}

/** A text without the secrets that its code gives to names. */
export function withoutAssigned(text: string, mask: string): string {
  const bounds = [...text.matchAll(HEAD)].flatMap(({ 0: whole, 1: name = "", 2: behind = "", index }) => {
    if (!namesSecret(name.replace(/^-+/, ""))) return [];
    const sign = signOf(behind);
    const from = index + whole.length;
    const around = text.slice(Math.max(0, index - 60), index);
    if (
      isNoneOfName(
        around,
        name,
        `${behind.match(/^["'`]/)?.[0] ?? ""}${sign}`,
        text.slice(from, from + 300).trimStart(),
      )
    )
      return [];
    const isTuple =
      /, ?\w/.test(behind) ||
      (sign !== ":" &&
        /\w, ?$/.test(text.slice(Math.max(0, index - 3), index)) &&
        / $/.test(behind.slice(0, -sign.length)));
    const { masked } = readValue(text, from, name, sign);
    return isTuple ? [...masked, ...restOfTuple(text, from, name)] : masked;
  });
  return bounds.length === 0 ? text : withoutBounds(text, bounds, mask);
}

/** The sign at the end of what is between a name and its value. */
export const signOf = (behind: string): string =>
  /(?:=>|:=|\?\?=|\|\|=|[!=]==?|=|:|\|\||\?\?|\?:|\bor)$/.exec(behind.trimEnd())?.[0] ?? "";
