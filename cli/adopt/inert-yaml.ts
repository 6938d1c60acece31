import { type Document, Scalar, visit } from "yaml";
import { printableJson, printableLines } from "../audit/printable";

/** A document's text, in which a character that {@link printableLines} replaces is written by its number. */
export function inertYaml(document: Document): string {
  visit(document, {
    Scalar(_, node) {
      // In double quotes alone YAML takes a character by its number.
      if (typeof node.value === "string" && printableLines(node.value) !== node.value)
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return printableJson(document.toString({ lineWidth: 0 }));
}
