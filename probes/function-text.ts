/** A table that the text of a function names, and the right that it needs there. */
export interface NamedTable {
  /** Undefined where the name has none: then the session's, or the function's own `search_path` says where it is. */
  readonly schema: string | undefined;
  readonly name: string;
  readonly right: "INSERT" | "UPDATE" | "DELETE" | "SELECT";
}

/** A function that a text calls, or a sequence that it takes a number of. */
export interface NamedCall {
  readonly kind: "function" | "sequence";
  /** Undefined where the name has none. */
  readonly schema: string | undefined;
  readonly name: string;
  /** Whether it is called for what it does (`PERFORM`, `CALL`): then it is a function's name for certain. */
  readonly does: boolean;
}

export interface FunctionText {
  readonly tables: readonly NamedTable[];
  readonly calls: readonly NamedCall[];
  /** Whether it runs SQL that it makes, which its text does not show. */
  readonly runsMore: boolean;
}

/** What PL/pgSQL itself does not run: comments, and texts in quotes or dollars (sql-syntax-lexical). */
const NOT_RUN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$/g;

const NAME = String.raw`("(?:[^"]|"")+"|[a-z_]\w*\b)`;
const TABLE = String.raw`(?:only\s+)?${NAME}(?:\s*\.\s*${NAME})?(?!\s*[.(])`;
const STATEMENTS = [
  ["INSERT", new RegExp(String.raw`\binsert\s+into\s+${NAME}(?:\s*\.\s*${NAME})?`, "gi")],
  ["INSERT", new RegExp(String.raw`\bmerge\s+into\s+${TABLE}`, "gi")],
  ["UPDATE", new RegExp(String.raw`\bupdate\s+${TABLE}(?=(?:\s+(?:as\s+)?\w+)?\s+set\b)`, "gi")],
  ["DELETE", new RegExp(String.raw`\bdelete\s+from\s+${TABLE}`, "gi")],
  ["SELECT", new RegExp(String.raw`(?<!\bdelete\s|\bdistinct\s)\b(?:from|join)\s+${TABLE}`, "gi")],
] as const;

const RUNS = /\bexecute\b(?!\s+(?:function|procedure)\b)/i;

/** A name before a bracket. Without a schema it may be a type's, or the language's own too: the catalog knows. */
const CALL = new RegExp(
  String.raw`(\b(?:perform|call)\s+)?(?<!\binto\s+)(?<![\w.$"])(?:${NAME}\s*\.\s*)?(?<!\binto\s+)${NAME}\s*\(`,
  "gi",
);
const SEQUENCE = new RegExp(String.raw`\bnextval\s*\(\s*'(?:${NAME}\s*\.\s*)?${NAME}'`, "gi");

function callsIn(text: string, withTexts: string): readonly NamedCall[] {
  const named = (schema: string | undefined, name: string) => ({
    schema: schema === undefined ? undefined : folded(schema),
    name: folded(name),
  });
  const calls = [...text.matchAll(CALL)].map(
    ([, does, schema, name = ""]): NamedCall => ({
      ...named(schema, name),
      kind: "function",
      does: does !== undefined,
    }),
  );
  const numbers = [...withTexts.matchAll(SEQUENCE)].map(
    ([, schema, name = ""]): NamedCall => ({ ...named(schema, name), kind: "sequence", does: false }),
  );
  return [...calls, ...numbers];
}

/** What is no comment: a comment between quotes is a text, and stays. */
const withoutComments = (body: string): string =>
  body.replaceAll(NOT_RUN, (found) => (/^(?:--|\/\*)/.test(found) ? " " : found));

/** What the body of a PL/pgSQL function names, as far as its text shows it. */
export function readFunctionText(body: string): FunctionText {
  const text = body.replaceAll(NOT_RUN, " '' ");
  const tables = STATEMENTS.flatMap(([right, statement]) =>
    [...text.matchAll(statement)].map(([, first = "", second]): NamedTable => {
      const [schema, name] =
        second === undefined ? [undefined, folded(first)] : [folded(first), folded(second)];
      return { schema, name, right };
    }),
  );
  return { tables, calls: callsIn(text, withoutComments(body)), runsMore: RUNS.test(text) };
}

/** PostgreSQL folds a name without quotes to lower case. */
const folded = (name: string): string =>
  name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
