import { encodePart } from "./connection-url/format";
import { withFlowLists } from "./flow-list";
import { remembered } from "./remembered";
import { withoutEach } from "./secret-shape";
import { SECRET_SHAPES } from "./secret-shapes";
import { withApostrophes, withoutApostrophes, withShellTexts } from "./shell-text";

/** The text in place of a secret. */
export const MASK = "***";

/**
 * Masks every secret that is known and every text that has a secret's shape. For all that is shown or kept.
 *
 * @param secrets values known to be secret; each is masked everywhere, percent-encoded too.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  // A secret of one or two characters would mask half the text and protect nothing. A longer one goes first: the
  // shorter may be its beginning, and would leave the rest.
  const forms = new Set(secrets.filter((secret) => secret.length >= 3).flatMap(formsOf));
  const longestFirst = [...forms].sort((one, other) => other.length - one.length);
  const masked = longestFirst.reduce((result, form) => result.replaceAll(form, MASK), text);
  return withoutAnyShape(masked);
}

const withoutAnyShape = remembered((text) => {
  const shown = withoutShapes(text);
  // The shapes know quotes as programs write them. Where one is found behind others, all become such.
  const plain = shown.replaceAll(/[“”„«»「」＂]/g, '"').replaceAll(/[‘’‚‹›＇]/g, "'");
  if (plain === shown) return shown;
  const without = withoutShapes(plain);
  return without === plain ? shown : without;
});

/** The shapes know the quotes of one shell: what it gives to another is read by itself, and a word as a whole. */
function withoutShapes(text: string): string {
  const same = text.replaceAll(`'"'"'`, "'\\''");
  const masked = same === text ? same : withoutShapes(same);
  if (masked !== same) return masked;
  if (!text.includes("'\\''")) return withLists(text);
  const read: string[] = [];
  const others = withShellTexts(text, (inner) => `\u{F8F5}${read.push(withoutShapes(inner)) - 1}\u{F8F5}`);
  const shown = withApostrophes(withLists(withoutApostrophes(others ?? text)));
  const put = (inner: string): string =>
    inner.replaceAll(/\u{F8F5}(\d+)\u{F8F5}/gu, (_, index: string) => read[Number(index)] ?? "");
  return withShellTexts(shown, put) ?? shown;
}

const withLists = (text: string): string => withFlowLists(inOrder(text), inOrder);

const inOrder = (text: string): string => withoutEach(text, SECRET_SHAPES, MASK);

/** How a secret may be written in a text: as it is, percent-encoded by us, by browsers or by a form, and in JSON. */
function formsOf(secret: string): readonly string[] {
  const encoded = [encodePart(secret), encodeURIComponent(secret.toWellFormed())];
  const inForm = encoded.map((form) => form.replaceAll("%20", "+"));
  const lowered = encoded.map((form) => form.replaceAll(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()));
  return [secret, ...encoded, ...inForm, ...lowered, JSON.stringify(secret).slice(1, -1)];
}
