/**
 * Writes diagnosis/log/stems.ts: `npx tsx diagnosis/stems/write-stems.ts`, after each change of a pattern. A test says
 * whether it is current.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { stemsFile } from "./stems-file";

writeFileSync(path.join(__dirname, "../log/stems.ts"), stemsFile());
