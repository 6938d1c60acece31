/**
 * Writes docs/stack.schema.json: `npx tsx tests/docs/write-stack-schema.ts`, after each change of the configuration's
 * schema. A test says whether it is current.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./pages";
import { stackSchemaText } from "./stack-schema-text";

writeFileSync(path.join(ROOT, "docs/stack.schema.json"), stackSchemaText());
