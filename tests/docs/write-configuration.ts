/**
 * Writes the tables of docs/configuration.md: `npx tsx tests/docs/write-configuration.ts`, after each change of the
 * configuration's schema. A test says whether they are current.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { withTables } from "./configuration-tables";
import { pageText, ROOT } from "./pages";

writeFileSync(path.join(ROOT, "docs/configuration.md"), withTables(pageText("docs/configuration.md")));
