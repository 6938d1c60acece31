import { stackFileSchema } from "../../config/json-schema";
import { configurationRows, rowOf } from "./configuration-page";

/** What docs/stack.schema.json has to be: the parser's schema, each key described as the page has it. */
export function stackSchemaText(): string {
  const rows = configurationRows();
  const schema = stackFileSchema((path) => rows.get(rowOf(path))?.holds.replaceAll("`", ""));
  return `${JSON.stringify(schema, null, 2)}\n`;
}
