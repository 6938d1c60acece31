/** A table that the text of a function names, and the right that it needs there. */
export interface NamedTable {
  /** Undefined where the name has none: then the session's, or the function's own `search_path` says where it is. */
  readonly schema: string | undefined;
  readonly name: string;
  readonly right: "INSERT" | "UPDATE" | "DELETE" | "SELECT";
}

/** A function that a text calls by schema and name, or a sequence that it takes a number of. */
export interface NamedCall {
  readonly kind: "function" | "sequence";
  /** Undefined of a sequence without a schema in front. */
  readonly schema: string | undefined;
  readonly name: string;
}

export interface FunctionText {
  readonly tables: readonly NamedTable[];
  readonly calls: readonly NamedCall[];
  /** Whether it runs what its text does not show: SQL that it makes, or another function that may write. */
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

/** What runs other functions; those of PostgreSQL itself write no table of a user. */
const RUNS =
  /\bexecute\b(?!\s+(?:function|procedure)\b)|\b(?:perform|call)\s+(?!(?:pg_catalog\.)?(?:pg_|set_config|setval|nextval|lo_))[\w."]+\s*\(/i;

/** With the schema in front alone: without it, the name may be a type's, a table's with its columns, or the language's own. */
const CALL = new RegExp(String.raw`(?<!\binto\s+)(?<![\w.])${NAME}\s*\.\s*${NAME}\s*\(`, "gi");
const SEQUENCE = new RegExp(String.raw`\bnextval\s*\(\s*'(?:${NAME}\s*\.\s*)?${NAME}'`, "gi");

function callsIn(text: string, withTexts: string): readonly NamedCall[] {
  const named =
    (kind: NamedCall["kind"]) =>
    ([, schema, name = ""]: RegExpMatchArray): NamedCall => ({
      kind,
      schema: schema === undefined ? undefined : folded(schema),
      name: folded(name),
    });
  return [
    ...[...text.matchAll(CALL)].map(named("function")),
    ...[...withTexts.matchAll(SEQUENCE)].map(named("sequence")),
  ];
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
