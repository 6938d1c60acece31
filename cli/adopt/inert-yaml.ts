import { type Document, Scalar, visit } from "yaml";
import { printableJson } from "../audit/printable";

/** What moves a cursor, changes the direction of a line or ends it. */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** A document's text, in which such a character of a name or a value is written by its number. */
export function inertYaml(document: Document): string {
  visit(document, {
    Scalar(_, node) {
      // In double quotes alone YAML takes a character by its number.
      if (typeof node.value === "string" && UNSEEN.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return printableJson(document.toString({ lineWidth: 0 }));
}
