import { stackFileSchema } from "../../config/json-schema";

/** What docs/stack.schema.json has to be: the parser's schema, with what each key says of itself. */
export const stackSchemaText = (): string => `${JSON.stringify(stackFileSchema(), null, 2)}\n`;
