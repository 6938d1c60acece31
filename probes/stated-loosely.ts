import { decoderOf } from "./charset";
import { FIELDS, NOT_YET, type Stated, UNHEALTHY } from "./stated-words";

/** Where the field is, in bytes. */
const BEGINNING = 4096;

const NAMES = FIELDS.join("|");
/** As Python prints a dictionary, and JSON with a value that it has not (`NaN`). */
const PAIR = new RegExp(`["']?\\b(${NAMES})["']?\\s*:\\s*["']?([A-Za-z_][\\w -]*?)["']?\\s*(?=[,}]|$)`, "gi");
/** A line of YAML or of an INI file, which is not indented. */
const LINE = new RegExp(`^(${NAMES})[ \\t]*[:=][ \\t]*["']?([\\w -]+?)["']?[ \\t\\r]*$`, "gim");
/** The first child of that name of an XML document's root, or the root's own attribute. */
const ELEMENT =
  /^\s*(?:<\?[^>]*\?>\s*)?<[\w:.-]+(?:\s[^>]*)?>\s*(?:<([\w:.-]+)>[^<]*<\/\1>\s*)*?<(status)>\s*([^<]*?)\s*<\/status>/i;
const ATTRIBUTE = /^\s*(?:<\?[^>]*\?>\s*)?<[\w:.-]+\s(?:[^>]*\s)?(status)=["']([^"']*)["']/i;

/**
 * Reads an answer that no parser takes, or that none is there for: what its outermost field says of the service. It is
 * never certain.
 */
export class StatedLoosely implements Stated {
  private readonly chunks: Buffer[] = [];
  private size = 0;

  constructor(private readonly contentType: string) {}

  add(chunk: Buffer): void {
    if (this.size >= BEGINNING) return;
    this.chunks.push(chunk.subarray(0, BEGINNING - this.size));
    this.size += chunk.length;
  }

  problem(): undefined {}

  doubt(): string | undefined {
    const text = decoderOf(this.contentType).decode(Buffer.concat(this.chunks)).trimStart();
    // Of two fields of one name the later one counts.
    const found = new Map(
      fieldsOf(text).map(([name, value]) => [name.toLowerCase(), [name, value] as const]),
    );
    for (const [name, value] of found.values()) {
      const isBad = name.toLowerCase() === "status" ? UNHEALTHY.test(value) : /^false$/i.test(value);
      if (isBad || NOT_YET.test(value)) return `it says \`${name}\`: \`${value}\``;
    }
    return undefined;
  }

  remark(): undefined {}
}

function fieldsOf(text: string): readonly (readonly [name: string, value: string])[] {
  const [, , element, inElement] = ELEMENT.exec(text) ?? [];
  const [, attribute = element, value = inElement] = ATTRIBUTE.exec(text) ?? [];
  if (attribute !== undefined && value !== undefined) return [[attribute, value]];
  const pairs = /^[{[]/.test(text) ? outermost(text).matchAll(PAIR) : text.matchAll(LINE);
  return [...pairs].map(([, name = "", said = ""]) => [name, said] as const);
}

/** What is inside the outermost brackets, and inside no others. */
function outermost(text: string): string {
  let depth = 0;
  let quote = "";
  let kept = "";
  for (const sign of text) {
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (/[{[]/.test(sign)) depth += 1;
    else if (/[}\]]/.test(sign)) depth -= 1;
    if (depth === 1) kept += sign;
  }
  return kept;
}
