/**
 * Writes domain/secret-signs.ts: `npx tsx diagnosis/stems/write-signs.ts`, after each change of a secret's shape. A test
 * says whether it is current.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { signsFile } from "./signs-file";

writeFileSync(path.join(__dirname, "../../domain/secret-signs.ts"), signsFile());
