/** A binary that Erlang prints as its bytes: `<<101,110,118>>`; a line that was cut ends within it. */
const BYTES = /<<((?:\d{1,3},){5,}\d{0,3})(?:>>|$)/g;
/** An exception of Elixir as the map that it is, and the place that its stack names. */
const EXCEPTION =
  /'__exception__'\s*=>\s*true.{0,80}?'__struct__'\s*=>\s*'Elixir\.(?<type>[\w.]+)'.{0,200}?message\s*=>\s*<<(?:"(?<text>.*?)"(?=>>|$)|(?<bytes>[\d,]+))(?:>>|$)/;
const PLACE = /\{file,"(?<file>[\w./-]+)"\},\{line,(?<line>\d+)\}/;

/** What Erlang's terms say in words: bytes as text, and an exception also as Elixir itself prints one. */
export function erlangText(text: string): string {
  if (!text.includes("<<")) return text;
  const exception = EXCEPTION.exec(text);
  const plain = text.replaceAll(BYTES, (whole, bytes: string) => {
    const letters = textOf(bytes);
    return letters === undefined ? whole : `"${letters.replaceAll("\n", " ").trim()}"`;
  });
  if (exception?.groups === undefined) return plain;
  const { type, text: words, bytes = "" } = exception.groups;
  const { file, line } = PLACE.exec(text)?.groups ?? {};
  const place = file === undefined ? "" : `\n    ${file}:${line}: (raised)`;
  return `${plain}\n** (${type}) ${words ?? textOf(bytes) ?? ""}${place}`;
}

/** Bytes that are letters of a text; others, such as a key's, are none. */
function textOf(bytes: string): string | undefined {
  const text = Buffer.from(bytes.split(",").filter(Boolean).map(Number)).toString("utf8");
  return /[^\P{Cc}\t\n]|\ufffd/u.test(text.replace(/\ufffd+$/, "")) ? undefined : text;
}
