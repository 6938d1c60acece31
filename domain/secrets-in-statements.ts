import { namesSecret } from "./secret-name";
import type { SecretShape } from "./secret-shape";

const columnsOf = (list: string): readonly string[] =>
  list.split(",").map((column) => column.trim().replaceAll(/^["'`[]|["'`\]]$/g, ""));

/** Texts in the quotes of SQL and of languages, and words. */
const ITEM = /'(?:[^'\\\n]|''|\\.)*'|"(?:[^"\\\n]|\\.)*"|[^\s,()][^,()\n]*/g;
const TEXT = /^(["'])(?=.)[\s\S]*\1$/;
const inItsQuotes = (item: string, mask: string): string =>
  TEXT.test(item) ? `${item.charAt(0)}${mask}${item.charAt(0)}` : mask;

/** The values of columns that hold a secret; all texts where the two lists are not of one length. */
function withoutValues(columns: readonly string[], list: string, mask: string): string {
  const count = list.match(ITEM)?.length ?? 0;
  let at = -1;
  return list.replaceAll(ITEM, (item) => {
    at += 1;
    const isMine = count === columns.length ? namesSecret(columns[at] ?? "") : TEXT.test(item);
    return isMine && !/^(?:%|\?|\$\d|:[a-z]|NULL$|DEFAULT$|\*+$|['"]['"]$)/i.test(item)
      ? inItsQuotes(item, mask)
      : item;
  });
}

const holds = (columns: readonly string[]): boolean => columns.some((column) => namesSecret(column));
/** Lists with one bracket more in them, such as a call's. */
const ROWS = "((?:\\((?:[^()\\n]|\\([^()\\n]{0,100}\\)){1,2000}\\)?\\s{0,9},?\\s{0,9}){1,50})";
const ROW = /(?<=\()(?:[^()\n]|\([^()\n]{0,100}\)){1,2000}/g;

/** A statement that names a secret's column, in front of its parameters. */
const namesColumn = (statement: string): boolean =>
  /\b(?:insert|update|select|delete|where|set)\b/i.test(statement) &&
  [...statement.matchAll(/[A-Za-z_]\w{1,60}/g)].some(({ 0: word }) => namesSecret(word));

/** Values in statements of SQL, in their parameters, and in what PostgreSQL says of a key. */
export const IN_STATEMENTS: readonly SecretShape[] = [
  {
    found: new RegExp(
      `(\\b(?:insert|replace)\\s{1,9}(?:ignore\\s{1,9})?into\\s{1,9}[\\w."\`[\\]]{1,120}\\s{0,9}\\()([^()]{1,1000})(\\)\\s{0,9}values\\s{0,9})${ROWS}`,
      "gi",
    ),
    masked: ([whole, before = "", columns = "", between = "", values = ""], mask) =>
      holds(columnsOf(columns))
        ? `${before}${columns}${between}${values.replaceAll(ROW, (row) => withoutValues(columnsOf(columns), row, mask))}`
        : whole,
  },
  // SQLAlchemy's, TypeORM's and drizzle's words for what a statement is given.
  {
    found: /(\b(?:parameters|params|bindings)\b["']?:?[ \t]{0,3}[([])([^\]\n]{1,2000})/gi,
    masked: ({ 0: whole, 1: before = "", 2: values = "", index, input }, mask) =>
      namesColumn(input.slice(Math.max(0, index - 1500), index))
        ? `${before}${values.replaceAll(/'[^'\n]{1,500}'|"[^"\n]{1,500}"/g, (text) => inItsQuotes(text, mask))}`
        : whole,
  },
  {
    found: /(\bkey \(([^()\n]{1,300})\)=\()([^()\n]{1,1000})(?=\))/gi,
    masked: ([whole, before = "", columns = "", values = ""], mask) => {
      const names = columnsOf(columns);
      return holds(names) ? `${before}${withoutValues(names, values, mask)}` : whole;
    },
  },
  // drizzle's line of its own, in which no quotes are.
  {
    found: /(\nparams: )([^\n]{1,2000})/g,
    masked: ({ 0: whole, 1: before = "", index, input }, mask) =>
      namesColumn(input.slice(Math.max(0, index - 1500), index)) ? `${before}${mask}` : whole,
  },
  // MySQL's error 1062.
  {
    found: /(\bduplicate entry ')([^'\n]{1,500})(' for key '([\w.-]{1,120})')/gi,
    masked: ([whole, before = "", , behind = "", key = ""], mask) =>
      namesSecret(key) ? `${before}${mask}${behind}` : whole,
  },
];
