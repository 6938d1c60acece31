/** A literal in a line of code, with the name that it is given by. */
export interface NamedLiteral {
  readonly name: string;
  readonly value: string;
  /** Behind the line's start, where the value ends. */
  readonly end: number;
}

/** A generated text's letters. */
const GENERATED = "[A-Za-z0-9+/_=.~-]{20,200}";
const QUOTED = `(?<quote>["'\`])(?<value>${GENERATED})\\k<quote>`;
const NAME = "(?<name>[A-Za-z_][\\w-]{2,80})";

/** How code gives a literal to a name. */
const IN_CODE: readonly RegExp[] = [
  // `API_KEY = "…"`, `apiKey: "…"`, `const apiKey: string = "…"`, `api_key="…"` among arguments
  new RegExp(`${NAME}["']?\\s*(?::\\s*[A-Za-z]\\w{0,30}\\s*=|:=|=>|[:=])\\s*${QUOTED}`, "g"),
  // `headers["X-Api-Key"] = "…"`, `os.getenv("API_KEY", "…")`, `os.getenv("API_KEY") or "…"`
  new RegExp(
    `["']${NAME}["']\\s{0,3}(?:\\]\\s{0,3}=|\\)?\\s{0,3}(?:,|\\|\\||\\?\\?|\\bor\\b))\\s{0,3}(?:default\\s{0,3}[=:]\\s{0,3})?${QUOTED}`,
    "g",
  ),
  // `process.env.JWT_SECRET || "…"`
  new RegExp(`\\benv\\.${NAME}!?\\s{0,3}(?:\\|\\||\\?\\?)\\s{0,3}${QUOTED}`, "g"),
];

/** `Authorization: Bearer …`, in any language. */
const HEADER = new RegExp(
  `\\bAuthorization\\b["'\\s\\],:=>]{1,12}(?<name>Bearer|Token|Key)\\s+(?<value>${GENERATED})(?=["'\`\\\\])`,
  "gi",
);

/** `RUN API_KEY=…`, `LABEL api_key="…"`; `--api-key …`, also as words of a list */
const IN_IMAGE: readonly RegExp[] = [
  new RegExp(`(?<![\\w-])${NAME}=(?<quote>["']?)(?<value>${GENERATED})\\k<quote>(?=[\\s;&|\\\\]|$)`, "g"),
  new RegExp(
    `--(?<name>[a-z][\\w-]{2,60})(?:=|\\s+|["']\\s*,\\s*["'])["']?(?<value>${GENERATED})(?=["'\\s;&|]|$)`,
    "g",
  ),
];

/** A password that a person made up: `password="…"`, `Pwd: '…'`. */
const TYPED =
  /(?<name>\b(?:[A-Za-z]\w{0,60})?(?:password|passwd|passphrase|pwd))["']?\s{0,3}(?::\s{0,3}\w{1,20}\s{0,3}=|:=|=>|[:=])\s{0,3}(?<quote>["'`])(?<value>[^\s"'`\\${}<>()|%:/[\]^*]{10,60})\k<quote>/gi;

export type Place = "code" | "image";

/** The literals of a line that are generated texts by their letters, each with its name. */
export function generatedLiterals(line: string, place: Place): readonly NamedLiteral[] {
  const headers = literals(line, [HEADER]).map((one) => ({ ...one, name: "Authorization" }));
  return [...literals(line, place === "code" ? IN_CODE : IN_IMAGE), ...headers];
}

export function typedPasswords(line: string): readonly NamedLiteral[] {
  return literals(line, [TYPED]);
}

function literals(line: string, forms: readonly RegExp[]): readonly NamedLiteral[] {
  return forms.flatMap((form) =>
    [...line.matchAll(form)].map(({ 0: whole, index, groups = {} }) => {
      const { name = "", value = "", quote = "" } = groups;
      return { name, value, end: index + whole.length - (whole.endsWith(quote) ? quote.length : 0) };
    }),
  );
}
